"""Whatever a document says: nothing overflows, nothing is lost, no two titles are alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from deck_samples import (
    THEME,
    all_text,
    chart,
    document,
    heading,
    laid_out,
    matrix,
    notes,
    paragraph,
    sample_theme,
    text,
    timeline,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignkit.diagnostics import Report
from alignkit.layout import lay_out
from alignkit.model.blocks import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Card,
    Cards,
    Column,
    Columns,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    SideBySide,
    Table,
)
from alignkit.model.deck import Box, Deck, Filled, Slot, TextBody
from alignkit.model.inlines import Break, Shown, Strong, Text
from alignkit.showing import plain
from alignkit.themes import Theme
from alignkit.walking import block_lines
from alignkit.writers.pptx.reference import load_presentation
from measured_again import line_count, overflows, overlaps

_FACTS = "Enterprise share of new ARR is 5.0 pts behind plan because the account list was agreed late."
_COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
words = st.sampled_from(
    [*_FACTS.split(), "a", "$2,880,000", "and/or", "state-of-the-art", _COMPOUND, "x" * 300, "https://example.com/" + "path/" * 30,
     "日本語の文章は空白なしで続きます。", "مرحبا", "שלום", "नमस्ते", "🚀👩‍👩‍👧", "ﬁne", "Ω≈ç√∫", "co\u00adop", "1\u00a0000"]
)  # fmt: skip
plain_words = st.sampled_from(_FACTS.split())
sentences = st.one_of(
    st.lists(words, max_size=12).map(" ".join),
    st.lists(plain_words, min_size=3, max_size=60).map(" ".join),
    st.integers(1, 12).map(lambda count: " ".join([_FACTS] * count)),
)
long_texts = st.one_of(
    sentences, st.just(" ".join([_FACTS] * 120)), st.just("z" * 3000), st.just("語" * 1500)
)
inlines = st.one_of(
    sentences.map(text),
    st.tuples(sentences, sentences).map(
        lambda two: (Text(two[0]), Strong((Text(two[1]),)), Break(), Shown("$5", "a.b"))
    ),
)
paragraphs = inlines.map(Paragraph)
items = st.tuples(paragraphs, st.sampled_from([None, None, True, False])).map(
    lambda two: ListItem((two[0],), two[1])
)
nested = st.lists(items, min_size=1, max_size=3).map(lambda several: ListBlock(False, tuple(several)))
deep_items = st.tuples(paragraphs, nested).map(ListItem)
lists = st.tuples(st.booleans(), st.lists(st.one_of(items, deep_items), min_size=1, max_size=9)).map(
    lambda two: ListBlock(two[0], tuple(two[1]))
)
flows = st.one_of(
    paragraphs, paragraphs, lists, sentences.map(lambda each: heading(each, 2)), long_texts.map(paragraph)
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 9))
    columns = [Column(text(draw(sentences)), draw(st.sampled_from(list(Align)))) for _ in range(count)]
    pool = draw(st.lists(inlines, min_size=3, max_size=6))
    rows = []
    for index in range(draw(st.sampled_from([0, 1, 2, 3, 7, 14, 15, 30, 60]))):
        cells = tuple(pool[(index * 7 + column * 3) % len(pool)] for column in range(count))
        rows.append(Row(cells, total=draw(st.booleans()), highlight=draw(st.booleans())))
    return Table(tuple(columns), tuple(rows), draw(inlines), draw(inlines))


drawings = st.one_of(
    tables(),
    st.lists(st.tuples(sentences, inlines, inlines), min_size=1, max_size=9).map(lambda several: Cards(tuple(Card(*each) for each in several))),
    sentences.map(lambda each: chart(each or "t", "USD", (each or "c", "d"))),
    st.tuples(st.integers(1, 30), sentences).map(lambda two: timeline(*two)),
    sentences.map(matrix),
    st.tuples(st.lists(flows, max_size=4), st.lists(flows, max_size=4), sentences, sentences).map(
        lambda four: Columns((SideBySide(tuple(four[0]), text(four[2])), SideBySide(tuple(four[1]), text(four[3]))))
    ),
    st.tuples(st.lists(paragraphs, max_size=3), sentences).map(lambda two: Quote(tuple(two[0]), text(two[1]))),
    st.tuples(st.sampled_from(list(CalloutKind)), st.lists(flows, max_size=3), sentences).map(
        lambda three: Callout(three[0], tuple(three[1]), text(three[2]))
    ),
)  # fmt: skip
blocks = st.lists(
    st.one_of(sentences.map(heading), flows, flows, drawings, sentences.map(notes)), max_size=10
)

OWN = load_presentation(None, Report())
assert OWN is not None
THEMES = {"sample": THEME, "arial": sample_theme("Arial"), "own": OWN.theme}
usual = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(params=list(THEMES), scope="module")
def theme(request: pytest.FixtureRequest) -> Theme:
    return THEMES[request.param]


def titles(deck: Deck) -> list[str]:
    return [
        " ".join(plain(_body(slide.filled[0]).lines[0].inlines).split()).casefold() for slide in deck.slides
    ]


def _body(filled: Filled) -> TextBody:
    assert isinstance(filled.content, TextBody)
    return filled.content


def squeezed(value: str) -> str:
    return "".join(value.split())


@usual
@given(content=blocks)
def test_nothing_overflows_and_titles_are_unique(theme: Theme, content: list[Block]) -> None:
    deck = lay_out(document(*content), theme, Report())

    assert [] == overflows(deck, theme)
    assert [] == overlaps(deck)
    assert len(titles(deck)) == len(set(titles(deck)))
    assert all(titles(deck))
    assert all(slide.filled[0].slot is Slot.TITLE for slide in deck.slides)


@usual
@given(content=blocks)
def test_every_word_is_somewhere(theme: Theme, content: list[Block]) -> None:
    deck = lay_out(document(*content), theme, Report())

    shown = all_text(deck)
    for word in _FACTS.split():
        assert (word in _words_of(content)) <= (word in shown), word


def _words_of(content: list[Block]) -> set[str]:
    return {word for block in content for line in block_lines(block) for word in plain(line).split()}


@usual
@given(content=st.lists(flows, min_size=1, max_size=12))
def test_running_text_comes_whole_and_in_order(theme: Theme, content: list[Block]) -> None:
    deck = lay_out(document(heading("Topic"), *content), theme, Report())

    bodies = [filled for slide in deck.slides[1:] for filled in slide.filled if filled.slot is Slot.BODY]
    shown = squeezed("".join(plain(line.inlines) for filled in bodies for line in _body(filled).lines))
    assert squeezed("".join(plain(line) for block in content for line in block_lines(block))) == shown


@usual
@given(content=tables())
def test_the_columns_of_a_table_come_whole_and_in_order(content: Table) -> None:
    deck = laid_out(heading("Topic"), content, report=Report())

    grids = [filled.content for slide in deck.slides for filled in slide.filled if filled.slot is Slot.TABLE]
    for index in range(len(content.columns)):
        cells = [plain(row.cells[index]) for grid in grids for row in grid.table.rows]  # type: ignore[union-attr]  # a table's slot holds grids
        assert squeezed("".join(plain(row.cells[index]) for row in content.rows)) == squeezed("".join(cells))


@usual
@given(title=sentences)
def test_a_title_is_whole_on_the_slide_or_in_the_notes(title: str) -> None:
    deck = laid_out(heading(title), paragraph("Text."), report=Report())

    assert squeezed(title) in squeezed(all_text(deck))


def test_the_second_measurement_can_fail() -> None:
    deck = laid_out(heading("Topic"), paragraph("Text."))
    first, second = deck.slides
    title, body = second.filled
    tight = replace(body, box=Box(0, 0, 91_440, 91_440))
    spoiled = replace(deck, slides=(first, replace(second, filled=(title, tight))))

    assert 2 == line_count(text("word " * 2), "Calibri", 30, 10, bold=False)
    assert ["slide 2 body: 131.9 pt of text in 0.0 pt"] == overflows(spoiled, THEME)
    assert ["slide 2: title on body"] == overlaps(
        replace(spoiled, slides=(first, replace(second, filled=(title, replace(body, box=title.box)))))
    )
