"""Documents as web pages, and the page a mail shows."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from alignkit.diagnostics import Report
from alignkit.model.blocks import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Card,
    Cards,
    Column,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Row,
    Spoken,
    Table,
)
from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.model.document import ControlEntry, Document, Properties, Words
from alignkit.model.inlines import Inline, Link, Shown, Text
from alignkit.model.message import Mailbox, Message
from alignkit.writers import html

WORDS = Words("Seite {page} von {pages}", "Inhalt", "Entwurf", "Tabelle", "Bild", "Hinweis", "Entscheidung",
              "Warnung", "Antwort", "Nichts", "An", "Kopie", "Betreff", "{title} ({part} von {parts})", "Zusammenfassung", "Notizen", "Sagen", "Grau: {sources}")  # fmt: skip


def text(value: str) -> tuple[Inline, ...]:
    return (Text(value),)


def paragraph(value: str) -> Paragraph:
    return Paragraph(text(value))


def document(*blocks: Block, draft: bool = False) -> Document:
    properties = Properties("Plain title", "Mara", "Quillmere", "Script", "de-DE", date(2026, 11, 20), draft,
                            "Quillmere · Budget", "Intern · 20. Nov.", draft)  # fmt: skip
    control = (ControlEntry("Decide by", (Shown("Friday", "decision.by"),)),)
    return Document("Script", (Text("Approve "), Shown("2.88M", "ask")), control, blocks, properties, WORDS)


def source(*blocks: Block, draft: bool = False) -> str:
    report = Report()
    data = html.write(document(*blocks, draft=draft), report)
    assert len(report) == 0
    return data.decode()


def page(*blocks: Block) -> HtmlElement:
    return document_fromstring(source(*blocks).encode())


def found(tree: HtmlElement, path: str) -> list[str]:
    """The texts of what a path finds, or the attributes it names."""
    result = tree.xpath(path)
    assert isinstance(result, list)
    return [
        " ".join(map(str, node.itertext())) if isinstance(node, etree._Element) else str(node)
        for node in result
    ]


TABLE = Table(
    (
        Column(text("Measure")),
        Column(text("Hold"), Align.RIGHT),
        Column(text("Ask"), Align.RIGHT, highlight=True),
    ),
    (
        Row((text("Budget"), text("2,560"), (Shown("2,880", "tier.ask.total"),))),
        Row((text("Sum"), text("2,560"), text("2,880")), total=True),
    ),
    text("The ask pays back"),
    text("Source: model"),
    "Three options compared",
)
CHART = Chart(
    ChartKind.COLUMN,
    "It grows",
    ("2026", "2027"),
    (Series("Amount", (Decimal("2560.5"), None)),),
    "EUR thousand",
    "#,##0.0",
    source=text("Source: CRM"),
    description="A description",
)


def test_a_page_says_what_it_is() -> None:
    tree = page()

    assert source().startswith('<!doctype html>\n<html lang="de-DE">')
    assert found(tree, "//head/title") == ["Plain title"]
    assert found(tree, "//meta[@name='viewport']/@content") == ["width=device-width, initial-scale=1"]
    assert found(tree, "//meta/@charset") == ["utf-8"]
    assert found(tree, "//*[@class='kind']") == ["Script"]
    assert found(tree, "//h1") == ["Approve  2.88M"]
    assert found(tree, "//dl[@class='control']//dt | //dl[@class='control']//dd") == ["Decide by", "Friday"]
    assert found(tree, "//footer") == ["Intern · 20. Nov."]


def test_a_page_fetches_nothing() -> None:
    whole = source(TABLE, CHART, Paragraph((Link("https://x.example/", text("link")),)))

    assert re.findall(r"https?:[^\"'\s<)]+", whole) == ["https://x.example/"]
    assert not re.search(r"<(?:link|script|img|iframe|object)\b|@import|url\(", whole)


def test_figures_keep_their_keys() -> None:
    tree = page(Paragraph((Shown("3.4x", "a"), Shown("7%", "b", stale=True))), TABLE)

    assert found(tree, "//*[@data-figure]/@data-figure") == ["ask", "decision.by", "a", "b", "tier.ask.total"]
    assert found(tree, "//*[@data-figure='b']/@class") == ["figure stale"]


def test_a_draft_is_marked_on_the_screen_and_on_paper() -> None:
    assert '<strong class="draft">Entwurf</strong>' in source(draft=True)
    assert '@top-right{content:"Entwurf"' in source(draft=True)
    assert "Entwurf" not in source()


def test_pages_are_numbered_in_the_language_of_the_text() -> None:
    whole = source()

    assert 'content:"Seite\\20 " counter(page) "\\20 von\\20 " counter(pages) ""' in whole
    assert 'content:"Intern\\20 \\b7 \\20 20\\2e \\20 Nov\\2e "' in whole
    assert "size:A4" in whole
    assert "size:letter" in source(draft=True)


def test_headings_follow_the_title_and_carry_their_time() -> None:
    tree = page(Heading(1, text("A"), seconds=90), Heading(2, text("B")), Heading(3, text("C"), id="c"))

    assert found(tree, "//h2/@id | //h3/@id | //h4/@id") == ["section-1", "section-2", "c"]
    assert found(tree, "//time") == ["1:30"]
    assert found(tree, "//time/@datetime") == ["PT90S"]


def test_contents_lead_to_headings() -> None:
    taken = Heading(1, text("Taken"), id="section-1")
    tree = page(Heading(1, text("Before")), Contents(2), taken, Heading(2, text("B")), Heading(3, text("C")))

    assert found(tree, "//nav//a") == ["Taken", "B"]
    targets = found(tree, "//nav//a/@href")
    assert targets == ["#section-1", "#section-3"]
    assert [found(tree, f"//*[@id='{target[1:]}']/span") for target in targets] == [["Taken"], ["B"]]
    identities = found(tree, "//@id")
    assert len(identities) == len(set(identities))


def test_a_table_has_a_caption_headers_and_a_note() -> None:
    tree = page(TABLE)

    assert found(tree, "//caption/*") == ["Tabelle 1", "The ask pays back", "Three options compared"]
    assert found(tree, "//thead//th[@scope='col']") == ["Measure", "Hold", "Ask"]
    assert found(tree, "//tbody//th[@scope='row']") == ["Budget", "Sum"]
    assert found(tree, "//tbody//td/@class") == ["right", "right chosen"] * 2
    assert found(tree, "//tr[@class='total']//td") == ["2,560", "2,880"]
    assert found(tree, "//*[@class='source']") == ["Source: model"]


def test_an_empty_table_says_so() -> None:
    tree = page(Table((Column(text("Risk")), Column(text("Owner"))), ()))

    assert found(tree, "//tbody//td") == ["Nichts"]
    assert found(tree, "//tbody//td/@colspan") == ["2"]


def test_tables_and_charts_are_counted_apart() -> None:
    tree = page(TABLE, CHART, TABLE, Table((Column(()),), ()))

    assert found(tree, "//*[@class='number']") == ["Tabelle 1", "Bild 1", "Tabelle 2"]


def test_a_chart_is_drawn_and_tabled() -> None:
    tree = page(CHART)

    assert found(tree, "//figcaption/*") == ["Bild 1", "It grows", "EUR thousand"]
    assert found(tree, "//*[@role='img']/@aria-label") == ["A description"]
    assert found(tree, "//figure//tbody//tr") == ["2026 2.560,5", "2027 –"]
    assert found(tree, "//figure/p") == ["Source: CRM"]


def test_lists_of_every_kind() -> None:
    items = (ListItem((paragraph("a"),), True), ListItem((paragraph("b"), ListBlock(False, ())), False))
    tree = page(ListBlock(False, items), ListBlock(True, (ListItem((paragraph("c"),)),), start=4))

    assert found(tree, "//ul[@class='checks']/li/span") == ["☑", "☐"]
    assert found(tree, "//ol/@start") == ["4"]
    assert found(tree, "//ol/li") == ["c"]


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        (CalloutKind.SUMMARY, "", []),
        (CalloutKind.NOTE, "", ["i Hinweis"]),
        (CalloutKind.DECISION, "Sign", ["→ Entscheidung: Sign"]),
        (CalloutKind.WARNING, "Risk", ["! Warnung: Risk"]),
    ],
)
def test_callouts_have_a_word_and_a_mark(kind: CalloutKind, title: str, expected: list[str]) -> None:
    tree = page(Callout(kind, (paragraph("body"),), text(title) if title else ()))

    assert found(tree, "//aside/@class") == [f"callout {kind.value}"]
    assert found(tree, "//aside/p[@class='head']") == expected
    assert found(tree, "//aside/p[last()]") == ["body"]


def test_spoken_lines_pairs_cards_and_page_breaks() -> None:
    tree = page(
        Spoken((paragraph("Dana?"),)),
        Exchange("payback", text("Too slow."), (paragraph("No."), paragraph("Look."))),
        Cards((Card("Ask", text("2.88M"), text("+12%")),)),
        PageBreak(),
    )

    assert found(tree, "//*[@class='spoken']/p") == ["Dana?"]
    assert found(tree, "//dl[@id='exchange-payback']/dt") == ["Too slow."]
    assert found(tree, "//dl[@id='exchange-payback']/dd/*") == ["Antwort", "No.", "Look."]
    assert found(tree, "//dl[@class='cards']//dt | //dl[@class='cards']//dd") == ["Ask", "2.88M", "+12%"]
    assert len(tree.xpath("//*[@class='page-break']")) == 1


def mail_page(*blocks: Block) -> str:
    message = Message(text("INFO <now>"), Mailbox("M", ""), (), (), document(*blocks, draft=True))
    return html.write_message(message, Report()).decode()


EVERYTHING = (
    Heading(1, text("H")), paragraph("P"), TABLE, CHART, Contents(), Callout(CalloutKind.NOTE, (paragraph("N"),)),
    Spoken((paragraph("S"),)), Exchange("e", text("O"), (paragraph("R"),)), Cards((Card("L", text("V")),)),
    ListBlock(False, (ListItem((paragraph("I"),)),)), ListBlock(False, (ListItem((paragraph("D"),), True),)),
    ListBlock(True, (ListItem((paragraph("T"),)),), start=2), PageBreak(),
)  # fmt: skip


def test_the_page_of_a_mail_needs_no_style_sheet_and_hides_keys_and_title() -> None:
    whole = mail_page(*EVERYTHING)
    tree = document_fromstring(whole.encode())

    assert found(tree, "//title") == ["INFO <now>"]
    assert not tree.xpath(
        "//style | //@class | //@id | //@data-figure | //img | //h1[contains(., 'Approve')]"
    )
    assert "Entwurf" not in whole
    assert not re.search(r"flex|grid|https?:|url\(", whole)


def test_every_paragraph_and_cell_of_a_mail_names_its_font() -> None:
    tree = document_fromstring(mail_page(*EVERYTHING).encode())

    bare = tree.xpath(
        "//*[self::p or self::li or self::th or self::h1][not(contains(@style, 'font-family'))] | "
        "//table[not(@role)]//td[not(contains(@style, 'font-family'))]"
    )
    assert bare == []


def test_the_table_of_a_mail_is_a_table() -> None:
    tree = document_fromstring(mail_page(TABLE).encode())

    assert found(tree, "//th[@scope='col']/@align") == ["left", "right", "right"]
    assert found(tree, "//table/@width") == ["600", "100%"]
    tinted = found(tree, "//td[contains(@style, 'background')]")
    assert tinted == ["2,880", "2,880"]
