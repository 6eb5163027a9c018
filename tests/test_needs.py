"""What a kind still wants: which keys, where to add them, and what they look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.build import Prepared, prepare
from alignkit.diagnostics import Place, Report, Severity
from alignkit.needs import has, how_to_add, paths, still_wanted
from alignkit.source import read, steps_of
from alignkit.templates import Kind, Need

CONTEXT = """\
schema: 1
meta: {author: me, as_of: 2027-01-11}
company: {name: Alder Street Goods, model: services, currency: USD}
stakeholders:
  - {id: me, name: Robin Alvarez, role: VP Marketing, audience: self}
budget:
  decision: {id: B, ask_tier: ask, from: me, by: 2027-01-29}
  lines: [{id: team, name: Team, owner: me, ask: 5}]
  tiers: [{id: ask, label: Ask, total: 5}]
  cuts: [{order: 1, line: team, amount: 1, loses: Speed}, {order: 2, line: team, amount: 1, loses: Sleep, why: No}]
issues:
  - {id: A, title: One, to: me, raised: 2027-01-11, cause: None of us}
  - {id: B, title: Two, to: me, raised: 2027-01-11, cause: None of us, decide_by: 2027-01-29}


"""


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prepared:
    monkeypatch.chdir(tmp_path)
    Path("context.yaml").write_text(CONTEXT, "utf-8")
    report = Report()
    source = read(Path("context.yaml"), report)
    assert source is not None
    found = prepare(source, report)
    assert found is not None
    return found


def kind(needs: dict[str, str], wants: dict[str, str]) -> Kind:
    return Kind(
        "note", "templates/note", "Note", "Tell", "en", (),
        tuple(Need(*each) for each in needs.items()), tuple(Need(*each) for each in wants.items()),
        "", (), {}, (), "", {},
    )  # fmt: skip


def test_needs_are_errors_that_block_and_wants_are_notes(prepared: Prepared) -> None:
    found = list(
        still_wanted(
            kind({"finance": "the figures"}, {"vision": "where to"}), prepared.context, prepared.source
        )
    )

    assert [("NEED-001", Severity.ERROR, True), ("NEED-002", Severity.INFO, False)] == [
        (each.code, each.severity, each.blocks) for each in found
    ]
    assert ["`note` needs `finance`: the figures", "`note` is better with `vision`: where to"] == [
        each.message for each in found
    ]


def test_a_missing_block_goes_behind_the_last_line_and_a_key_to_its_block(prepared: Prepared) -> None:
    wants = {"finance.arr": "", "budget.downside": "", "issues[].decide_by": "", "budget.cuts[].why": ""}

    found = list(still_wanted(kind({}, wants), prepared.context, prepared.source))

    assert [
        Place("context.yaml", 14, 1, "finance.arr"),
        Place("context.yaml", 6, 1, "budget.downside"),
        Place("context.yaml", 12, 5, "issues.A.decide_by"),
        Place("context.yaml", 10, 10, "budget.cuts.0.why"),
    ] == [each.place for each in found]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("company", ("company",)),
        ("issues[].to", ("issues.A.to", "issues.B.to")),
        ("budget.cuts[].why", ("budget.cuts[0].why", "budget.cuts[1].why")),
        ("kpis[].target", ()),
    ],
)
def test_brackets_stand_for_every_record(path: str, expected: tuple[str, ...], prepared: Prepared) -> None:
    assert expected == paths(path, prepared.context)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("company.name", True),
        ("company.description", False),
        ("budget.decision.from", True),
        ("budget.tiers.ask.total", True),
        ("budget.tiers.gone.total", False),
        ("budget.cuts[1].why", True),
        ("budget.cuts[7].why", False),
        ("finance.policy.materiality", False),
        ("kpis", False),
    ],
)
def test_what_a_context_has(path: str, expected: bool, prepared: Prepared) -> None:
    assert expected is has(prepared.context, path)


@pytest.mark.parametrize(
    ("path", "existing", "expected"),
    [
        ("budget.decision.by", 2, "`by`, a date, under `budget.decision`"),
        ("budget.source", 1, "`source`, the id of one of `sources`, under `budget`"),
        ("issues", 0, "`issues`, a list; each entry with `id`, `title`, `to`, `raised`, `cause`"),
        ("issues.A.tried", 2, "`tried`, a list, under `issues.A`"),
        ("issues.A.severity", 2, "`severity`, one of `inform`, `decide` or `urgent`, under `issues.A`"),
        ("sources", 0, "`sources`, entries under names of your own, each with `name`, `kind`"),
        ("budget.decision.by", 0, "`budget`, with `decision`, `lines`, `tiers`, `decision.by`"),
        ("company.name", 1, "`name`, text, under `company`"),
    ],
)
def test_a_key_is_described_as_it_is_written(path: str, existing: int, expected: str) -> None:
    assert expected == how_to_add(steps_of(path), existing)
