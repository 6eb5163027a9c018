"""What the README shows is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from command_line import Run

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def block(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found, mark
    return found[1]


def test_there_are_exactly_two_set_up_commands_of_one_line() -> None:
    assert ["demo", "test"] == re.findall(r"<!-- command: (\w+) -->", README)
    assert [1, 1] == [block(f"command: {name}").strip().count("\n") + 1 for name in ("demo", "test")]


def test_the_message_shown_is_the_message_printed(run: Run, tmp_path: Path) -> None:
    run("new", "escalation")
    context = tmp_path / "context.yaml"
    context.write_text(context.read_text("utf-8").replace("cost: 9000", "cost: 9k"), "utf-8")

    result = run("build", "escalation")

    assert block("output: wrong cost") in result.err


def test_the_rule_shown_can_be_ignored_as_shown(run: Run, tmp_path: Path) -> None:
    run("init", "--example")
    context = tmp_path / "context.yaml"
    text = context.read_text("utf-8")
    ignored = re.search(r"  lint_ignore:\n.*\n", README)
    assert ignored
    context.write_text(text.replace("meta:\n", f"meta:\n{ignored[0]}"), "utf-8")

    assert "BUD-016" not in run("check").out


def test_every_page_it_links_to_is_there() -> None:
    links = re.findall(r'(?:\]\(|src=")([^)":]+)[)"]', README)

    assert len(links) > 5
    assert [] == [link for link in links if not (Path(__file__).parents[1] / link).exists()]
