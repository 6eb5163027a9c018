"""Whether a title has a verb, by a list of the verbs business titles are made of."""

from __future__ import annotations

import re

from alignkit.prose.lexicon import lexicon

_STEMS = lexicon(
    """
    accept achieve act add adopt agree aim align allow answer apply approve arrive ask avoid back beat
    become begin benefit block book boost break bring build buy call carry catch change choose claim
    clear close come commit compare complete confirm connect consider continue convert cost count cover
    create cross cut decide decline decrease defend defer delay deliver demand depend deserve develop
    differ disagree double drag draw drive drop earn edge end enter exceed expand expect explain face fail
    fall fill find finish fit fix focus follow free fund gain generate get give go grow halve happen
    have help hire hit hold improve include increase invest join judge keep launch lead learn leave let
    lift link live lose lower make match matter mean measure meet merge miss move name narrow need offer open
    outgrow outpace overtake own pass pause pay peak pick plan pledge point postpone prevent produce
    promise protect prove pull push put raise rank reach recommend recover reduce reject release remain
    remove renew repay repeat replace report require respond rest restore return reverse rise risk run
    save say see seek sell send serve set settle shift show shrink sign slip slow solve spend split
    stabilise stabilize stand start stay stop stretch succeed support surpass sustain switch take target
    tell test tie top track trail trim triple try turn use wait want warn widen win work worsen yield
    """
)
_OTHERS = lexicon(
    """
    am are be been began broke brought built came can cannot chose could did do does done drew drove
    fell found gave goes got grew had has held is isn't kept led left lost made may meant met might must
    paid ran rose said sank saw sent shall shrank should slipped sold spent stood stuck taken told took
    was went were will won won't would don't doesn't can't
    """
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def _forms(stem: str) -> tuple[str, ...]:
    """The stem with the endings of present and past."""
    if stem.endswith("e"):
        return (stem, f"{stem}s", f"{stem}d")
    if re.search(r"[^aeiou]y\Z", stem):
        return (stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied")
    if re.search(r"(?:s|x|z|ch|sh|o)\Z", stem):
        return (stem, f"{stem}es", f"{stem}ed")
    return (stem, f"{stem}s", f"{stem}ed", f"{stem}{stem[-1]}ed")


_VERBS = _OTHERS.union(form for stem in _STEMS for form in _forms(stem))

_MORE_NOUN_THAN_VERB = lexicon(
    """
    act acts aim aims benefit benefits change changes claim claims close cost costs count counts demand
    demands end ends focus gain gains help lead leads link links live matter measure measures move need
    needs offer offers open pause plan plans point points report reports rest return returns risk risks
    set sets shift shifts sign stand start support target targets test tests top track work works yield
    yields fit fix free match peak pick rank rise run split stretch switch trim turn use wait win wins
    own call calls cover cross cut cuts drop hit hold lift
    """
)
"""Forms that titles use as nouns: `Marketing plan`, `Key risks`."""


def has_verb(title: str) -> bool:
    """Whether a title has a verb; what may be a noun counts only at its beginning or after a subject."""
    words = _WORD.findall(title.lower().replace("’", "'"))
    for index, word in enumerate(words):
        if word not in _VERBS:
            continue
        if word not in _MORE_NOUN_THAN_VERB:
            return True
        if index == 0 and len(words) > 2 and (word not in _FIRST_OF_A_NOUN or not _is_compound(words)):
            return True
        if index and (
            words[index - 1] in _SUBJECTS or (index < len(words) - 1 and words[index + 1] in _OBJECTS)
        ):
            return True
    return False


_FIRST_OF_A_NOUN = lexicon(
    """
    benefit call change claim close cost cut demand end focus lead link measure move offer plan point
    report return risk set shift start support target test top track work yield
    """
)
"""Those that often begin a noun of two words."""
_SUBJECTS = frozenset({"i", "it", "that", "they", "this", "we", "what", "which", "who", "you", "to", "not"})
_OBJECTS = frozenset(
    {"a", "an", "all", "back", "by", "it", "its", "our", "the", "their", "them", "this", "to", "us", "your"}
)


def _is_compound(words: list[str]) -> bool:
    """Whether the first word belongs to a noun that follows, as in `Risk register for the plan`."""
    return words[1] not in _OBJECTS and not words[1].endswith("ly")
