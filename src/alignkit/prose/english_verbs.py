"""The forms of English verbs: irregular ones by a table, the others by their endings."""

from __future__ import annotations

from functools import lru_cache

from .lexicon import lexicon

IRREGULAR = {
    entry.split()[0]: tuple(entry.split()[1:])
    for entry in """
    arise arose arisen | be was been | bear bore borne | beat beat beaten | become became become
    begin began begun | bend bent bent | bet bet bet | bid bid bid | bind bound bound | bite bit bitten
    blow blew blown | break broke broken | bring brought brought | broadcast broadcast broadcast
    build built built | burn burnt burnt | buy bought bought | catch caught caught | choose chose chosen
    come came come | cost cost cost | cut cut cut | deal dealt dealt | dig dug dug | do did done
    draw drew drawn | drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen
    feed fed fed | feel felt felt | fight fought fought | find found found | fly flew flown
    forbid forbade forbidden | forecast forecast forecast | forget forgot forgotten
    forgive forgave forgiven | freeze froze frozen | get got gotten | give gave given | go went gone
    grow grew grown | hang hung hung | have had had | hear heard heard | hide hid hidden | hit hit hit
    hold held held | hurt hurt hurt | keep kept kept | know knew known | lay laid laid | lead led led
    learn learnt learnt | leave left left | lend lent lent | let let let | lie lay lain | lose lost lost
    make made made | mean meant meant | meet met met | overcome overcame overcome
    overrun overran overrun | overspend overspent overspent | pay paid paid | prove proved proven
    put put put | quit quit quit | read read read | redo redid redone | rebuild rebuilt rebuilt
    rewrite rewrote rewritten | ride rode ridden | ring rang rung | rise rose risen | run ran run
    say said said | see saw seen | seek sought sought | sell sold sold | send sent sent | set set set
    shake shook shaken | shoot shot shot | show showed shown | shrink shrank shrunk | shut shut shut
    sing sang sung | sit sat sat | sleep slept slept | slide slid slid | speak spoke spoken
    spend spent spent | split split split | spread spread spread | stand stood stood
    steal stole stolen | stick stuck stuck | strike struck struck | swear swore sworn | take took taken
    teach taught taught | tell told told | think thought thought | throw threw thrown
    understand understood understood | undertake undertook undertaken | upset upset upset
    wake woke woken | wear wore worn | win won won | withdraw withdrew withdrawn | write wrote written
    oversee oversaw overseen | resend resent resent | undo undid undone | cast cast cast
    thrust thrust thrust | spin spun spun | swing swung swung | weigh weighed weighed
    withhold withheld withheld | foresee foresaw foreseen
    """.replace("\n", "|").split("|")
    if entry.strip()
}
"""Verbs with their past tense and participle."""
PAST = frozenset(forms[0] for forms in IRREGULAR.values()) - {"lay", "saw"} | {"were", "got", "saw"}
PARTICIPLES = frozenset(forms[1] for forms in IRREGULAR.values())
SAME_IN_PAST = frozenset(verb for verb, forms in IRREGULAR.items() if verb == forms[0])
"""Verbs whose past tense looks like an instruction: `put`."""
NO_PAST = lexicon(
    """
    need feed speed seed indeed exceed proceed succeed embed hundred bed red shed sacred kindred breed
    deed weed agreed-upon detailed complicated skilled talented gifted unplanned limited dedicated
    committed
    """
)
"""Words in -ed that are no past tense."""


@lru_cache(maxsize=1024)
def forms_of(verb: str) -> tuple[str, ...]:
    """Every form of a verb."""
    if verb == "be":
        return ("be", "am", "is", "are", "was", "were", "been", "being")
    if verb == "have":
        return ("have", "has", "had", "having")
    past = IRREGULAR.get(verb) or _regular_past(verb)
    return tuple(dict.fromkeys((verb, _third(verb), *past, *_gerunds(verb))))


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def _regular_past(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (f"{verb}d",)
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return (f"{verb[:-1]}ied",)
    return (f"{verb}ed", f"{verb}{verb[-1]}ed") if _doubles(verb) else (f"{verb}ed",)


def _gerunds(verb: str) -> tuple[str, ...]:
    if verb.endswith("ie"):
        return (f"{verb[:-2]}ying",)
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return (f"{verb[:-1]}ing",)
    return (f"{verb}ing", f"{verb}{verb[-1]}ing") if _doubles(verb) else (f"{verb}ing",)


def _doubles(verb: str) -> bool:
    return len(verb) > 2 and verb[-1] in "bdgklmnprt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"


def is_past(word: str) -> bool:
    """Whether a word looks like a past tense."""
    return word in PAST or (word.endswith("ed") and len(word) > 4 and word not in NO_PAST)


def is_participle(word: str) -> bool:
    """Whether a word looks like a past participle."""
    return word in PARTICIPLES or (word.endswith("ed") and len(word) > 4 and word not in NO_PAST)
