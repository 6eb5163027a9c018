"""Signs of dates, measures, events and next acts in a text, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """Expressions for a text in small letters."""

    date: re.Pattern[str]
    """A day, week, month, quarter or year."""
    event: re.Pattern[str]
    """A named occasion or piece of work."""
    measure: re.Pattern[str]
    """How one will know: a limit, a count, a word that says so."""
    next_act: re.Pattern[str]
    """Words that open what is to be done next."""
    effect: re.Pattern[str]
    """A number, or words that lead to a consequence."""
    number: re.Pattern[str]
    """A number in digits or words."""


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE)


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)"
_EVENTS = (
    "review|meeting|webinar|launch|campaign|workshop|test|pilot|forecast|planning|plan|talk|call|pitch|negotiation"
    "|report|brief|briefing|opening|audit|retro|retrospective|sprint|fair|conference|survey|budget|offsite|kickoff|kick-off"
    "|demo|interview|interviews|training|project|programme|program|release|migration|relaunch|rollout|roll-out"
    "|presentation|deck|quarter|half|summer|spring|autumn|fall|winter|week|month|year|session|round|tender|event"
    "|board|newsletter|mailing|contract|account|crisis|outage|rebrand|analysis|newsroom|debrief|handover|standup"
)
_ENGLISH = Signs(
    date=_pattern(
        rf"""\b(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|\d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}})?|{_DAY}
        |(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?\s+20\d\d)?
        |q[1-4](?:\s+20\d\d)?|h[12]|fy\s?\d{{2,4}}|20\d\d|weeks?\s+\d+
        |(?:next|last|this|coming|first|second|third|fourth|each|every|following)\s+(?:week|month|quarter|year|half
        |{_DAY}|sprint|cycle|review)
        |(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+(?:the\s+)?(?:week|month|quarter|year|{_MONTH}|q[1-4])
        |(?:yesterday|today|tomorrow))\b"""
    ),
    event=_pattern(
        rf"""\b(?:in|at|during|before|after|for|on|with|throughout|ahead\s+of|since)\s+
        (?:the|our|your|my|his|her|their|last|this|that|a|an)\s+(?:[\w'&.-]+\s+){{0,5}}(?:{_EVENTS})s?\b"""
    ),
    measure=_pattern(
        r"""\b(?:measured?|measures|we\s+will\s+know|target(?:s|ed)?|at\s+or\s+(?:below|above|under|over)|at\s+least
        |at\s+most|no\s+more\s+than|not?\s+(?:later|less|fewer)\s+than|within\s+(?:\d+|one|two|three|four|five|ten)
        |(?:under|below|above|over|from|to|reach|reaches)\s+[$€£]?\d
        |\w+\s+(?:of|out\s+of)\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b
        |success\s+(?:means|is|looks)|done\s+when|works\s+when|zero|none|no|every|each|all|both)\b|\d\s?(?:%|percent|per\s+cent)"""
    ),
    next_act=_pattern(
        rf"""\b(?:will|shall|please|going\s+to|next\s+step|next\s+time|going\s+forward|must|should|measure:|by\s+when
        |from\s+(?:now|then|today|tomorrow|next|the\s+next)|we\s+agree(?:d)?\s+(?:to|that|on)\s+\w+\s+by|to\s+close
        |plan\s+(?:to|is)|let\s+us|let's|(?:i|we)\s+(?:ask|suggest|propose|expect|want|check|count|look)\b(?!\s+(?:that|why))|has\s+to\s+be|is\s+done\s+when|do\s+you\s+need|(?:could|can|would)\s+you
        |what\s+would|what\s+will)\b|\bmeasure:|^\s*(?:from|by|until|starting|as\s+of|before)\s+(?:\d|{_MONTH}|{_DAY}|the\s+end|q[1-4])"""
    ),
    effect=_pattern(
        r"""\b(?:so|which|meant|means|because|therefore|thereby|result(?:s|ed)?|led\s+to|as\s+a\s+consequence|saved|cost\s+(?:us|the|\d)
        |instead\s+of|no\s+(?:one|seller|customer|complaint|rework)|none|nobody|brought|reduced|raised|cut
        |allowed|let|gave|kept|lost|won|avoided|earlier|later|faster|fewer)\b"""
    ),
    number=_pattern(
        r"""\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred
        |thousand|million|half|twice|double|doubled|halved|tripled|third|quarter|dozen|percent)\b"""
    ),
)

_MONAT = r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
_TAG = r"(?:montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?)"
_ANLASS = (
    r"\w*(?:gespräch|sitzung|besprechung|termin|webinar|start|kampagne|workshop|test|pilot|prognose|planung|bericht"
    r"|auftrag|beauftragung|prüfung|messe|konferenz|umfrage|budget|schulung|projekt|programm|einführung|umstellung"
    r"|präsentation|quartal|halbjahr|jahr|sommer|frühjahr|herbst|winter|woche|monat|verhandlung|ausschreibung|auswahl"
    r"|runde|tagung|mailing|newsletter|analyse|abstimmung|übergabe|klausur|launch|relaunch|review|retro)\w*"
)
_GERMAN = Signs(
    date=_pattern(
        rf"""\b(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{2,4}})?|(?:\d{{1,2}}\.\s?)?{_MONAT}(?:\s+20\d\d)?
        |{_TAG}|q[1-4]|kw\s?\d+|woche\s+\d+|20\d\d|(?:erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?)\s+(?:quartal|halbjahr)
        |(?:nächste[nrsm]?|letzte[nrsm]?|diese[nrsm]?|jede[nrsm]?)\s+(?:woche|monat|quartal|jahr|halbjahr|{_TAG})
        |(?:monats|quartals|jahres)ende|ende\s+(?:des\s+)?\w+|gestern|heute|morgen)\b"""
    ),
    event=_pattern(
        rf"""\b(?:in|im|bei|beim|auf|vor|nach|während|zu|zum|zur|an|am|mit|für|unter|aus|seit)\s+(?:der|dem|den|die|das
        |unserer|unserem|unserer|ihrer|ihrem|deiner|deinem)?\s*(?:[\w-]+\s+){{0,3}}{_ANLASS}\b"""
    ),
    measure=_pattern(
        r"""\b(?:mess(?:en|bar|größe|wert|latte)|gemessen|maß(?:stab)?|erkennbar|höchstens|mindestens|spätestens
        |nicht\s+(?:mehr|weniger|später)\s+als|innerhalb|binnen|ziel(?:wert|marke)?|unter\s+\d|über\s+\d|auf\s+\d
        |\w+\s+von\s+(?:\d+|zwei|drei|vier|fünf|sechs|zehn)|woran)\b|\d\s?(?:%|prozent)"""
    ),
    next_act=_pattern(
        rf"""\b(?:bitte|werden|wirst|nächste[rn]?\s+schritt|künftig|ab\s+(?:dem|sofort|jetzt|\d|{_MONAT})|bis\s+(?:zum|ende
        |\d|{_MONAT}|{_TAG})|vereinbar(?:t|en|ung)|sollen|sollten|müssen|musst|sollst|wollen\s+wir|schlag(?:en)?
        |ich\s+erwarte|legen|bringen|schicken|senden|zeigen|nennen|stellen|beenden|schreiben|bring|schick|leg|zeig)\b"""
    ),
    effect=_pattern(
        r"""\b(?:dadurch|deshalb|daher|dass|so\s+dass|sodass|damit|weil|folge|führte|ergebnis|ersparte|sparte[n]?|kostete
        |statt|kein(?:e[rnsm]?)?|niemand|brachte|senkte|hob|stieg|sank|übernahm|sah|verlor|gewann|früher|später
        |schneller|weniger)\b"""
    ),
    number=_pattern(
        r"""\d|\b(?:ein(?:e[rnsm]?)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert
        |tausend|million|halb(?:e[rnsm]?)?|doppelt|verdoppelt|halbiert|prozent)\b"""
    ),
)

SIGNS = {"en": _ENGLISH, "de": _GERMAN}
"""Signs by language."""
