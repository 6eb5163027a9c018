"""Choosing and composing everything a people file wants said, for the whole team at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from alignkit.context.answers import Links, links_of
from alignkit.context.stakeholders import short_names
from alignkit.model.draft import Cited, Joined
from alignkit.phrases import REVIEW, Choice, Wish, band_of, cell_in, choose, composed

from .counting import goals_met, period_of
from .facts import Facts, with_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.context.people import Evidence, People, Review
    from alignkit.context.whole import Context
    from alignkit.formats import Formats
    from alignkit.phrases import Competency, Filling, PhraseBook
    from alignkit.statements import StatementBank

_STEERING, _SERVING = "agency", "service"
"""A provider's own review is about its service where a file says `agency`, which is about steering one."""
REPLIES = ("disagree-facts", "unfair", "not-my-fault", "rating-too-low", "silence")
"""What a talk track is ready for."""
MOST_STRENGTHS = 2
"""Strengths a talk has time for."""
SELF_QUESTIONS = 4
"""Questions of the form for one's own view; forms for others name nothing of the person's review."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is said, by what it is said of."""

    said: Mapping[str, Joined] = field(default_factory=dict)
    """Sentences by key, such as `people.reviews[0].evidence.S1`."""
    choices: Mapping[tuple[str, str], Choice] = field(default_factory=dict)
    """The phrases taken, by key and part."""
    unsaid: tuple[tuple[str, str], ...] = ()
    """Keys and parts of what no phrase fits."""


class _About(NamedTuple):
    """What a wish is about, beside its facts."""

    competency: str = ""
    band: str = ""
    purpose: str = ""
    audience: str | None = None
    channel: str = ""
    topic: str = ""
    person: int = 2


@dataclass(frozen=True, slots=True)
class _Asked:
    """A wish with the facts its phrase will be filled with."""

    wish: Wish
    facts: Mapping[str, Filling]
    address: str


def tell(
    people: People, context: Context, book: PhraseBook, bank: StatementBank | None, formats: Formats
) -> Told:
    """Everything the reviews of a people file say.

    All of them are told at once, whichever is made: the same file gives the same sentences, and no two people
    the same phrase while another is left.

    Args:
        people: the reviews.
        context: names and objectives.
        book: the phrases of the language.
        bank: words for the count of goals; None where the language has none.
        formats: how dates and numbers are written.

    """
    names = _names(context)
    period = period_of(people.cycle, bank, formats)
    asked: list[_Asked] = []
    for index, review in enumerate(people.reviews):
        path = f"people.reviews[{index}]"
        met = goals_met(review, path, bank, formats)
        facts = Facts(context, review, path, book.language.partition("-")[0], names, met, period)
        asked.extend(_Reviewed(people, review, path, book, facts).asked())
    choices = choose([each.wish for each in asked], book, people.cycle.id)
    dated = {key for (key, part), choice in choices.items() if part == "core" and _is_dated(choice)}
    said: dict[str, list[Joined]] = {}
    unsaid = []
    for each in asked:
        choice = choices.get((each.wish.key, each.wish.part))
        if choice is None:
            unsaid.append((each.wish.key, each.wish.part))
            if each.wish.part == "core" and (each.wish.key, "opening") in choices:
                said.setdefault(each.wish.key, []).append(_bare(each.facts))
            continue
        fillings = with_phrase(each.facts, choice.phrase.id)
        if each.wish.part == "opening" and each.wish.key in dated and not _is_dated(choice):
            fillings.pop("raised_on", None)
        text = composed(choice.phrase, fillings, each.address)
        said.setdefault(_group(each.wish), []).append(text)
    return Told({key: _sentences(texts) for key, texts in said.items()}, choices, tuple(unsaid))


def _names(context: Context) -> dict[str, str]:
    """What others call everybody, by id."""
    several = context.stakeholders
    short = short_names([(each.name, each.audience) for each in several])
    return {each.id: name for each, name in zip(several, short, strict=True)}


def _bare(facts: Mapping[str, Filling]) -> Joined:
    """The effect alone, where no phrase tells it."""
    effect = facts["impact"]
    if isinstance(effect, Cited):
        effect = Cited(effect.text[:1].upper() + effect.text[1:], effect.key)
    return Joined((effect, "."))


def _is_dated(choice: Choice) -> bool:
    """Whether a phrase cannot do without the day something was first raised."""
    return "raised_on" in choice.phrase.required


def _group(wish: Wish) -> str:
    """What a part is said with: the next step and support stand apart from the observation."""
    return f"{wish.key}.{wish.part}" if wish.part in _APART else wish.key


def _sentences(texts: list[Joined]) -> Joined:
    parts: list[Joined | str] = []
    for text in texts:
        parts.extend((" ", text) if parts else (text,))
    return Joined(tuple(parts))


@dataclass(frozen=True, slots=True)
class _Reviewed:
    """What one entry of a people file wants said."""

    people: People
    review: Review
    path: str
    book: PhraseBook
    facts: Facts

    def asked(self) -> Iterator[_Asked]:
        """Every wish of the entry, in the order of its document."""
        links = links_of(self.review)
        if self.review.form in ("self", "peer", "upward"):
            for evidence in self.review.evidence:
                yield self._statement(evidence, links[evidence.id])
            return
        yield from self._summary(links)
        for evidence in self.review.evidence:
            yield from self._observation(evidence, links[evidence.id])
        yield from self._goals()
        for name in self.review.promotion:
            for evidence in self.review.evidence:
                if evidence.id == name:
                    about = _About(purpose="promote", audience="", person=3)
                    yield self._ask(f"evidence.{name}", "promotion", evidence, Links(), about)
        yield from self._talk(links)
        yield from self._own_questions()

    def _summary(self, links: Mapping[str, Links]) -> Iterator[_Asked]:
        strengths = [each for each in self.review.evidence if each.valence == "strength"]
        growth = [each for each in self.review.evidence if each.valence == "development"]
        main = strengths[0] if strengths else None
        answer = links[growth[0].id] if growth else Links()
        about = _About(band=band_of(self.review.overall, self.people.cycle.scale), purpose="summarise")
        yield self._ask("summary", "summary", main, Links(goal=answer.goal), about)

    def _observation(self, evidence: Evidence, links: Links) -> Iterator[_Asked]:
        band, purpose = cell_in(evidence, self.review, self.people.cycle, self.book)
        about = _About(self._competency(evidence.competency), band, purpose)
        parts = ["opening", "core"]
        if evidence.valence == "development" and links.goal:
            parts.append("ending")
        if links.support:
            parts.append("support")
        for part in parts:
            yield self._ask(f"evidence.{evidence.id}", part, evidence, links, about)

    def _goals(self) -> Iterator[_Asked]:
        known = {each.id: each for each in self.review.evidence}
        answered = {links.goal[0]: known[name] for name, links in links_of(self.review).items() if links.goal}
        for index, goal in enumerate(self.review.next_goals):
            evidence = answered.get(index)
            competency = goal.competency or (evidence.competency if evidence else "")
            if competency:
                about = _About(self._competency(competency), purpose="goal")
                yield self._ask(f"next_goals[{index}]", "goal", None, Links(goal=(index, goal)), about)

    def _talk(self, links: Mapping[str, Links]) -> Iterator[_Asked]:
        talk = _About(channel="talk")
        strengths = [each for each in self.review.evidence if each.valence == "strength"]
        growth = [each for each in self.review.evidence if each.valence == "development"]
        main = next(iter((*strengths, *growth)), None)
        first = growth[0] if growth else main
        answer = links[first.id] if first else Links()
        yield self._ask("talk.open", "talk-open", main, answer, talk)
        for each in strengths[:MOST_STRENGTHS]:
            yield self._ask(f"talk.{each.id}", "talk-strength", each, links[each.id], talk)
        for each in growth:
            yield self._ask(f"talk.{each.id}", "talk-question", each, links[each.id], talk)
        for topic in REPLIES:
            yield self._ask(f"talk.{topic}", "talk-reply", first, answer, talk._replace(topic=topic))
        yield self._ask("talk.close", "talk-close", first, answer, talk)

    def _own_questions(self) -> Iterator[_Asked]:
        """Questions to the person about their own events; goals and support are for the talk that follows."""
        several = self.review.evidence
        for index in range(SELF_QUESTIONS):
            evidence = several[index % len(several)] if several else None
            about = _About(purpose="self", audience="")
            yield self._ask(f"self[{index}]", "prompt", evidence, Links(), about)

    def _statement(self, evidence: Evidence, links: Links) -> _Asked:
        form = self.review.form
        band = "on" if evidence.valence == "strength" else "below"
        about = _About(band=band, purpose=form, audience="", person=_PERSONS[form])
        return self._ask(f"evidence.{evidence.id}", "statement", evidence, links, about)

    def _ask(self, at: str, part: str, evidence: Evidence | None, links: Links, about: _About) -> _Asked:
        cycle = self.people.cycle
        address = (self.review.address or cycle.address) if self.book.language.startswith("de") else ""
        manner = address if about.person == 2 else str(about.person)
        facts = self.facts.of(evidence, links, manner or "Sie")
        audience = "agency" if self.review.form == "agency" else "report"
        wish = Wish(
            key=f"{self.path}.{at}",
            document=self.path,
            bank=REVIEW,
            part=part,
            slots=frozenset(facts),
            competency=about.competency,
            band=about.band,
            purpose=about.purpose,
            directness=self.review.directness or cycle.directness,
            audience=audience if about.audience is None else about.audience,
            channel=about.channel,
            topic=about.topic,
            person=about.person,
            events=frozenset(
                fact.text.casefold()
                for name in ("situation", "growth")
                if isinstance(fact := facts.get(name), Cited)
            ),
            pins=self.review.pins.get(at.removeprefix("evidence."), ()),
            bans=frozenset(self.review.bans),
        )
        return _Asked(wish, facts, address if about.person == 2 else "")

    def _competency(self, word: str) -> str:
        known = competency_of(word, self.review, self.book)
        return known.id if known else word


def competency_of(word: str, review: Review, book: PhraseBook) -> Competency | None:
    """What a word of a review means; None for a word no bank knows."""
    known = book.competency(word)
    if known and known.id == _STEERING and review.form == "agency":
        return book.competency(_SERVING) or known
    return known


_APART = frozenset(("ending", "support", "promotion", "talk-strength", "talk-question"))
"""Parts that templates place by themselves."""
_PERSONS = {"self": 1, "peer": 3, "upward": 2}
"""Who a form speaks of: in the person's name, about a colleague, to the manager."""
