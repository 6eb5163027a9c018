"""A message as an e-mail draft that a person opens, reads and sends; alignkit never sends."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from hashlib import sha256
from typing import TYPE_CHECKING

from . import mail_headers, mail_html, plain
from .envelope import seal

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.message import Message


def write(message: Message, report: Report) -> bytes:
    """A draft with plain text and HTML, the same bytes for the same message.

    There is neither a date nor a message id: the program that sends the draft adds both. Nobody is ever
    copied blind. A header value that is refused is left out, and so is an address that is missing.

    Reports: MSG-020, MSG-021, MSG-022, OUT-020, OUT-021.
    Source: X-Unsent makes Outlook open the file as a draft [S40].
    """
    envelope = seal(message, report)
    body = _body(plain.body(message.body, report), mail_html.page(message, report))
    data = mail_headers.written(envelope) + body.as_bytes()
    mail_headers.compare(data, envelope)
    return data


def _body(text: str, html: str) -> EmailMessage:
    """Both texts, the better one last; the boundary follows from them and can stand in neither."""
    mail = EmailMessage(policy.SMTP)
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail.set_boundary("=_" + sha256(f"{text}\0{html}".encode()).hexdigest()[:32])
    return mail
