"""GEN rules about words: leftovers, titles, weasel words, blame, claims, acronyms and bare percentages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.model.inlines import Shown
from alignkit.values import Scenario

from .lexicon import lexicon
from .people import DEPARTMENT, names_of
from .rule import Hit
from .title_verbs import has_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.diagnostics import Place

    from .pages import Page, Pages, Sentence
    from .subject import Subject

_LEFTOVER = re.compile(
    r"\{\{|\}\}|\{%|%\}|\bTBD\b|\bTODO\b|\bXXX+\b|\b[Ll]orem [Ii]psum\b"
    r"|\[(?:[A-Z][A-Za-z]*|[Yy]our|[Nn]ame|[Dd]ate|[Aa]mount|[Ii]nsert)(?: [A-Za-z]+){0,4}\](?!\()"
)
"""What somebody meant to fill in; `[S12]` and `[sic]` are something else."""
_MAYBE_LEFTOVER = ("{", "}", "[", "TBD", "TODO", "XXX", "orem")

TOPIC_LABELS = frozenset(
    {
        "agenda", "appendix", "background", "budget", "conclusion", "context", "goals", "highlights", "introduction",
        "kpis", "metrics", "next steps", "objectives", "overview", "performance", "plan", "recap", "report",
        "results", "review", "risks", "roadmap", "status", "strategy", "summary", "timeline", "update",
    }
)  # fmt: skip
"""Titles that name a topic and say nothing about it."""

_WEASELS = re.compile(
    r"\b(?:significant(?:ly)?|substantial(?:ly)?|nearly all|several|various|huge(?:ly)?|vast(?:ly)?|considerabl[ey]"
    r"|dramatic(?:ally)?|robust(?:ly)?|best-in-class|world-class|arguably|generally|basically|synerg(?:y|ies|istic)"
    r"|optimi[sz](?:e[sd]?|ing|ation)"
    r"|leverag(?:ed|es|ing)|leverage (?=(?:our|the|this|these|their|its|your|all|every|existing)\b)"
    r"|(?:market-|industry-|world-)leading|leading (?=(?:brand|company|edge|platform|player|position|provider|solution"
    r"|supplier|vendor)s?\b)"
    r"|(?:drive[sn]?|driving|drove) (?=(?:\w+ )?(?:value|growth|results|success|impact|performance)\b)"
    r"|(?<!how )(?<!as )(?<!so )(?<!too )(?<!not )many(?! (?:times as|a time)\b)"
    r"|(?<!at )(?<!the )(?<!how )most (?=of (?:the|our|their|these|those|its|all)\b|(?:companies|customers|people"
    r"|teams|deals|leads|leaders|cases|users|buyers|campaigns|channels|competitors|firms|marketers)\b)"
    r"|(?<!at )(?<!for )some (?=of (?:the|our|their|these|those|its)\b|(?:companies|customers|people|teams|deals|leads"
    r"|leaders|cases|users|buyers|campaigns|channels|competitors|firms|marketers|improvements?|progress|growth)\b)"
    r"|strong(?:er)? (?=(?:\w+ )?(?:brand|case|demand|growth|impact|interest|momentum|performance|pipeline|position"
    r"|presence|progress|quarter|results?|returns?|start|team|year)\b)"
    r"|(?:should|might|could) (?=(?:\w+ ){0,2}(?:benefit|boost|enhance|improve|increase|strengthen|uplift)\b))",
    re.IGNORECASE,
)
_WEASEL_WORDS = lexicon(
    """
    significant significantly substantial substantially nearly several various huge hugely vast vastly
    considerable considerably dramatic dramatically robust robustly best-in-class world-class arguably
    generally basically synergy synergies synergistic optimise optimize optimised optimized optimises
    optimizes optimising optimizing optimisation optimization leverage leveraged leverages leveraging
    leading market-leading industry-leading world-leading drive drives driven driving drove many most
    some strong stronger should might could
    """
)

_BLAME_VERB = (
    r"(?:failed|fails|refused|refuses|neglected|neglects|ignored|ignores|dropped the ball"
    r"|(?:is|are|was|were) (?:to blame|at fault|responsible for the (?:failure|delay|mistake|overrun|miss)))"
)
_BETWEEN = r"(?:\s+(?:has|have|had|also|again|simply|repeatedly|clearly|once|then|just|again)){0,2}\s+"
_BLAME_WORDS = lexicon(
    """
    failed fails refused refuses neglected neglects ignored ignores dropped blame blames blamed fault
    responsible
    """
)
_DEPARTMENT_BLAMED = re.compile(
    rf"\b({DEPARTMENT}){_BETWEEN}{_BLAME_VERB}"
    rf"|\b(?:blames?|blamed|fault of|blame on)\s+({DEPARTMENT})\b|\b({DEPARTMENT})['’]s? (?:fault|failure)\b"
)

_CLAIMS = re.compile(
    r"\b(?:prove[sn]|guarantee[sd]?|ensures|ensured|will (?:definitely|certainly|surely)|without (?:a )?doubt"
    r"|is certain to)\b",
    re.IGNORECASE,
)
_CLAIM_WORDS = lexicon(
    """
    proves proven guarantee guarantees guaranteed ensures ensured definitely certainly surely doubt
    certain
    """
)
_ESTIMATES = (Scenario.PLAN, Scenario.FORECAST)


def nothing_is_left_over(pages: Pages) -> Iterator[Hit]:
    """Placeholders that were never filled in (GEN-001)."""
    for page in pages.all:
        for text, place in _all_texts(page):
            if any(sign in text for sign in _MAYBE_LEFTOVER) and (match := _LEFTOVER.search(text)):
                message = f"`{page.name}` still contains `{match.group()}`"
                yield Hit(message, "", place, hint="fill it in, or take it out")


def _all_texts(page: Page) -> Iterator[tuple[str, Place | None]]:
    yield page.title, page.message.place if page.message else None
    for part in (page.headings, page.sentences, page.labels):
        for text in part:
            yield text.text, text.place


def title_is_a_sentence(pages: Pages) -> Iterator[Hit]:
    """Titles that name a topic and find or ask nothing (GEN-012)."""
    for page in pages.documents:
        if not page.is_english or not page.title:
            continue
        topic = page.title.strip(" .:").casefold() in TOPIC_LABELS
        carries_figure = any(isinstance(inline, Shown) for inline in page.document.title)
        if topic or (not carries_figure and not has_verb(page.title)):
            message = f"the title of `{page.name}` has no verb: `{page.title}`"
            if topic:
                message = f"the title of `{page.name}` is a topic, not a finding: `{page.title}`"
            yield Hit(message, hint="write the finding or the ask as a sentence, with its number")


def assertion_is_exact(pages: Pages) -> Iterator[Hit]:
    """Weasel words in sentences without a number (GEN-016)."""
    for page in pages.english:
        if _WEASEL_WORDS.isdisjoint(page.vocabulary):
            continue
        for sentence in page.sentences:
            if sentence.quoted or sentence.has_number:
                continue
            if match := _WEASELS.search(sentence.text):
                word = match.group().strip()
                message = f"`{word}` says nothing exact in `{_short(sentence.text)}`"
                yield Hit(message, "", sentence.place, hint="give the number, or leave the word out")


def nobody_is_blamed(pages: Pages) -> Iterator[Hit]:
    """People or departments as the subject of a failure (GEN-018)."""
    for page in pages.english:
        if _BLAME_WORDS.isdisjoint(page.vocabulary):
            continue
        people = _people_blamed(tuple((p.id, p.name, p.role) for p in pages.subject.context.stakeholders))
        for sentence in page.sentences:
            if sentence.quoted:
                continue
            match = _DEPARTMENT_BLAMED.search(sentence.text) or (people and people.search(sentence.text))
            if match:
                name = next(group for group in match.groups() if group)
                message = f"`{name}` is blamed in `{_short(sentence.text)}`"
                yield Hit(message, "", sentence.place, hint="write what happened, not who is to blame")


@lru_cache(maxsize=64)
def _people_blamed(people: tuple[tuple[str, str, str], ...]) -> re.Pattern[str] | None:
    """The pattern of a stakeholder who is blamed, by name or as `the CFO`."""
    names = {name for identity, full, _ in people for name in names_of(identity, full)}
    names |= {role for _, _, role in people if role}
    if not names:
        return None
    anyone = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(
        rf"\b({anyone}){_BETWEEN}{_BLAME_VERB}"
        rf"|\b(?:blames?|blamed|fault of|blame on)\s+(?:the )?({anyone})\b|\b({anyone})['’]s? (?:fault|failure)\b"
    )


def estimate_is_no_promise(pages: Pages) -> Iterator[Hit]:
    """Claim words beside estimated figures (GEN-019)."""
    for page in pages.english:
        if _CLAIM_WORDS.isdisjoint(page.vocabulary):
            continue
        for sentence in page.sentences:
            match = None if sentence.quoted else _CLAIMS.search(sentence.text)
            if match and (key := _estimate_in(sentence, pages.subject)):
                message = f"`{match.group()}` stands beside `{key}`, which is an estimate"
                yield Hit(message, "", sentence.place, hint="write `expects` or `plans`")


def _estimate_in(sentence: Sentence, subject: Subject) -> str:
    for _, _, key in sentence.spans:
        figure = subject.figures.get(key)
        sources = subject.context.sources
        kinds = {sources[name].kind for name in figure.sources if name in sources} if figure else set()
        if figure and (figure.scenario in _ESTIMATES or "estimate" in kinds):
            return key
    return ""


def _short(text: str) -> str:
    """A sentence as a message quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= 90 else f"{text[:87].rsplit(' ', 1)[0]} ..."
