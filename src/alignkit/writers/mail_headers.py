"""The header lines of a mail: folded, ASCII, the same on every version of Python.

The standard library folds long encoded names differently from version to version, and in 3.11 reads some of
them back with blanks that were never there; these few rules are all a draft needs.
"""

from __future__ import annotations

import re
from base64 import b64encode
from email import policy
from email.header import decode_header, make_header
from email.parser import BytesParser
from email.utils import getaddresses
from typing import TYPE_CHECKING

from .envelope import Envelope, Recipient

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = 76
"""Longest line that may hold an encoded word (RFC 2047, 2)."""
_WORD_BYTES = 39
"""Bytes in one encoded word, so that it fits behind the longest field name."""
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_QUOTABLE = re.compile(r"[ -~]+")


class EnvelopeMismatchError(RuntimeError):
    """The written mail says something else than was meant; a mistake of ours."""


def written(envelope: Envelope) -> bytes:
    """The header lines, each ended; fields without content are left out."""
    fields = {
        "From": _mailboxes((envelope.sender,) if envelope.sender else ()),
        "To": _mailboxes(envelope.to),
        "Cc": _mailboxes(envelope.cc),
        "Subject": _text(envelope.subject),
    }
    if envelope.sensitivity:
        fields["Sensitivity"] = [envelope.sensitivity]
    lines = ["X-Unsent: 1", *(_folded(name, words) for name, words in fields.items() if words)]
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def _folded(name: str, words: list[str]) -> str:
    lines, line = [], f"{name}:"
    for word in words:
        if len(line) + 1 + len(word) > _LINE and line != f"{name}:":
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join([*lines, line])


def _text(value: str) -> list[str]:
    return value.split() if _fits(value) else list(_encoded(value))


def _fits(value: str) -> bool:
    """Whether a value can stand as it is, folded between its words."""
    return not value or (bool(_QUOTABLE.fullmatch(value)) and max(map(len, value.split())) < _LINE - 10)


def _encoded(value: str) -> Iterator[str]:
    """Encoded words that never split a character (RFC 2047, 5)."""
    part = b""
    for character in value:
        if len(part) + len(character.encode()) > _WORD_BYTES:
            yield _encoded_word(part)
            part = b""
        part += character.encode()
    yield _encoded_word(part)


def _encoded_word(part: bytes) -> str:
    return f"=?utf-8?b?{b64encode(part).decode('ascii')}?="


def _mailboxes(recipients: Iterable[Recipient]) -> list[str]:
    words: list[str] = []
    for recipient in recipients:
        if words:
            words[-1] += ","
        words += [*_name(recipient.name), f"<{recipient.address}>" if recipient.name else recipient.address]
    return words


def _name(name: str) -> list[str]:
    if not name or (_ATOMS.fullmatch(name) and _fits(name)):
        return name.split()
    if _fits(name):
        escaped = re.sub(r'(["\\])', r"\\\1", name)
        return f'"{escaped}"'.split()
    return list(_encoded(name))


def compare(data: bytes, envelope: Envelope) -> None:
    """Read a written mail back and compare its header names and addresses with what was meant.

    Raises:
        EnvelopeMismatchError: when they differ.

    Source: RELIABILITY 4.5.

    """
    meant = {
        "X-Unsent": "1",
        "From": [envelope.sender] if envelope.sender else [],
        "To": list(envelope.to),
        "Cc": list(envelope.cc),
        "Subject": envelope.subject,
        "Sensitivity": envelope.sensitivity,
        "MIME-Version": "1.0",
        "Content-Type": "multipart/alternative",
    }
    expected = [(name, value) for name, value in meant.items() if value]
    found = _found(data)
    if found != expected:
        raise EnvelopeMismatchError(f"meant {expected}, wrote {found}")


def _found(data: bytes) -> list[tuple[str, object]]:
    """What two parsers of the standard library find; names as the older one decodes them."""
    plain = BytesParser(policy=policy.compat32).parsebytes(data)
    strict = BytesParser(policy=policy.SMTP).parsebytes(data)
    found: list[tuple[str, object]] = []
    for name, value in plain.items():
        line = "".join(value.splitlines())
        if name in {"From", "To", "Cc"}:
            found.append((name, _found_recipients(line, [a.addr_spec for a in strict[name].addresses])))
        elif name == "Subject":
            found.append((name, _decoded(line)))
        else:
            found.append((name, line.partition(";")[0]))
    defects = [d for part in strict.walk() for d in part.defects]
    defects += [d for header in strict.values() for d in header.defects]
    return found + [("defect", defect) for defect in defects]


def _found_recipients(line: str, addresses: list[str]) -> list[Recipient]:
    people = getaddresses([line])
    if [address for _, address in people] != addresses:
        return [Recipient("", address) for address in addresses]
    return [Recipient(_decoded(name), address) for name, address in people]


def _decoded(value: str) -> str:
    return str(make_header(decode_header(value)))
