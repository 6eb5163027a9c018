"""The small words of German, which say who does what in a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

PREPOSITIONS = lexicon(
    """
    für mit von bei an auf zu ohne gegen durch wegen über unter neben zwischen statt aus nach seit vor
    hinter um trotz während aufgrund gegenüber laut per ab bis außer vom zum zur beim im am ins ans
    """
)
DETERMINERS = lexicon(
    """
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder
    jede jedes kein keine keinen unser unsere unseren unserem unserer alle beide viele mehrere zwei drei
    vier fünf sechs sieben acht neun zehn elf zwölf
    """
)
CONJUNCTIONS = lexicon("und oder aber denn sondern doch sowie")
SUBORDINATORS = lexicon(
    """
    dass weil obwohl während als wenn falls ob damit bevor nachdem sobald bis sodass wie wo was wer
    welche welcher welches woran womit
    """
)
BREAKS = lexicon(', ; : ( ) — " . ! ? …')
DESCRIBING = lexicon(
    """
    bin bist ist sind seid war warst waren sei wäre wären gewesen sein wirke wirkst wirkt wirken wirkte
    wirktest wirkten werde wirst wird werden wurde wurden geworden bleibe bleibst bleibt bleiben blieb
    bliebst blieben trete trittst tritt treten trat tratest traten aufgetreten auftreten reagiere
    reagierst reagiert reagieren reagierte reagiertest reagierten verhalte verhältst verhält verhalten
    verhielt verhieltest verhielten gilt gelten giltst galt galten scheinst scheint scheinen schien
    erscheinst erscheint erscheinen erschien zeigst zeigt zeigen zeigte zeigtest zeigten gezeigt kommst
    kommt kommen kam kamst kamen rüber rüberkommen antwortest antwortet antworten geantwortet gibst gibt
    geben gab gaben finde findet finden fand fanden sprichst spricht sprechen gesprochen benimmst
    benimmt benehmen benommen machst macht aufgeführt handelst handelt handeln gehandelt sitzt saßen saß
    saßest stand standen standest
    """
)
"""Verbs beside a word that describes their subject."""
OBJECTS = lexicon("ihnen dich dir ihn ihm ihr mich mir")
OTHERS = lexicon("wir es man das dies niemand jeder alle jemand")


def forms_of(verb: str) -> Iterable[str]:
    """The verb alone: German lists spell out the forms they want."""
    return (verb,)


def is_owner(word: str) -> bool:
    """Whether a word in small letters is a possessive of the person: `Ihr`, `deine`, `seinem`."""
    return any(
        word == stem or (word.startswith(stem) and word[len(stem) :] in ("e", "en", "em", "er", "es"))
        for stem in ("ihr", "dein", "sein", "mein")
    )
