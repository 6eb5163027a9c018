"""What rules about slides must find, and what they must leave alone; quiet cases first in each rule."""

from __future__ import annotations

from lint_subjects import HERE, Case, document, line, made

from alignkit.model.blocks import (
    Block,
    Card,
    Cards,
    Column,
    Columns,
    Heading,
    ListBlock,
    ListItem,
    Notes,
    Paragraph,
    Row,
    SideBySide,
    Table,
)


def slide(title: str, *blocks: Block, layout: str = "") -> tuple[Block, ...]:
    """A heading that begins a slide, and what stands on it."""
    return (Heading(1, line(title), layout=layout, place=HERE), *blocks)


def words(count: int) -> Paragraph:
    """A paragraph of so many words."""
    return Paragraph(line(" ".join(["word"] * count)), HERE)


def deck(
    find: str,
    *slides: tuple[Block, ...],
    says: str = "",
    kind: str = "",
    audience: str = "",
    mode: str = "",
) -> Case:
    """A case of a deck."""
    blocks = [block for each in slides for block in each]
    documents = made(document(*blocks))
    return Case(
        find,
        {},
        says,
        documents=documents,
        kind=kind,
        audience=audience,
        mode=mode,
        is_deck=True,
        in_template=True,
    )


def plain(find: str, *slides: tuple[Block, ...]) -> Case:
    """The same text as a document, of which rules about slides say nothing."""
    return Case(find, documents=made(document(*(block for each in slides for block in each))))


_TABLE = Table((Column(line("word " * 70)),), (Row((line("word " * 70),)),))
_COLUMNS = Columns((SideBySide((words(30),)), SideBySide((ListBlock(False, (ListItem((words(31),)),)),))))
_STEPS = [slide(f"We take step {each}") for each in range(13)]
_CLOSING = slide("Please decide today", layout="closing")
_APPENDIX = slide("Appendix", layout="section")

SLIDE_CASES: tuple[Case, ...] = (
    deck(
        "slide_titles_are_sentences",
        slide("Sales rejects one lead in three"),
        slide("Loaded CAC {tier.ask.cac}"),
        slide("Budget", layout="section"),
    ),
    plain("slide_titles_are_sentences", slide("Agenda")),
    deck(
        "slide_titles_are_sentences",
        slide("Next steps"),
        says="the slide `Next steps` of `talk` has a topic as its title, not a sentence",
    ),
    deck(
        "slide_titles_are_sentences",
        slide("Key stakeholders of the programme"),
        says="the slide `Key stakeholders of the programme` of `talk` has a topic as its title, not a sentence",
    ),
    deck(
        "deck_length_is_kept",
        slide("We say little", words(60), Notes((words(60),)), _TABLE),
        slide("We answer", Cards((Card("word " * 70, line("1")),)), Notes((words(120),))),
    ),
    plain("deck_length_is_kept", slide("We say much", words(61), Notes((words(121),)))),
    deck("deck_length_is_kept", *_STEPS[:12], _CLOSING, kind="kickoff-deck"),
    deck("deck_length_is_kept", *_STEPS, kind="another-deck"),
    deck(
        "deck_length_is_kept",
        slide("We say much", _COLUMNS),
        says="the slide `We say much` has 61 words, more than 60",
    ),
    deck(
        "deck_length_is_kept",
        slide("We talk long", Notes((words(60), words(61)), HERE)),
        says="the notes of the slide `We talk long` have 121 words, more than 120",
    ),
    deck(
        "deck_length_is_kept",
        slide("We mumble", Notes((words(59),), HERE)),
        says="the notes of the slide `We mumble` have 59 words, fewer than 60",
    ),
    deck(
        "deck_length_is_kept",
        *_STEPS,
        kind="kickoff-deck",
        audience="team",
        says="`talk` has 13 slides besides title and closing, more than 12",
    ),
    deck(
        "deck_length_is_kept",
        *_STEPS[:6],
        kind="kickoff-deck",
        audience="sponsor",
        says="`talk` has 6 slides besides title and closing, more than 5",
    ),
    deck(
        "deck_length_is_kept",
        *_STEPS[:8],
        _CLOSING,
        _APPENDIX,
        *_STEPS[:12],
        kind="budget-deck",
        audience="cfo",
        mode="ask",
    ),
    deck(
        "deck_length_is_kept",
        *_STEPS[:5],
        _CLOSING,
        _APPENDIX,
        *_STEPS[:6],
        kind="budget-deck",
        mode="defend",
    ),
    deck(
        "deck_length_is_kept", *_STEPS[:6], _CLOSING, _APPENDIX, *_STEPS[:8], kind="budget-deck", mode="board"
    ),
    deck(
        "deck_length_is_kept",
        *_STEPS[:9],
        _CLOSING,
        _APPENDIX,
        kind="budget-deck",
        mode="ask",
        says="`talk` has 9 slides besides title and closing, more than 8",
    ),
    deck(
        "deck_length_is_kept",
        *_STEPS[:6],
        _CLOSING,
        _APPENDIX,
        kind="budget-deck",
        mode="defend",
        says="`talk` has 6 slides besides title and closing, more than 5",
    ),
    deck(
        "deck_length_is_kept",
        _CLOSING,
        _APPENDIX,
        *_STEPS,
        kind="budget-deck",
        mode="ask",
        says="the appendix of `talk` has 13 slides, more than 12",
    ),
    deck(
        "deck_length_is_kept",
        _APPENDIX,
        *_STEPS[:9],
        kind="budget-deck",
        mode="board",
        says="the appendix of `talk` has 9 slides, more than 8",
    ),
)
