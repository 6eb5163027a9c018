"""E-mail drafts that hold exactly what was meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import policy
from email.header import decode_header, make_header
from email.parser import BytesParser
from email.utils import getaddresses
from typing import TYPE_CHECKING
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.diagnostics import Place, Report, Severity
from alignkit.model.blocks import PageBreak, Paragraph
from alignkit.model.document import Document, Properties, Words
from alignkit.model.inlines import Break, Shown, Strong, Text
from alignkit.model.message import Mailbox, Message
from alignkit.writers import eml, mail_headers
from alignkit.writers.envelope import Envelope, ascii_address

if TYPE_CHECKING:
    from email.message import EmailMessage

    from alignkit.model.inlines import Inline

PLACE = Place("context.yaml", 7, 3, "people.dana")
DANA = Mailbox("Dana Okafor", "dana@quillmere.example", PLACE)
MARA = Mailbox("Mara Lindqvist", "mara@quillmere.example")
WORDS = Words("Page {page} of {pages}", "Contents", "Draft", "Table", "Chart", "Note", "Decision", "Warning",
              "Reply", "Nothing", "To", "Cc", "Subject", "{title} ({part} of {parts})", "Summary", "Notes", "Say", "Grey: {sources}")  # fmt: skip
BODY = Document(
    "Escalation",
    (Text("Not shown"),),
    (),
    (
        Paragraph(
            (Text("Please approve "), Strong((Shown("27K €", "option.finish.cost"),)), Text(" by Friday."))
        ),
    ),
    Properties("T", "A", "C", "S", "en-US", date(2026, 11, 20), False, "", "", True, "internal"),
    WORDS,
)


def mail(
    subject: tuple[Inline, ...] = (Text("DECISION by Fri 27 Nov"),),
    sender: Mailbox = MARA,
    to: tuple[Mailbox, ...] = (DANA,),
    cc: tuple[Mailbox, ...] = (),
) -> Message:
    return Message(subject, sender, to, cc, BODY, PLACE)


def parsed(message: Message, report: Report | None = None) -> EmailMessage:
    return BytesParser(policy=policy.SMTP).parsebytes(
        eml.write(message, Report() if report is None else report)
    )


def test_a_draft_has_these_headers_and_no_others() -> None:
    report = Report()

    found = parsed(mail(cc=(Mailbox("Tom", "tom@quillmere.example"),)), report)

    assert [(name, str(value).partition(";")[0]) for name, value in found.items()] == [
        ("X-Unsent", "1"),
        ("From", "Mara Lindqvist <mara@quillmere.example>"),
        ("To", "Dana Okafor <dana@quillmere.example>"),
        ("Cc", "Tom <tom@quillmere.example>"),
        ("Subject", "DECISION by Fri 27 Nov"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "multipart/alternative"),
    ]
    assert len(report) == 0


@pytest.mark.parametrize(
    ("level", "header"), [("confidential", "Company-Confidential"), ("internal", None), ("public", None)]
)
def test_a_confidential_message_says_so_to_mail_programs(level: str, header: str | None) -> None:
    body = replace(BODY, properties=replace(BODY.properties, confidentiality=level))

    assert header == parsed(replace(mail(), body=body))["Sensitivity"]


def test_the_text_comes_before_the_page_and_both_are_utf_8() -> None:
    parts = list(parsed(mail()).iter_parts())

    assert [(part.get_content_type(), part.get_content_charset()) for part in parts] == [
        ("text/plain", "utf-8"),
        ("text/html", "utf-8"),
    ]
    assert parts[0].get_content() == "Please approve 27K € by Friday.\r\n"
    assert "Please approve <strong>27K €</strong> by Friday." in parts[1].get_content()
    assert "Not shown" not in parts[1].get_content()


def test_the_same_message_gives_the_same_bytes_and_another_one_another_boundary() -> None:
    other = Message((Text("INFO"),), MARA, (DANA,), (), BODY)

    assert eml.write(mail(), Report()) == eml.write(mail(), Report())
    assert parsed(mail()).get_boundary() != parsed(other).get_boundary()


def test_lines_are_short_ascii_and_end_as_mail_lines_end() -> None:
    data = eml.write(mail(subject=(Text("Entscheidung über " * 12),)), Report())

    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_a_missing_address_leaves_the_field_out() -> None:
    report = Report()

    found = parsed(mail(sender=Mailbox("Mara", ""), to=(Mailbox("Dana", ""),)), report)

    assert "From" not in found
    assert "To" not in found
    assert len(report) == 0


def test_a_subject_is_one_line_of_characters() -> None:
    found = parsed(mail(subject=(Strong((Text("INFO  "),)), Break(), Shown("2.88M", "k"), Text(" – Größe"))))

    assert found["Subject"] == "INFO 2.88M – Größe"


def names(message: Message) -> list[str]:
    """Display names as the older parser reads them; the newer one of Python 3.11 adds blanks."""
    data = eml.write(message, Report())
    line = "".join(BytesParser(policy=policy.compat32).parsebytes(data)["To"].splitlines())
    return [str(make_header(decode_header(name))) for name, _ in getaddresses([line])]


NAMES = (
    "Tomás Ñáñez, CRO", 'Bo "Boss" Li', "O'Neil; CEO", "山田 太郎", "a@b.example",
    "<evil@x.example>", "Dr. (PhD) X", "x" * 200, "ü" * 90, "Mr. \\ Backslash", "名前, 名前",
    "Группа: a, b;", "Zoë  Two  Blanks", "😀", "a: b;", "J.", "..", ",", '"', "(",
    "Ä" + " word" * 30,
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_display_name_stays_one_name_of_one_recipient(name: str) -> None:
    message = mail(to=(Mailbox(name, "a@b.example"), DANA), cc=(Mailbox(name, "c@d.example"),))

    found = parsed(message)

    assert [a.addr_spec for a in found["To"].addresses] == ["a@b.example", "dana@quillmere.example"]
    assert names(message) == [" ".join(name.split()), "Dana Okafor"]
    assert [a.addr_spec for a in found["Cc"].addresses] == ["c@d.example"]


HEADER_TEXT = st.text(
    st.one_of(st.sampled_from(" ,;:<>@\"'()[]\\.=?_-aä漢"), st.characters(codec="utf-8")), max_size=60
)


@settings(max_examples=80, deadline=None)
@given(HEADER_TEXT, HEADER_TEXT)
def test_any_name_and_subject_is_refused_or_comes_back(name: str, subject: str) -> None:
    message = mail(subject=(Text(subject),), to=(Mailbox(name, "a@b.example"),))
    report = Report()

    found = parsed(message, report)

    refused = {diagnostic.code for diagnostic in report}
    assert refused <= {"MSG-020", "MSG-021"}
    if not refused:
        assert names(message) == [" ".join(name.split())]
        assert found.get("Subject", "") == " ".join(subject.split())


INJECTIONS = (
    ("a\r\nBcc: evil@x.example", "U+000D"), ("a\nb", "U+000A"), ("a\0b", "U+0000"),
    ("a\x0bb", "U+000B"), ("a\x0cb", "U+000C"), ("a\x1cb", "U+001C"), ("a\x85b", "U+0085"),
    ("a\u2028b", "U+2028"), ("a\u2029b", "U+2029"), ("a\u202eb", "U+202E"),
    ("a\u2066b", "U+2066"), ("a\x7fb", "U+007F"), ("a\tb", "U+0009"), ("a\ufffeb", "U+FFFE"),
)  # fmt: skip


@pytest.mark.parametrize(("value", "point"), INJECTIONS)
def test_control_characters_in_a_name_are_refused(value: str, point: str) -> None:
    report = Report()

    found = parsed(mail(to=(Mailbox(value, "a@b.example", PLACE),)), report)

    assert "Bcc" not in found
    assert "To" not in found
    (problem,) = report
    assert (problem.code, problem.severity, problem.place) == ("MSG-020", Severity.ERROR, PLACE)
    assert problem.blocks
    assert (
        problem.message == f"expected one line of text as the name in To, found the control character {point}"
    )
    assert not any(category(c) in {"Cc", "Zl", "Zp"} for c in problem.hint)


def test_an_encoded_word_is_refused() -> None:
    report = Report()

    found = parsed(mail(subject=(Text("=?utf-8?q?INFO=0D=0ABcc:_e@x.example?="),)), report)

    assert "Subject" not in found
    assert "Bcc" not in found
    assert [(d.code, d.message, d.place) for d in report] == [
        ("MSG-021", "expected plain text as the Subject, found `=?`, which begins an encoded word", PLACE)
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a@b.example", "a@b.example"),
        ("first.last+tag@sub.b-c.example", "first.last+tag@sub.b-c.example"),
        ("o'neil@b.example", "o'neil@b.example"),
        ("a@bücher.example", "a@xn--bcher-kva.example"),
        ("a@BÜCHER.example", "a@xn--bcher-kva.example"),
        ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"),
        ("a@例え.example", "a@xn--r8jz45g.example"),
        *[(address, None) for address in (
            "", "a", "a@", "@b.example", "a@b", "a@b.", "a@.b.example", "a@b..example",
            "a@-b.example", "a@b-.example", "a@1.2.3.4", "a@[1.2.3.4]", "Jane <j@b.example>",
            "Jane Doe, CEO <j@b.example>", "j@b.example,k@b.example", "j@b.example;k@b.example",
            "j@b.example, k@b.example", "<j@b.example>", '"j k"@b.example', "j k@b.example",
            " j@b.example", "j@b.example ", "j@b.example\n", "j@b.example\r\nBcc: x",
            "j@b.exam\0ple", "j(c)@b.example", "j@b@c.example", ".j@b.example", "j.@b.example",
            "j..k@b.example", "jö@b.example", "j@straße.example", "j@b\u200d.example",
            "j@ｂ.example", "j@b。example", "=?x@b.example", "x" * 65 + "@b.example",
            "j@" + "b" * 64 + ".example", "j@" + "b." * 130 + "example", "j@b_c.example",
            "mailto:j@b.example", "group:j@b.example;", "j@b.example>", "j@b.example\u202e",
        )],
    ],
)  # fmt: skip
def test_an_address_is_one_plain_address(address: str, expected: str | None) -> None:
    assert ascii_address(address) == expected


def test_a_refused_address_is_reported_where_it_stands() -> None:
    report = Report()

    found = parsed(mail(to=(DANA, Mailbox("Jane", "j@x.example;k@x.example", PLACE))), report)

    assert [a.addr_spec for a in found["To"].addresses] == ["dana@quillmere.example"]
    assert [(d.code, d.message, d.place) for d in report] == [
        ("MSG-022", "expected one plain address in To, found `j@x.example;k@x.example`", PLACE)
    ]


@pytest.mark.parametrize("line", [b"Bcc: e@x.example\r\n", b"Subject: b\r\n", b"\r\n", b" more\r\n"])
def test_a_mail_that_says_something_else_is_our_mistake(monkeypatch: pytest.MonkeyPatch, line: bytes) -> None:
    real = mail_headers.written

    def write_other(envelope: Envelope) -> bytes:
        return real(envelope) + line

    monkeypatch.setattr(mail_headers, "written", write_other)

    with pytest.raises(mail_headers.EnvelopeMismatchError):
        eml.write(mail(), Report())


def test_a_page_break_is_reported_once_for_each_part() -> None:
    body = Document("", (), (), (PageBreak(PLACE),), BODY.properties, WORDS)
    report = Report()

    eml.write(Message((Text("INFO"),), MARA, (DANA,), (), body), report)

    assert [(d.code, d.severity, d.message, d.place) for d in report] == [
        ("OUT-020", Severity.INFO, "plain text has no pages, a page break is left out", PLACE),
        ("OUT-020", Severity.INFO, "an e-mail has no pages, a page break is left out", PLACE),
    ]
