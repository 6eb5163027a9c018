"""`alignkit ask`, with answers from a file in place of a keyboard."""

from __future__ import annotations

import io
from pathlib import Path
from typing import ClassVar

import pytest

from asking_people import COMPANY, TROUBLE, Person, talk
from command_line import Result, Run

DAY = "2026-11-20"
CONTEXT = Path("context.yaml")
ANSWERS = """\
Alder Street
services
USD
Robin Alvarez
VP Marketing



y
Jo Ek
CEO
ceo

n
Spring catalogue
jo
The photos came late

slip

15
n
quit
"""


@pytest.fixture
def ask(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `alignkit ask` with a text as input."""

    def ask_here(*arguments: str) -> Result:
        *options, answers = arguments
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        return run("ask", *options, "--date", DAY)

    return ask_here


def test_a_context_is_made_of_answers_and_builds(ask: Run, run: Run) -> None:
    result = ask("escalation", ANSWERS)

    assert (0, "") == (result.code, result.out)
    assert result.err.endswith(
        "`escalation` has what it needs; 10 more would make it better; now run: alignkit build escalation\n"
    )
    assert (
        CONTEXT.read_text("utf-8")
        == """\
# yaml-language-server: $schema=.alignkit/context.schema.json
schema: 1
company:
  name: Alder Street
  model: services
  currency: USD
stakeholders:
  - id: robin
    name: Robin Alvarez
    audience: self
    role: VP Marketing
  - id: jo
    name: Jo Ek
    role: CEO
    audience: ceo
meta:
  author: robin
  as_of: 2026-11-20
  locale: en-US
issues:
  - id: ISS1
    title: Spring catalogue
    to: jo
    cause: The photos came late
    raised: 2026-11-20
    type: slip
    severity: decide
    days_late: 15
"""
    )
    assert Path(".alignkit/context.schema.json").is_file()
    assert 0 == run("build", "escalation").code


def test_it_stops_where_the_input_ends_and_says_what_is_left(ask: Run) -> None:
    result = ask("escalation", "Alder Street\n2\neur")

    assert 1 == result.code
    assert CONTEXT.read_text("utf-8").endswith(
        "company:\n  name: Alder Street\n  model: services\n  currency: EUR\n"
    )
    assert "error" not in result.err
    assert result.err.endswith(
        """
still missing:
  Who are you? Your full name stands under every document
  Which day do the documents speak for?
  How are numbers and days written? A language and a country
  Full name of somebody your plan depends on
  What do you escalate? It becomes the subject, so a few words
5 questions are still open; go on with: alignkit ask escalation
"""
    )


def test_nothing_answered_makes_no_file(ask: Run) -> None:
    result = ask("escalation", "")

    assert 1 == result.code
    assert not CONTEXT.exists()
    assert result.err.endswith(
        "nothing was answered and nothing written; begin again with: alignkit ask escalation\n"
    )


def test_a_question_says_how_far_it_is_why_and_what_to_write(ask: Run) -> None:
    result = ask("escalation", "Alder Street\n")

    assert result.err.startswith("""
1 of 30, about 10 minutes left, then 4 for what makes it better
What is your company called?
  why: whose issue it is
  such as Quillmere Software
  company: {name: Alder Street}

2 of 30, about 10 minutes left, then 4 for what makes it better
How does it earn its money?
  why: documents take their words for a sale from it; choose what comes nearest
  1 b2b_saas  software that companies subscribe to
  2 services  orders of clients: projects, work, machines
  3 ecommerce  goods sold on the web
""")


def test_broken_yaml_is_refused_and_not_touched(ask: Run) -> None:
    CONTEXT.write_text("company: {name: Alder\nmeta: x: y\n", "utf-8")
    before = CONTEXT.read_bytes()

    result = ask("escalation", "Alder\n")

    assert 1 == result.code
    assert "YAML-012" in result.err
    assert "What is your company called?" not in result.err
    assert before == CONTEXT.read_bytes()
    assert not Path(".alignkit").exists()


def test_a_later_version_of_the_format_is_refused(ask: Run) -> None:
    CONTEXT.write_text("schema: 2\n", "utf-8")

    result = ask("escalation", "Alder\n")

    assert 1 == result.code
    assert "CTX-009" in result.err
    assert "schema: 2\n" == CONTEXT.read_text("utf-8")


def test_what_no_answer_cures_is_left_to_its_author(ask: Run) -> None:
    talk("escalation", Person(COMPANY | TROUBLE))
    CONTEXT.write_text(CONTEXT.read_text("utf-8") + "colour: blue\n", "utf-8")

    result = ask("escalation", "")

    assert 1 == result.code
    assert "CTX-001 unknown key `colour` in the context" in result.err
    assert result.err.endswith("1 error left; no answer cures that; change the file\n")


def test_the_open_questions_alone(ask: Run) -> None:
    CONTEXT.write_text("schema: 1\ncompany: {name: Alder, model: services}\n", "utf-8")

    result = ask("escalation", "--list", "")

    assert 0 == result.code
    assert (
        result.out
        == """\
needed  company.currency: In which currency are all amounts?
needed  meta.author: Who are you? Your full name stands under every document
needed  meta.as_of: Which day do the documents speak for?
needed  meta.locale: How are numbers and days written? A language and a country
needed  stakeholders[].name: Full name of somebody your plan depends on
needed  issues[].title: What do you escalate? It becomes the subject, so a few words
better  sources[].name: A report or file your figures come from, as a reader would know it
"""
    )


def test_nothing_open_goes_straight_to_the_end(ask: Run) -> None:
    talk("escalation", Person(COMPANY | TROUBLE))
    before = CONTEXT.read_bytes()

    result = ask("escalation", "")

    assert 0 == result.code
    assert result.err.endswith("`escalation` has what it needs; now run: alignkit build escalation\n")
    assert before == CONTEXT.read_bytes()


def test_what_was_skipped_comes_back_with_all(ask: Run) -> None:
    talk("escalation", Person(COMPANY | TROUBLE | {"issues[].if_late": ""}))

    assert "waiting cost" not in ask("escalation", "--list", "").out
    assert (
        "better  issues.0.if_late: Spring catalogue: what does waiting cost?\n"
        in ask("escalation", "--all", "--list", "").out
    )


def test_a_context_of_another_name_in_another_folder(ask: Run) -> None:
    result = ask("escalation", "--context", "clients/acme.yaml", "Acme\n")

    assert 1 == result.code
    assert Path("clients/acme.yaml").read_text("utf-8").endswith("company:\n  name: Acme\n")
    assert result.err.endswith("go on with: alignkit ask escalation --context clients/acme.yaml\n")


def test_a_kind_there_is_not(ask: Run) -> None:
    result = ask("escalatoin", "")

    assert 2 == result.code
    assert "KIND-000 there is no kind `escalatoin`" in result.err


def test_control_c_leaves_what_was_answered(ask: Run, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    class Impatient:
        left: ClassVar = ["Alder Street\n"]

        def isatty(self) -> bool:
            return False

        def readline(self) -> str:
            if not self.left:
                raise KeyboardInterrupt
            return self.left.pop()

    monkeypatch.setattr("sys.stdin", Impatient())
    result = run("ask", "escalation", "--date", DAY)

    assert 1 == result.code
    assert CONTEXT.read_text("utf-8").endswith("company:\n  name: Alder Street\n")


def test_answers_in_another_encoding_are_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = io.TextIOWrapper(io.BytesIO(b"M\xfcller\nM\xc3\xbcller\n"), encoding="utf-8", errors="strict")
    monkeypatch.setattr("sys.stdin", answers)

    result = run("ask", "escalation", "--date", DAY)

    assert 1 == result.code
    assert (
        "  expected UTF-8, found characters of another encoding in `M\ufffdller`\n"
        "  hint: save the answers as UTF-8, or type the answer anew\n"
    ) in result.err
    assert CONTEXT.read_text("utf-8").endswith("company:\n  name: Müller\n")


EURO = "Alder Street\nservices\nEUR\nRobin Alvarez\nVP Marketing\n\n\n"


def test_the_locale_is_asked_with_the_one_most_often_used_for_the_currency(ask: Run) -> None:
    result = ask("budget-script", f"{EURO}\n")

    assert (
        """How are numbers and days written? A language and a country
  why: 1.200 is a thousand and more to one reader, and hardly more than one to another
  1 en-US
"""
        in result.err
    )
    assert "  Enter writes de-DE\n" in result.err
    assert "locale: de-DE\n" in CONTEXT.read_text("utf-8")


def test_a_locale_nobody_knows_is_refused(ask: Run) -> None:
    result = ask("budget-script", f"{EURO}german\n")

    assert "expected the tag of a locale for `locale`, found the text `german`" in result.err
    assert "locale" not in CONTEXT.read_text("utf-8").partition("meta:")[2]


def test_numbers_are_suggested_in_the_locale_of_the_context(ask: Run) -> None:
    CONTEXT.write_text(
        "schema: 1\nmeta: {author: me, as_of: 2026-11-20, locale: de-DE}\n"
        "company: {name: Kern, model: services, currency: EUR}\n"
        "stakeholders: [{id: me, name: Robin Alvarez, role: CMO, audience: self}]\n"
        "issues: [{id: ISS1, title: Spring, to: me, cause: Late, raised: 2026-11-19, type: overrun, severity: decide, approved: much}]\n",
        "utf-8",
    )

    result = ask("escalation", "?\n-5\n120.000\n")

    assert "an amount: 2880000, 2.880.000 or 2,88M, such as 120.000\n" in result.err
    assert "somebody else answered: 120.000\n" in result.err
    assert "expected no less than 0 for `approved`, found `-5`" in result.err
    assert "approved: 120000" in CONTEXT.read_text("utf-8")


def test_somebody_new_is_named_without_the_word(ask: Run) -> None:
    answers = "Alder Street\nservices\nGBP\nRobin Alvarez\nCMO\n\n\n\ny\nnew Jens Albrecht\nCFO\ncfo\n"

    ask("escalation", answers)

    assert "  - id: jens\n    name: Jens Albrecht\n    role: CFO\n" in CONTEXT.read_text("utf-8")
