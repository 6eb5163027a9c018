"""Whether a script answers what its listener worries about (SCR-007)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Page, Pages
    from .subject import Subject

_SCRIPT = "budget-script"
"""What is said to one person, by name."""
_ANSWERS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), frozenset(answers.split()))
    for words, answers in (
        (r"payback|pays? back|too slow", "payback"),
        (r"CRM|pipeline (?:figures?|numbers?)|disagree\w*|differ\w*|definitions?|reconcil\w+", "crm"),
        (r"worst|downside|bad year|risks?|what if", "downside"),
        (
            r"miss(?:ed|es|ing)?|promised|over-?promis\w+|slipp?\w*|behind plan|slower|forecasts?",
            "missed when",
        ),
        (r"too much|expensive|cheaper|cuts?|savings?|less money|spend(?:ing)? less", "less zero phase"),
        (r"attribut\w+|incremental\w*|anyway|cause[ds]?|prove[ns]?", "incremental"),
        (r"headcount|hir(?:e|es|ing)|heads|new (?:person|people|roles?)", "headcount"),
        (r"benchmarks?|peers|competitors|rivals|others spend", "benchmark"),
        (r"brand", "brand"),
        (r"committed|fixed|contracts?|locked|notice periods?|flexib\w+", "fixed"),
        (r"AI|automat\w+|tools?", "ai"),
        (r"board", "board"),
        (r"sellers|sales (?:people|reps|hires)|lead (?:volume|quality)|fit", "sales-instead"),
        (r"how long|lag|^when|when (?:can|do|does|is|shall|will)|timing", "when"),
        (r"small(?:er)? steps?|stag(?:e|es|ed|ing)|pilot|gates?", "phase"),
    )
)
"""Words of a concern, and the objections whose replies answer it."""

_EMPTY = lexicon(
    """
    a about above after again all already also an and any are as at be been before below between both
    but by can cannot could did do does for from get gets had has have here how if in into is it its
    just less long made make may more most much must never no nor not of off on one only or other our
    out over own same she should so some such than that the their them then there these they this those
    through to too under until up us was we were what when where which while who whom why will with
    without would yet you your marketing figures figure number numbers plan plans planned
    """
)
"""Words that are about nothing, or about everything in such a document."""
_TOKEN = re.compile(r"[a-z][a-z]+")
_ENDING = re.compile(r"(?:ies|ing|ed|es|s|e|y)\Z")


def somebody_listens(subject: Subject) -> Iterator[Hit]:
    """A script for a reader whom nobody in the context is (SCR-012)."""
    if subject.kind == _SCRIPT and subject.listener() is None:
        budget = subject.context.budget
        decider = subject.person(budget.decision.from_) if budget else None
        message = f"expected somebody with the audience `{subject.audience}`, found nobody"
        message += f": the talk speaks to `{decider.id}`, who decides" if decider else ""
        yield Hit(message, "stakeholders", hint=f"add who listens, with `audience: {subject.audience}`")


def concerns_are_answered(pages: Pages) -> Iterator[Hit]:
    """Concerns of the listener that no reply, heading, sentence or figure takes up (SCR-007)."""
    listener = pages.subject.listener()
    documents = [page for page in pages.documents if page.is_english]
    if listener is None or not documents:
        return
    for index, concern in enumerate(listener.concerns):
        if not any(_is_answered(concern, page) for page in documents):
            message = f"nothing answers what worries `{listener.id}`: `{concern}`"
            path = f"stakeholders.{listener.id}.concerns[{index}]"
            yield Hit(message, path, hint="answer it in a section or in the reply to an objection")


def _is_answered(concern: str, page: Page) -> bool:
    replies = {exchange.id for exchange in page.exchanges}
    if any(words.search(concern) and not answers.isdisjoint(replies) for words, answers in _ANSWERS):
        return True
    wanted = stems(concern)
    if not wanted:
        return True
    if any(not wanted.isdisjoint(stems(key)) for key, _ in page.figures):
        return True
    needed = min(2, len(wanted))
    texts = (text.text for part in (page.sentences, page.headings) for text in part)
    return any(len(wanted & stems(text)) >= needed for text in texts)


def stems(text: str) -> frozenset[str]:
    """The significant words of a text without their endings."""
    words = _TOKEN.findall(text.lower().replace("_", " "))
    return frozenset(_ENDING.sub("", word) for word in words if len(word) > 2 and word not in _EMPTY)
