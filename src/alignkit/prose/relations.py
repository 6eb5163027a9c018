"""How words of a list must stand to the person before they count, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .english import Who
from .english_words import (
    AFTERTHOUGHTS,
    AUXILIARIES,
    BEHAVING,
    BREAKS,
    CALLING,
    CONJUNCTIONS,
    DEGREES,
    DETERMINERS,
    LINKING,
    PREPOSITIONS,
    REGARDING,
    is_past,
)
from .folding import NAMES

if TYPE_CHECKING:
    from .english import Clauses

_OWNING = frozenset(
    [
        "have",
        "has",
        "had",
        "'ve",
        "having",
        "show",
        "shows",
        "showed",
        "shown",
        "showing",
        "display",
        "displays",
        "displayed",
        "lack",
        "lacks",
        "lacked",
        "with",
        "without",
        "bring",
        "brings",
        "brought",
        "got",
        "possess",
        "possesses",
        "possessed",
        "exude",
        "exudes",
        "exuded",
        "take",
        "takes",
        "took",
        "adopt",
        "adopted",
        "use",
        "used",
        "uses",
        "need",
        "needs",
        "of",
    ]
)
_PRIVATE = frozenset(
    [
        "leave",
        "absence",
        "absences",
        "reasons",
        "status",
        "situation",
        "commitments",
        "obligations",
        "duties",
        "matters",
        "issues",
        "problems",
        "responsibilities",
        "life",
        "planning",
        "circumstances",
        "time",
        "emergencies",
        "emergency",
        "background",
        "beliefs",
        "days",
        "holidays",
        "arrangements",
        "appointments",
        "condition",
        "history",
        "break",
        "pressures",
        "worries",
    ]
)
"""What a word about private life can belong to."""
_CIRCUMSTANCES = frozenset(
    [
        "due",
        "because",
        "of",
        "despite",
        "after",
        "before",
        "during",
        "since",
        "through",
        "given",
        "considering",
        "on",
        "from",
        "and",
        "with",
        "between",
    ]
)
"""Words before what goes on in somebody's life."""
_ASKERS = frozenset("i we it there what".split())
"""Subjects of sentences that ask for something."""
_SHARED = frozenset([",", "and", "or", "but", "yet", "nor"])


def describes(clauses: Clauses, first: int, last: int) -> bool:
    """Whether an adjective says what the person is: `you are aggressive`, `your aggressive manner`."""
    noun = clauses.noun_after(last)
    article = clauses.article_before(first)
    if clauses.word(last).endswith("ly") and noun is None and _behaves(clauses, first):
        return True
    if noun is not None:
        head = clauses.word(noun)
        if head in clauses.nouns.people:
            return _is_said_of_person(clauses, first if article is None else article)
        if head in clauses.nouns.traits:
            return _belongs(clauses, first, article, strict=False)
        if head in clauses.nouns.manners:
            return _belongs(clauses, first, article, strict=True)
        if article is not None:
            return False
        return _follows_verb(clauses, first) is Who.PERSON and clauses.word(noun) not in PREPOSITIONS
    return _follows_verb(clauses, first) is Who.PERSON


def human(clauses: Clauses, first: int, last: int) -> bool:
    """Whether an adjective that only people deserve is said of the person, or of nobody else."""
    if describes(clauses, first, last):
        return True
    noun = clauses.noun_after(last)
    if noun is not None or clauses.article_before(first) is not None:
        return False
    if not clauses.mentions():
        return False
    who = clauses.who(first)
    if who is not Who.OTHER:
        return clauses.word(first - 1) in LINKING | DEGREES | {"'", '"'} or first == 0
    begin = clauses.begin(first)
    return clauses.word(begin) in ("that", "this", "it") or clauses.word(begin - 1) == "that"


def _behaves(clauses: Clauses, first: int) -> bool:
    """Whether the adverb at `first` says how the person behaves: `reacted far too emotionally`."""
    index = first - 1
    while clauses.word(index) in DEGREES | {"by", "in", "out", "back", "up", "over", "down", "to", "on"}:
        index -= 1
    if clauses.person.is_object(clauses.word(index)) and clauses.word(index - 1) in ("to", "with", "at"):
        index -= 2
    return clauses.word(index) in BEHAVING and clauses.who(index) in (Who.PERSON, Who.NOBODY)


def _belongs(clauses: Clauses, first: int, article: int | None, *, strict: bool) -> bool:
    """Whether a trait or manner with the adjective at `first` is the person's."""
    if article is not None and (
        clauses.word(article) in clauses.person.owners or clauses.word(article)[0] in NAMES
    ):
        return True
    start = first if article is None else article
    before = clauses.word(start - 1)
    if strict and before not in ("in", "with", "has", "have", "had"):
        return False
    return clauses.who(start) in (Who.PERSON, Who.NOBODY)


def _is_said_of_person(clauses: Clauses, start: int) -> bool:
    """Whether a noun for people that begins at `start` names the person."""
    index = start - 1
    while index >= 0 and clauses.word(index) in DEGREES - {"being", "be", "as", "more", "all", "no"}:
        index -= 1
    before = clauses.word(index)
    if index < 0 or before in BREAKS or before in CONJUNCTIONS:
        whole = clauses.mentions() or not any(
            clauses.word(each) in LINKING | AUXILIARIES for each in range(start, len(clauses.sentence.tokens))
        )
        return whole and (index < 0 or clauses.who(start) is not Who.OTHER or before == ",")
    if before in ("as", "like", "what", "being", "be"):
        return clauses.mentions() or index <= 1
    if before in LINKING:
        return _subject_of(clauses, index) is Who.PERSON
    return clauses.person.is_object(before) and clauses.word(index - 1) in CALLING


def _follows_verb(clauses: Clauses, first: int) -> Who:
    """Whom a describing word at `first` is said of, by the verb before it."""
    index = first - 1
    while index >= 0:
        word = clauses.word(index)
        if word in LINKING:
            return _subject_of(clauses, index)
        if word == "as" and clauses.word(index - 1) in REGARDING:
            return _regarded(clauses, index - 1)
        if word == "as" and clauses.person.is_object(clauses.word(index - 1)):
            return Who.PERSON
        if clauses.person.is_object(word) and clauses.word(index - 1) in CALLING:
            return Who.PERSON
        if clauses.person.is_subject(word) and clauses.word(index - 1) in LINKING:
            return Who.PERSON
        if word in DEGREES or (word.endswith("ly") and len(word) > 4):
            index -= 1
        elif word in _SHARED:
            return _shared(clauses, index, first)
        elif word in BREAKS:
            return clauses.who(first) if clauses.who(first) is not Who.NOBODY else Who.PERSON
        else:
            return Who.OTHER
    return Who.PERSON


def _shared(clauses: Clauses, index: int, first: int) -> Who:
    """Whom the second of several describing words is said of: `helpful but aggressive`."""
    each = index - 1
    while each >= 0 and clauses.word(each) in _SHARED | DEGREES:
        each -= 1
    if each < 0:
        return Who.PERSON
    for steps in range(6):
        at = each - steps
        if at < 0:
            return Who.PERSON if clauses.word(index) != "," or clauses.mentions() else Who.NOBODY
        word = clauses.word(at)
        if word in LINKING:
            return _subject_of(clauses, at)
        if word == "as" and clauses.word(at - 1) in REGARDING:
            return _regarded(clauses, at - 1)
        if clauses.person.is_object(word) and clauses.word(at - 1) in CALLING:
            return Who.PERSON
        if clauses.person.is_subject(word) and clauses.word(at - 1) in LINKING:
            return Who.PERSON
        if word in PREPOSITIONS or word in DETERMINERS:
            break
    begins_clause = clauses.begin(first) > 0 and clauses.word(clauses.begin(first) - 1) in _SHARED
    return clauses.who(first) if begins_clause and clauses.word(index) == "," else Who.OTHER


def _regarded(clauses: Clauses, verb: int) -> Who:
    """Who is seen as something: the subject of `are seen as`, the object of `see you as`."""
    return Who.PERSON if clauses.person.is_object(clauses.word(verb)) else _subject_of(clauses, verb)


def _subject_of(clauses: Clauses, verb: int) -> Who:
    """The subject of a linking verb."""
    if clauses.person.is_subject(clauses.word(verb + 1)):
        return Who.PERSON
    index = verb - 1
    while index >= 0:
        word = clauses.word(index)
        if clauses.person.is_subject(word):
            return Who.PERSON
        if (
            word in AUXILIARIES
            or word in LINKING
            or word in DEGREES
            or word in REGARDING
            or word.endswith("ly")
        ):
            index -= 1
            continue
        break
    else:
        return Who.PERSON
    who = clauses.who(verb)
    return Who.PERSON if who is Who.NOBODY else who


def _is_owned(clauses: Clauses, article: int | None) -> bool:
    """Whether what an article opens is the person's own."""
    if article is None:
        return False
    word = clauses.word(article)
    return word in clauses.person.owners or clauses.person.is_name(word)


def _is_in_person(clauses: Clauses, last: int) -> bool:
    """Whether the person follows in whom something is seen: `laziness in how he briefs`."""
    if clauses.word(last + 1) not in ("in", "about", "of", "on", "from"):
        return False
    each = last + 2
    while clauses.word(each) in ("how", "the", "way", "what", "all"):
        each += 1
    return clauses.person.is_mention(clauses.word(each))


def names(clauses: Clauses, first: int, last: int) -> bool:
    """Whether a noun names the person or something the person has: `a genius`, `your arrogance`."""
    noun = clauses.noun_after(last)
    if noun is not None and clauses.word(noun) not in clauses.nouns.people | clauses.nouns.traits:
        return False
    article = clauses.article_before(first)
    start = first if article is None else article
    if _is_owned(clauses, article) or _is_in_person(clauses, last):
        return True
    index = start - 1
    while index >= 0 and (clauses.word(index) in DEGREES or clauses.word(index) in ("much", "great", "real")):
        index -= 1
    before = clauses.word(index)
    if index < 0:
        return clauses.word(last + 1) not in LINKING
    if before in ("as", "like", "such"):
        return clauses.mentions()
    if before in LINKING:
        return _subject_of(clauses, index) is Who.PERSON
    if before in _OWNING or before in ("for", "to", "from", "into"):
        return clauses.who(index) is Who.PERSON
    if before in _SHARED:
        return clauses.who(first) is Who.PERSON and clauses.mentions()
    return clauses.person.is_object(before) and clauses.word(index - 1) in CALLING


def does(clauses: Clauses, first: int, last: int) -> bool:
    """Whether the person is the subject, or the words are an instruction or a headline."""
    if _is_compound(clauses, first, last):
        return False
    if clauses.word(first - 1) in ("the", "a", "an") and clauses.noun_after(last) is not None:
        return False
    return clauses.who(first) is not Who.OTHER


def about(clauses: Clauses, first: int, last: int) -> bool:
    """Whether the clause is about the person or about work of theirs, or about nobody."""
    if _is_compound(clauses, first, last):
        return False
    who = clauses.who(first)
    if who is Who.PERSON:
        return True
    begin, end = clauses.begin(first), clauses.end(last)
    if clauses.mentions(begin, end):
        return True
    has_verb = any(_can_be_verb(clauses.word(each)) for each in range(begin, first))
    is_subject = any(clauses.word(each) in LINKING for each in range(last + 1, end))
    if not has_verb and not is_subject:
        return who is Who.NOBODY or clauses.mentions(*clauses.part(first))
    if clauses.word(begin) in ("it", "that", "this", "there", "what"):
        return clauses.mentions(*clauses.part(first, BREAKS))
    return any(clauses.word(each) in clauses.nouns.works for each in range(begin, first))


def _can_be_verb(word: str) -> bool:
    return word in LINKING or word in AUXILIARIES or is_past(word)


def _is_compound(clauses: Clauses, first: int, last: int) -> bool:
    """Whether words written with hyphens only tell which thing is meant: `the step-up offer`."""
    word = clauses.word(last)
    is_joined = (
        "-" in word or clauses.sentence.tokens[first].capital and clauses.word(first - 1) in ("the", "a")
    )
    return is_joined and clauses.noun_after(last) is not None


def asked(clauses: Clauses, first: int, last: int) -> bool:
    """Whether something is asked of the person, whoever asks: `I expect more ownership`."""
    if _is_compound(clauses, first, last):
        return False
    who = clauses.who(first)
    if who is not Who.OTHER:
        return True
    begin = clauses.begin(first)
    if clauses.somebody_is_asked(begin, first):
        return False
    subject = next((clauses.word(each) for each in range(begin, first) if clauses.word(each) in _ASKERS), "")
    return bool(subject) or clauses.mentions(begin, clauses.end(last))


def once(clauses: Clauses, first: int, last: int) -> bool:
    """Whether the words are a cliché rather than the name of a thing."""
    return not _is_compound(clauses, first, last)


def private(clauses: Clauses, first: int, last: int) -> bool:
    """Whether something is of the person's private life: `your accent`, `after maternity leave`, `are ill`."""
    noun = clauses.noun_after(last)
    if noun is not None and clauses.word(noun) not in clauses.nouns.people | clauses.nouns.traits | _PRIVATE:
        return False
    article = clauses.article_before(first)
    if _is_owned(clauses, article) or _follows_verb(clauses, first) is Who.PERSON:
        return True
    if noun is None and names(clauses, first, last):
        return True
    start = first if article is None else article
    before = clauses.word(start - 1)
    if not clauses.mentions():
        return False
    if start == 0 or before in CONJUNCTIONS | BREAKS | {"that"}:
        return clauses.who(first) is not Who.OTHER and _is_acting(clauses, last if noun is None else noun)
    if before == "of" and clauses.word(start - 2) != "because":
        return False
    if before in _OWNING and noun is not None:
        return clauses.who(start) is Who.PERSON
    return before in _CIRCUMSTANCES and clauses.who(start) is not Who.OTHER


def _is_acting(clauses: Clauses, last: int) -> bool:
    """Whether a verb follows the noun that ends at `last`."""
    word = clauses.word(last + 1)
    return word in LINKING | AUXILIARIES | AFTERTHOUGHTS - PREPOSITIONS - DETERMINERS or is_past(word)


def anywhere(clauses: Clauses, first: int, last: int) -> bool:
    """Whatever the sentence is about."""
    return True


RELATIONS = {
    "describes": describes,
    "human": human,
    "names": names,
    "does": does,
    "asked": asked,
    "private": private,
    "about": about,
    "saying": once,
    "anywhere": anywhere,
}
"""What `when` of a list can say."""
