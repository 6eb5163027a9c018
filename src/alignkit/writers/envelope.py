"""The envelope of a mail: header values that hold exactly what was meant and can smuggle nothing in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from .text_lines import characters

if TYPE_CHECKING:
    from alignkit.diagnostics import Place, Report
    from alignkit.model.message import Mailbox, Message

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
"""Dot-atom of RFC 5322, 3.2.3, without quoted strings and comments."""
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_CHANGED_BY_IDNA_2008 = frozenset("\u00df\u03c2\u200c\u200d")
"""Characters the 2003 rules of the standard library map to other domains (RFC 5894, 7.2)."""
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_SENSITIVITIES = {"confidential": "Company-Confidential"}
"""What a level of confidentiality is in a mail (RFC 2156, registered by RFC 4021)."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A display name and an address that passed."""

    name: str
    """May be empty."""
    address: str
    """ASCII only: `local@domain`."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The header values of a mail; what is empty is left out."""

    subject: str
    """On one line."""
    sender: Recipient | None
    """None when the address is missing or was refused."""
    to: tuple[Recipient, ...]
    """Those with an address."""
    cc: tuple[Recipient, ...]
    """Those with an address."""
    sensitivity: str = ""
    """How mail programs are to treat it; empty for what is neither private nor confidential."""


def seal(message: Message, report: Report) -> Envelope:
    """The envelope of a message; a value that is refused is left out of it.

    Reports: MSG-020, MSG-021, MSG-022.
    """
    sender = _recipients((message.sender,), "From", report)
    subject = characters(message.subject)
    return Envelope(
        " ".join(subject.split()) if _is_clean(subject, "Subject", message.place, report) else "",
        sender[0] if sender else None,
        _recipients(message.to, "To", report),
        _recipients(message.cc, "Cc", report),
        _SENSITIVITIES.get(message.body.properties.confidentiality, ""),
    )


def _recipients(mailboxes: tuple[Mailbox, ...], field: str, report: Report) -> tuple[Recipient, ...]:
    found = (_recipient(mailbox, field, report) for mailbox in mailboxes if mailbox.address)
    return tuple(recipient for recipient in found if recipient)


def _recipient(mailbox: Mailbox, field: str, report: Report) -> Recipient | None:
    if not _is_clean(mailbox.name, f"name in {field}", mailbox.place, report):
        return None
    address = ascii_address(mailbox.address)
    if address is None:
        report.broken(
            "MSG-022",
            f"expected one plain address in {field}, found {_quoted(mailbox.address)}",
            mailbox.place,
            hint="write the address alone, such as `name@example.com`",
        )
        return None
    return Recipient(" ".join(mailbox.name.split()), address)


def _is_clean(value: str, field: str, place: Place | None, report: Report) -> bool:
    bad = next((character for character in value if _breaks_header(character)), None)
    if bad is not None:
        report.broken(
            "MSG-020",
            f"expected one line of text as the {field}, found the control character U+{ord(bad):04X}",
            place,
            hint=f"remove U+{ord(bad):04X} from {_quoted(value)}",
        )
        return False
    if "=?" in value:
        report.broken(
            "MSG-021",
            f"expected plain text as the {field}, found `=?`, which begins an encoded word",
            place,
            hint=f"remove `=?` from {_quoted(value)}",
        )
        return False
    return True


def _breaks_header(character: str) -> bool:
    code = ord(character)
    is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return category(character) in {"Cc", "Cs", "Zl", "Zp"} or character in _BIDI or is_noncharacter


def _quoted(value: str) -> str:
    shown = "".join(" " if _breaks_header(character) else character for character in value)
    return f"`{shown}`"


def ascii_address(address: str) -> str | None:
    """The one address `address` is, its domain in ASCII; None when it is anything else.

    Source: RFC 5322, 3.4.1; RFC 5321, 4.5.3.1 for the lengths.
    """
    local, _, domain = address.rpartition("@")
    ascii_domain = _ascii_domain(domain)
    if ascii_domain is None or not _LOCAL.fullmatch(local) or "=?" in local or len(local) > 64:
        return None
    whole = f"{local}@{ascii_domain}"
    return whole if len(whole) <= 254 else None


def _ascii_domain(domain: str) -> str | None:
    name = domain if domain.isascii() else _encoded(domain)
    if name is None:
        return None
    labels = name.split(".")
    if len(labels) < 2 or labels[-1].isdigit() or not all(map(_LABEL.fullmatch, labels)):
        return None
    return name


def _encoded(domain: str) -> str | None:
    if _CHANGED_BY_IDNA_2008 & set(domain):
        return None
    try:
        name = domain.encode("idna").decode("ascii")
        meant = name.encode("ascii").decode("idna")
    except UnicodeError:
        return None
    return name if meant == normalize("NFC", domain).lower() else None
