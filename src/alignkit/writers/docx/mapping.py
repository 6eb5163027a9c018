"""Which of a reference's styles plays which role: by what a style is first, by its name second."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .markup import VAL, val, w, whole
from .numbering import Numbering, counts_as, format_at, numbering_of
from .roles import BULLETS, HEADINGS, NUMBERS, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from .stylesheet import StyleSheet

CHARACTER_ROLES = frozenset(
    {
        Role.STRONG,
        Role.EMPHASIS,
        Role.LINK,
        Role.STALE,
        Role.CHART_UNIT,
        Role.TIME,
        Role.LEAD_IN,
        Role.CALLOUT_LABEL,
        Role.CAPTION_LABEL,
        Role.DRAFT,
    }
)
"""Roles of runs."""
TABLE_ROLES = frozenset({Role.TABLE, Role.CONTROL_TABLE, Role.CARD_TABLE})
"""Roles of tables."""

_LOCAL_NAMES = {
    Role.TITLE: ("titel", "titre", "título", "titolo"),
    Role.HEADING_1: ("überschrift 1", "titre 1", "título 1", "titolo 1", "kop 1"),
    Role.HEADING_2: ("überschrift 2", "titre 2", "título 2", "titolo 2", "kop 2"),
    Role.HEADING_3: ("überschrift 3", "titre 3", "título 3", "titolo 3", "kop 3"),
    Role.CAPTION: ("beschriftung", "légende", "epígrafe", "didascalia", "bijschrift"),
    Role.BULLET_1: (
        "aufzählungszeichen",
        "liste à puces",
        "lista con viñetas",
        "punto elenco",
        "lijst opsom.teken",
    ),
    Role.NUMBER_1: (
        "listennummer",
        "liste à numéros",
        "lista con números",
        "numero elenco",
        "lijstnummering",
    ),
    Role.BODY: ("textkörper", "corps de texte", "texto independiente", "corpo testo", "platte tekst"),
    Role.STRONG: ("fett", "élevé", "texto en negrita", "enfasi (grassetto)", "zwaar"),
    Role.EMPHASIS: ("hervorhebung", "accentuation", "énfasis", "enfasi (corsivo)", "nadruk"),
}
"""Names that some programs write where the format asks for the English one."""
_PLAIN_TABLES = frozenset({"normal table", "table grid", "table normal", "plain table"})


def kind_of_role(role: Role) -> str:
    """The type of style a role needs."""
    return "character" if role in CHARACTER_ROLES else "table" if role in TABLE_ROLES else "paragraph"


def resolve(sheet: StyleSheet, numbering: Numbering, body: _Element) -> dict[Role, str]:
    """The style for each role that the reference has one for."""
    found = {role: id_ for role in Role if (id_ := _by_name(role, sheet))}
    found |= dict(_headings(sheet, found))
    found |= dict(_lists(sheet, numbering, found))
    found.setdefault(Role.BODY, sheet.default("paragraph"))
    if Role.TABLE not in found and (table := _table(sheet, body)):
        found[Role.TABLE] = table
    return {role: id_ for role, id_ in found.items() if id_}


def _by_name(role: Role, sheet: StyleSheet) -> str:
    kind = kind_of_role(role)
    names = (role.value.lower(), *_LOCAL_NAMES.get(role, ()))
    return next((id_ for name in names if (id_ := sheet.by_name.get((kind, name)))), "")


def _headings(sheet: StyleSheet, named: Mapping[Role, str]) -> Iterator[tuple[Role, str]]:
    """The paragraph style of each outline level; among several the one with the heading's name."""
    levels = {id_: _outline_level(id_, sheet) for id_, _ in sheet.of_type("paragraph")}
    for level, role in enumerate(HEADINGS):
        outlined = [id_ for id_, found in levels.items() if found == level]
        if outlined and named.get(role) not in outlined:
            yield role, outlined[0]


def _outline_level(id_: str, sheet: StyleSheet) -> int:
    level = sheet.inherited(id_, "pPr", "outlineLvl")
    return whole(level.get(VAL), 9) if level is not None else 9


def _lists(sheet: StyleSheet, numbering: Numbering, named: Mapping[Role, str]) -> Iterator[tuple[Role, str]]:
    """For first-level lists without a named style, a style that counts the right way and is no heading."""
    for roles, bullet in ((BULLETS, True), (NUMBERS, False)):
        if roles[0] in named:
            continue
        for id_, _ in sheet.of_type("paragraph"):
            number, level = numbering_of(sheet, id_)
            right = number and level == 0 and _outline_level(id_, sheet) == 9
            if right and counts_as(format_at(numbering.abstract_of(number), level), bullet=bullet):
                yield roles[0], id_
                break


def _table(sheet: StyleSheet, body: _Element) -> str:
    """The table style their own body uses most, else one they made with a header row of its own."""
    used = Counter(style.get(VAL, "") for style in body.iter(w("tblStyle")))
    for id_, _ in used.most_common():
        if id_ in sheet.by_id and _name(id_, sheet) not in _PLAIN_TABLES:
            return id_
    for id_, style in sheet.of_type("table"):
        made = style.get(w("customStyle")) in {"1", "true", "on"}
        if made and any(part.get(w("type")) == "firstRow" for part in style.iterfind(w("tblStylePr"))):
            return id_
    return ""


def _name(id_: str, sheet: StyleSheet) -> str:
    return val(sheet.by_id[id_], "name").lower()
