from pathlib import Path

import pytest

from alignkit.diagnostics import Place, Report
from alignkit.source import Source, read


def read_files(folder: Path, files: dict[str, str], people: str = "") -> tuple[Source | None, Report]:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    report = Report()
    return read(folder, report, people=folder / people if people else None), report


def told(report: Report) -> list[tuple[str, str]]:
    return [(d.code, d.message) for d in report]


def test_files_are_joined_by_top_level_key(tmp_path: Path) -> None:
    source, report = read_files(
        tmp_path,
        {
            "a.yaml": "schema: 1\nkpis: [{id: x}]\nfinance: {FY1: 1}\n",
            "b.yml": "schema: 1\nkpis: [{id: y, v: 2}]\nfinance: {FY2: 2}\n",
        },
    )

    assert told(report) == []
    assert source is not None
    assert source.data == {
        "schema": 1,
        "kpis": [{"id": "x"}, {"id": "y", "v": 2}],
        "finance": {"FY1": 1, "FY2": 2},
    }
    assert source.place("kpis.y.v") == Place(str(tmp_path / "b.yml"), 2, 19, "kpis.y.v")
    assert source.place("finance.FY2") == Place(str(tmp_path / "b.yml"), 3, 16, "finance.FY2")


def test_what_two_files_say_is_told_with_both_places(tmp_path: Path) -> None:
    first, second = str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")
    source, report = read_files(
        tmp_path, {"a.yaml": "meta: {author: x}\nx: 1\n", "b.yaml": "x: 2\nmeta: {author: y}\n"}
    )

    assert told(report) == [
        ("YAML-020", f"`x` is already given in `{first}`, line 2"),
        ("YAML-020", f"`meta.author` is already given in `{first}`, line 1"),
    ]
    assert [d.place for d in report] == [Place(second, 1, 1, "x"), Place(second, 2, 8, "meta.author")]
    assert [d.related for d in report] == [(Place(first, 2, 1, "x"),), (Place(first, 1, 8, "meta.author"),)]
    assert source is not None
    assert source.data == {"meta": {"author": "x"}, "x": 1}


def test_what_is_no_part_of_the_context_is_left_alone(tmp_path: Path) -> None:
    source, report = read_files(
        tmp_path,
        {
            "context.yaml": "a: 1\n",
            "people.yaml": "people: {}\n",
            "brand.yaml": "b: 1\n",
            ".hidden.yaml": "c: 1\n",
            "notes.md": "d",
            "templates/kind.yaml": "e: 1\n",
            "alignkit.yaml": "f: 1\n",
        },
    )

    assert told(report) == []
    assert source is not None
    assert source.data == {"a": 1}


def test_a_mistake_in_one_file_does_not_hide_those_in_another(tmp_path: Path) -> None:
    _, report = read_files(tmp_path, {"a.yaml": "a: %\n", "b.yaml": "b: 1\nb: 2\n", "c.yaml": "c: @\n"})

    assert [d.code for d in report] == ["YAML-010", "YAML-013", "YAML-010"]


def test_the_people_file_holds_people_only(tmp_path: Path) -> None:
    source, report = read_files(
        tmp_path,
        {"context.yaml": "a: 1\n", "people.yaml": "schema: 1\npeople: {x: 1}\na: 2\n"},
        "people.yaml",
    )

    assert told(report) == [("YAML-025", "expected only `people` in the people file, found `a`")]
    assert source is not None
    assert source.data == {"a": 1, "people": {"x": 1}, "schema": 1}


def test_a_people_file_without_people(tmp_path: Path) -> None:
    _, report = read_files(tmp_path, {"context.yaml": "a: 1\n", "people.yaml": "schema: 1\n"}, "people.yaml")

    assert told(report) == [("YAML-025", "expected the block `people` in the people file, found none")]


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "wide.yaml").write_bytes("a: 1\n".encode("utf-16"))
    (tmp_path / "wide2.yaml").write_bytes("a: 1\n".encode("utf-16-le"))
    (tmp_path / "latin.yaml").write_bytes("a: 1\nb: caf\u00e9\n".encode("latin-1"))
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    save = "save the file as UTF-8 (in most editors: Save as, Encoding, UTF-8)"

    for name, code, message, where, hint in (
        (
            "gone.yaml",
            "YAML-001",
            "`{}` cannot be read: there is no such file",
            "1:1",
            "check the name and the folder you are in",
        ),
        ("loop.yaml", "YAML-001", "`{}` cannot be read: too many levels of symbolic links", "1:1", ""),
        (
            "empty",
            "YAML-002",
            "expected a file that ends in .yaml in the folder `{}`, found none",
            "1:1",
            "name the context file, or put context.yaml there",
        ),
        ("wide.yaml", "YAML-003", "expected UTF-8, found UTF-16", "1:1", save),
        ("wide2.yaml", "YAML-003", "expected UTF-8, found UTF-16", "1:1", save),
        ("latin.yaml", "YAML-003", "expected UTF-8, found the byte 0xE9", "2:7", save),
    ):
        path, report = tmp_path / name, Report()

        assert read(path, report) is None
        (found,) = report
        assert (found.code, found.message, found.hint) == (code, message.format(path), hint)
        assert str(found.place) == f"{path}:{where}"


def test_a_device_is_no_file() -> None:
    report = Report()

    assert read(Path("/dev/zero"), report) is None
    assert told(report) == [("YAML-001", "expected a file, found something else: `/dev/zero`")]


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    report = Report()
    source = read(tmp_path / "context.yaml", report)

    assert told(report) == []
    assert source is not None
    assert source.data == {"a": 1}


SMALL = "budget: {decision: {by: 2026-01-01}}\nissues: [{id: ISS1, approved: 1}]\n"
WRITE = "write it as in --set budget.decision.by=2026-12-18"
OVERRIDES: tuple[tuple[str, object], ...] = (
    ("budget.decision.by=2026-12-18", "2026-12-18"),
    ("issues.ISS1.approved=130000", "130000"),
    ("issues[0].approved=no", "no"),
    ("issues[0].note=", "None"),
    ("budget.new=a=b", "a=b"),
    ('budget.new="12"', "12"),
    ("budget.new='it''s'", "it's"),
)


@pytest.mark.parametrize(("text", "value"), OVERRIDES)
def test_a_value_of_the_command_line_wins(tmp_path: Path, text: str, value: str) -> None:
    path = tmp_path / "context.yaml"
    path.write_text(
        "budget: {decision: {by: 2026-01-01}}\nissues: [{id: ISS1, approved: 1}]\n", encoding="utf-8"
    )
    report = Report()
    source = read(path, report, overrides=("budget.other=1", text))

    assert told(report) == []
    assert source is not None
    key = text.partition("=")[0]
    place = source.place(key)
    assert (place.file, place.line, place.column) == ("--set", 2, len(key) + 2)
    assert place.path == key.replace("[0]", ".ISS1")
    assert source.lines["--set"] == ("budget.other=1", text)
    found: object = source.data
    for step in key.replace("[0]", ".ISS1").split("."):
        found = found[step] if isinstance(found, dict) else found[0]  # type: ignore[index] # a list with one element
    assert str(found) == value


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("budget", "expected `path=value`, found `budget`", WRITE),
        ("=5", "expected `path=value`, found `=5`", WRITE),
        ("budgte.decision.by=5", "there is no `budgte` in the context", "write `budget`"),
        ("issues.ISS2.approved=5", "there is no `ISS2` in `issues`", "write `ISS1`"),
        ("issues[4].approved=5", "there is no `4` in `issues`", "choose from `ISS1`"),
        (
            "budget.decision.by.x=5",
            "`budget.decision.by` has nothing inside, found `budget.decision.by.x`",
            "write `budget.decision.by=…` to change the value itself",
        ),
    ],
)
def test_a_path_that_leads_nowhere(tmp_path: Path, text: str, message: str, hint: str) -> None:
    path = tmp_path / "context.yaml"
    path.write_text(
        "budget: {decision: {by: 2026-01-01}}\nissues: [{id: ISS1, approved: 1}]\n", encoding="utf-8"
    )
    report = Report()
    read(path, report, overrides=(text,))

    (found,) = report
    assert (found.code, found.message, found.hint) == ("YAML-026", message, hint)
    assert str(found.place) == "--set:1:1"


@pytest.mark.parametrize("value", ["x\u202ey\x07", '"x\\u202ey\\u0007"'])
def test_what_no_document_may_carry_is_taken_out_of_a_value_and_told(tmp_path: Path, value: str) -> None:
    path = tmp_path / "context.yaml"
    path.write_text("company: {name: Quillmere}\n", encoding="utf-8")
    report = Report()

    source = read(path, report, overrides=(f"company.name={value}",))

    assert source is not None
    assert {"company": {"name": "xy"}} == source.data
    assert [
        ("YAML-021", "U+0007 cannot stand in a document and was taken out", "--set:1:1"),
        ("YAML-022", "U+202E turns the direction of writing and was taken out", "--set:1:1"),
    ] == [(each.code, each.message, str(each.place)) for each in report]
