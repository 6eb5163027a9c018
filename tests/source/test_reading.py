from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from alignkit.diagnostics import Place, Report, Severity
from alignkit.source import Source, read

QUILLMERE = Path(__file__).parents[2] / "examples" / "quillmere"

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(text: str, name: str = "context.yaml") -> Path:
        (tmp_path / name).write_bytes(text.encode("utf-8"))
        return tmp_path / name

    return write_file


def read_text(write: Write, text: str) -> tuple[Source | None, Report]:
    report = Report()
    return read(write(text), report), report


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(d.code, f"{d.place.line}:{d.place.column}" if d.place else "", d.message) for d in report]


def test_the_worked_example_reads_without_a_word() -> None:
    report = Report()

    source = read(QUILLMERE / "context.yaml", report, people=QUILLMERE / "people.yaml")

    assert told(report) == []
    assert source is not None
    assert {"budget", "people", "meta"} <= source.data.keys()


def test_a_folder_leaves_the_people_file_out() -> None:
    report = Report()

    source = read(QUILLMERE, report)

    assert told(report) == []
    assert source is not None
    assert "people" not in source.data


SYNTAX = {
    "a tab indents": (
        "meta:\n\tauthor: h\n",
        "YAML-007",
        "2:1",
        "expected spaces before this line, found a tab",
    ),
    "two tabs": (
        "meta:\n  a: 1\n\tb: 2\n",
        "YAML-007",
        "3:1",
        "expected spaces before this line, found a tab",
    ),
    "a quote is open": (
        'meta:\n  a: "foo\n  b: 1\n',
        "YAML-008",
        "2:6",
        'expected a closing " on this line, found none',
    ),
    "a later quote closes it": (
        'meta:\n  a: "foo\n  b: "bar"\n',
        "YAML-008",
        "2:6",
        'expected a closing " on this line, found none',
    ),
    "an open quote in brackets": (
        "a: {b: 'x, c: 1}\nd: 2\n",
        "YAML-008",
        "1:8",
        "expected a closing ' on this line, found none",
    ),
    "quotes in quotes": (
        'a: "say "hi" now"\n',
        "YAML-008",
        "1:10",
        'expected the end of the value after the closing ", found more text',
    ),
    "an apostrophe in quotes": (
        "a: 'don't'\n",
        "YAML-008",
        "1:9",
        "expected the end of the value after the closing ', found more text",
    ),
    "a backslash": ('a: "C:\\Users"\n', "YAML-008", "1:7", "`\\U` means nothing within double quotes"),
    "half a character": ('a: "\\uD83D"\n', "YAML-008", "1:5", "`\\u` means nothing within double quotes"),
    "no space after a colon": (
        "meta:\n  author:helena\n  as_of: x\n",
        "YAML-009",
        "2:9",
        "expected a space after the colon of `author`, found none",
    ),
    "no space in the last line": (
        "meta:\n  a: 1\n  author:helena\n",
        "YAML-009",
        "3:9",
        "expected a space after the colon of `author`, found none",
    ),
    "a colon in a value": (
        "a: Consent: 30 pages\n",
        "YAML-010",
        "1:11",
        "a colon followed by a space cannot stand in a value without quotes",
    ),
    "a colon in brackets": (
        "a: {b: c: d}\n",
        "YAML-010",
        "1:9",
        "a colon followed by a space cannot stand in a value without quotes",
    ),
    "a per cent sign": (
        "a: %5\n",
        "YAML-010",
        "1:4",
        "`%` at the start of a value means something else to YAML",
    ),
    "an at sign": ("a: @x\n", "YAML-010", "1:4", "`@` at the start of a value means something else to YAML"),
    "a backtick": (
        "a: `x`\n",
        "YAML-010",
        "1:4",
        "a backtick at the start of a value means something else to YAML",
    ),
    "bold text": (
        "a: **b** c\n",
        "YAML-010",
        "1:4",
        "`*` at the start of a value means something else to YAML",
    ),
    "an ampersand": (
        "a: & Co\n",
        "YAML-010",
        "1:4",
        "`&` at the start of a value means something else to YAML",
    ),
    "a greater-than sign": (
        "a: >5 x\n",
        "YAML-010",
        "1:4",
        "`>` at the start of a value means something else to YAML",
    ),
    "a dash": ("a: - x\n", "YAML-010", "1:4", "`-` at the start of a value means something else to YAML"),
    "text after a bracket": (
        "a: [TBD] soon\n",
        "YAML-010",
        "1:10",
        "a value that begins with a bracket has to end with it, or stand in quotes",
    ),
    "a comment inside brackets": (
        "a: {b: Team #1, c: 2}\n",
        "YAML-010",
        "1:13",
        "expected `}`, found a comment: text after ` #` is not read",
    ),
    "an open brace": (
        "a: {b: 1\nc: 2\n",
        "YAML-012",
        "1:4",
        "expected a closing `}` for the `{` that opens here, found none",
    ),
    "an open bracket": (
        "a: [1, 2\nc: 2\n",
        "YAML-012",
        "1:4",
        "expected a closing `]` for the `[` that opens here, found none",
    ),
    "a bracket too many": ("a: ]\n", "YAML-012", "1:4", "`]` closes a bracket that was never opened"),
    "a line too far left": (
        "a:\n  b: 1\n c: 2\n",
        "YAML-011",
        "3:2",
        "this line is indented like none of the lines it could belong to",
    ),
    "a line too far right": (
        "a: 1\n  b: 2\n",
        "YAML-011",
        "2:3",
        "this line is indented like none of the lines it could belong to",
    ),
    "a no-break space before a line": (
        "a:\n  b: 1\n \u00a0c: 2\n",
        "YAML-011",
        "3:2",
        "expected spaces before this line, found a no-break space (U+00A0)",
    ),
    "a wide space before the line above": (
        "a:\n\u3000 b: 1\n  c: 2\n",
        "YAML-011",
        "2:1",
        "expected spaces before this line, found a wide space (U+3000)",
    ),
    "a line without a key": ("a: 1\nfoo\nb: 2\n", "YAML-006", "2:1", "expected `key: value`, found `foo`"),
}
CONTENT = {
    "a duplicate key": (
        "a: 1\nb: 2\na: 3\n",
        "YAML-013",
        "3:1",
        "the key `a` stands twice, first in line 1 and again in line 3",
    ),
    "a duplicate that looks like a number": (
        "a: {1: x, 1: y}\n",
        "YAML-013",
        "1:11",
        "the key `1` stands twice, first in line 1 and again in line 1",
    ),
    "a tag": (
        "a: !important x\n",
        "YAML-014",
        "1:4",
        "`!important` at the start of a value is a YAML tag, which is not used here",
    ),
    "a binary": (
        "a: !!binary aGk=\n",
        "YAML-014",
        "1:4",
        "`tag:yaml.org,2002:binary` at the start of a value is a YAML tag, which is not used here",
    ),
    "a set": (
        "a: !!set {x, y}\n",
        "YAML-014",
        "1:4",
        "`tag:yaml.org,2002:set` at the start of a value is a YAML tag, which is not used here",
    ),
    "a Python object": (
        "a: !!python/object/apply:os.system [x]\n",
        "YAML-014",
        "1:4",
        "`tag:yaml.org,2002:python/object/apply:os.system` at the start of a value is a YAML tag",
    ),
    "a list as key": ("? [a]\n: 1\n", "YAML-015", "1:3", "expected a text as key, found a bracket"),
    "a template expression": ("a: {{ b.c }}\n", "YAML-015", "1:5", "expected a text as key, found a bracket"),
    "a key without a name": ('"": 1\n', "YAML-015", "1:1", "expected a text as key, found nothing"),
    "a merge key": (
        "a: &x {b: 1}\nc: {<<: *x}\n",
        "YAML-016",
        "2:5",
        "`<<` copies keys from elsewhere in YAML, which is not used here",
    ),
    "a second document": (
        "a: 1\n---\nb: 2\n",
        "YAML-017",
        "2:1",
        "expected one document, found a second one after `---`",
    ),
    "an unknown alias": ("a: *b\n", "YAML-018", "1:4", "`*b` repeats a value marked `&b`, and there is none"),
    "an empty file": ("", "YAML-019", "1:1", "the file is empty"),
    "only a comment": ("# to do\n", "YAML-019", "1:1", "the file is empty"),
    "a list": ("- a\n", "YAML-019", "1:1", "expected keys such as `meta:` and `company:`, found a list"),
    "a text": (
        "hello\n",
        "YAML-019",
        "1:1",
        "expected keys such as `meta:` and `company:`, found the text `hello`",
    ),
    "reviews in the context": (
        "a: 1\npeople: {}\n",
        "YAML-024",
        "2:1",
        "the block `people` is confidential and cannot be part of the shared context",
    ),
    "a bell": ('a: "x\\ay"\n', "YAML-021", "1:4", "U+0007 cannot stand in a document and was taken out"),
    "a raw NUL": ("a: x\x00y\n", "YAML-021", "1:4", "U+0000 cannot stand in a document and was taken out"),
    "a noncharacter": (
        "a: x\uffff\n",
        "YAML-021",
        "1:4",
        "U+FFFF cannot stand in a document and was taken out",
    ),
    "a control character of the second set": (
        "a: x\u0090y\n",
        "YAML-021",
        "1:4",
        "U+0090 cannot stand in a document and was taken out",
    ),
    "another program's line break": (
        "a: x\u2028y\n",
        "YAML-021",
        "1:4",
        "U+2028 cannot stand in a document and was taken out",
    ),
    "a bidi override": (
        "a: x\u202ey\n",
        "YAML-022",
        "1:4",
        "U+202E turns the direction of writing and was taken out",
    ),
    "a lost number sign": (
        "a: Team #1\n",
        "YAML-023",
        "1:9",
        "`#1` is read as a comment, not as part of the value",
    ),
    "a lost ampersand": (
        "a: &Co\n",
        "YAML-023",
        "1:4",
        "`&Co` at the start of a value is read as a mark for repetition, not as text",
    ),
}


@pytest.mark.parametrize("case", [*SYNTAX, *CONTENT])
def test_a_hostile_or_mistaken_text_gets_one_located_message(write: Write, case: str) -> None:
    text, code, where, message = (SYNTAX | CONTENT)[case]

    _, report = read_text(write, text)

    assert [(code, where)] == [(c, w) for c, w, _ in told(report)]
    assert told(report)[0][2].startswith(message)


@pytest.mark.parametrize("case", SYNTAX)
def test_every_mistake_of_syntax_has_a_cure_that_starts_with_a_verb(write: Write, case: str) -> None:
    _, report = read_text(write, SYNTAX[case][0])

    assert {"indent", "close", "put", "write", "add", "remove", "give"} >= {d.hint.split()[0] for d in report}


def test_a_cure_can_be_copied(write: Write) -> None:
    _, report = read_text(write, "meta:\n  cause: Consent: 30 pages  # new\nb: 1\n")

    assert [d.hint for d in report] == ['write `cause: "Consent: 30 pages"`']


@pytest.mark.parametrize(
    "text", ["\u201cCPC: up 7%\u201d", "\u201eCPC: up 7%\u201c", "\u00abCPC: up 7%\u00bb"]
)
def test_a_cure_does_without_the_quotes_of_a_word_processor(write: Write, text: str) -> None:
    _, report = read_text(write, f"meta:\n  cause: {text}\n")

    assert [d.hint for d in report] == ['write `cause: "CPC: up 7%"`']


def test_a_no_break_space_within_a_text_is_welcome(write: Write) -> None:
    source, report = read_text(write, "a: 10\u00a0000 euros\n")

    assert [] == list(report)
    assert source is not None
    assert {"a": "10\u00a0000 euros"} == source.data


def test_a_mistake_of_syntax_hides_no_other(write: Write) -> None:
    text = 'meta:\n  a: "open\ncompany:\n  b: 1\n  b: 2\nbudget:\n  c:1\n  d: 2\nrisks: [1,\nkpis: 5\n'

    source, report = read_text(write, text)

    assert [(code, where) for code, where, _ in told(report)] == [
        ("YAML-008", "2:6"),
        ("YAML-013", "5:3"),
        ("YAML-009", "7:4"),
        ("YAML-012", "9:8"),
    ]
    assert source is not None
    assert source.data == {"company": {"b": 1}, "kpis": 5}
    assert {"meta", "budget", "risks"} == source.unread


def test_both_places_of_a_duplicate_are_told(write: Write) -> None:
    path = write("meta:\n  a: 1\n  a: 2\n")
    report = Report()

    source = read(path, report)

    (found,) = report
    assert Place(str(path), 3, 3, "meta.a") == found.place
    assert (Place(str(path), 2, 3, "meta.a"),) == found.related
    assert found.blocks
    assert source is not None
    assert source.data == {"meta": {"a": 1}}


def test_what_was_taken_out_is_located_by_its_path(write: Write) -> None:
    source, report = read_text(write, 'a:\n  - {id: x, b: "1\\x01\\x02", "k\\x7f": 2}\n')

    assert source is not None
    assert source.data == {"a": [{"id": "x", "b": "1", "k": 2}]}
    assert [d.place.path for d in report if d.place] == ["a.x.b", "a.x"]
    assert {Severity.WARN} == {d.severity for d in report}
    assert not report.is_broken


def test_lines_are_those_a_person_sees(write: Write) -> None:
    path = write("a: 1\r\nb: x\x07y\r\n")
    source = read(path, Report())

    assert source is not None
    assert source.lines[str(path)] == ("a: 1", "b: x\ufffdy", "")


def test_keys_are_text_whatever_they_look_like(write: Write) -> None:
    source, report = read_text(write, "no: 1\n2026: 2\ntrue: 3\nnull: 4\n1.5: 5\n")

    assert told(report) == []
    assert source is not None
    assert list(source.data) == ["no", "2026", "true", "null", "1.5"]


def test_a_repeated_value_is_read_where_it_is_repeated(write: Write) -> None:
    source, report = read_text(write, "a: &x {b: 1}\nc: *x\n")

    assert told(report) == []
    assert source is not None
    assert source.data == {"a": {"b": 1}, "c": {"b": 1}}


def test_places(write: Write) -> None:
    path = write("budget:\n  tiers:\n    - {id: ask, total: 5}\n  cuts:\n    - amount: 3\nx: {a.b: 1}\n")
    source = read(path, Report())

    assert source is not None
    for wanted, line, column, path_told in (
        ("budget.tiers.ask.total", 3, 24, "budget.tiers.ask.total"),
        ("budget.tiers[0].total", 3, 24, "budget.tiers.ask.total"),
        ("budget.tiers.ask", 3, 7, "budget.tiers.ask"),
        ("budget.cuts[0].amount", 5, 15, "budget.cuts[0].amount"),
        ("budget.cuts[7].amount", 4, 3, "budget.cuts[7].amount"),
        ("budget.tiers.base.total", 2, 3, "budget.tiers.base.total"),
        ('x["a.b"]', 6, 10, 'x["a.b"]'),
        ("nothing", 1, 1, "nothing"),
    ):
        assert Place(str(path), line, column, path_told) == source.place(wanted)


def test_numbers_keep_their_digits(write: Write) -> None:
    source, _ = read_text(write, "a: 3.10\nb: 24000\n")

    assert source is not None
    assert {"a": Decimal("3.10"), "b": 24000} == source.data
    assert str(source.data["a"]) == "3.10"


def test_a_file_of_mistakes_is_cut_short(write: Write) -> None:
    _, report = read_text(write, "a: 0\n" + "a: 1\n" * 300)

    assert len(report) == 101
    assert told(report)[-1][2].startswith("200 more problems in ")
