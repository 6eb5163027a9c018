"""A message as an e-mail draft that a person opens, reads and sends; alignkit never sends."""

from __future__ import annotations

from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from . import mail_html, plain
from .envelope import Envelope, Recipient, seal

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.message import Message

_STRUCTURE = ("X-Unsent", "MIME-Version", "Content-Type")


class EnvelopeMismatchError(RuntimeError):
    """The written mail says something else than was meant; a mistake of ours."""


def write(message: Message, report: Report) -> bytes:
    """A draft with plain text and HTML, the same bytes for the same message.

    There is neither a date nor a message id: the program that sends the draft adds both. Nobody is ever
    copied blind. A header value that is refused is left out, and so is an address that is missing.

    Reports: MSG-020, MSG-021, MSG-022, OUT-020, OUT-021.
    Source: X-Unsent makes Outlook open the file as a draft [S40].
    """
    envelope = seal(message, report)
    mail = _headed(envelope)
    _fill(mail, plain.body(message.body, report), mail_html.page(message, report))
    data = mail.as_bytes()
    _compare(data, envelope)
    return data


def _headed(envelope: Envelope) -> EmailMessage:
    mail = EmailMessage(policy.SMTP)
    mail["X-Unsent"] = "1"
    if envelope.sender:
        mail["From"] = _address(envelope.sender)
    if envelope.to:
        mail["To"] = [_address(recipient) for recipient in envelope.to]
    if envelope.cc:
        mail["Cc"] = [_address(recipient) for recipient in envelope.cc]
    if envelope.subject:
        mail["Subject"] = envelope.subject
    return mail


def _address(recipient: Recipient) -> Address:
    return Address(recipient.name, addr_spec=recipient.address)


def _fill(mail: EmailMessage, text: str, html: str) -> None:
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail.set_boundary("=_" + sha256(f"{text}\0{html}".encode()).hexdigest()[:32])


def _compare(data: bytes, envelope: Envelope) -> None:
    """The mail read back, against what was meant (RELIABILITY 4.5)."""
    mail = BytesParser(policy=policy.SMTP).parsebytes(data)
    meant = _meant(envelope)
    found = {name: value for name in mail if (value := _read(mail, name)) is not None}
    if list(mail.keys()) != [*_names(meant)] or found != meant or _defects(mail):
        raise EnvelopeMismatchError(f"meant {meant}, written {found}, headers {mail.keys()}")


def _meant(envelope: Envelope) -> dict[str, Any]:
    fields = {
        "From": [envelope.sender] if envelope.sender else [],
        "To": list(envelope.to),
        "Cc": list(envelope.cc),
        "Subject": envelope.subject,
    }
    return {name: value for name, value in fields.items() if value}


def _names(meant: dict[str, Any]) -> list[str]:
    return ["X-Unsent", *meant, "MIME-Version", "Content-Type"]


def _read(mail: EmailMessage, name: str) -> Any:
    if name in _STRUCTURE:
        return None
    if name == "Subject":
        return str(mail[name]).lstrip()  # the blank of a folded line stays when a long first line is unfolded
    return [Recipient(address.display_name, address.addr_spec) for address in mail[name].addresses]


def _defects(mail: EmailMessage) -> list[Any]:
    parts = [part.defects for part in mail.walk()] + [header.defects for header in mail.values()]
    return [defect for found in parts for defect in found]
