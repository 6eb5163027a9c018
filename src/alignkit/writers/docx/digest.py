"""A reference made of its parts: our own as it is, a company's with what it lacks added from ours."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.diagnostics import Severity
from alignkit.writers.ooxml.namespaces import OFFICE_RELATIONSHIP, WORD, WORD_TYPE
from alignkit.writers.ooxml.package import Part, Relationship, sealed
from alignkit.writers.ooxml.xml_parts import parse, serialise

from .carried import Carried, carry, reachable, story_relationships
from .colors import paint
from .inlines import openings
from .languages import LANGUAGE, LanguageTemplate
from .mapping import resolve
from .markup import VAL, child, w, whole
from .merging import add_styles, keep_status, languages_out, recolor, resize, scale_of
from .numbering import Marked, Numbering, counts_as, format_at, numbering_of
from .reference import WordReference
from .roles import BULLETS, NUMBERS, Role
from .settings import settings_template
from .stylesheet import StyleSheet
from .theme import dark_accents, text_font, theme_colors, width_factor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from alignkit.diagnostics import Report

    from .source import Source

_BULLETS, _NUMBERS, _FRAMED_BULLETS, _FRAMED_NUMBERS = 1, 2, 3, 4
"""What the lists of our own numbering part are for."""
_OUR_LISTS = {number: number for number in (_BULLETS, _NUMBERS, _FRAMED_BULLETS, _FRAMED_NUMBERS)}
_TABLE_HALF_POINTS, _CONTROL_HALF_POINTS = 19, 19
_FIXED = ("styles", "settings", "numbering", "theme", "fontTable")
"""Relationships of every main part, in the order of their ids."""


@dataclass(slots=True)
class _Pieces:
    """What a reference is put together from."""

    source: Source
    sheet: StyleSheet
    numbering: Numbering
    styles: dict[Role, str]
    lists: dict[int, int]
    carried: Carried
    colors: dict[str, str]
    theme: Part
    fonts: Part
    font: str


def own_reference(source: Source) -> WordReference:
    """Our own reference: every role has its style."""
    sheet, numbering = StyleSheet(_root(source, "styles")), Numbering(_root(source, "numbering"))
    body = _tree(source.main)
    theme = _own_part(source, "theme")
    return _assembled(
        _Pieces(
            source,
            sheet,
            numbering,
            resolve(sheet, numbering, body),
            _OUR_LISTS,
            carry(source, body, len(_FIXED) + 1, free_paper=True),
            theme_colors(_tree(theme), source.root("settings")),
            theme,
            _own_part(source, "fontTable"),
            text_font(_tree(theme)),
        )
    )


def company_reference(source: Source, own: Source, name: str, report: Report) -> WordReference:
    """A company's reference: its page and styles, and ours for what it lacks."""
    ours = StyleSheet(_root(own, "styles"))
    theirs = source.root("styles")
    sheet = StyleSheet(etree.Element(w("styles"), nsmap={"w": WORD}) if theirs is None else theirs)
    numbering, body = Numbering(source.root("numbering")), _tree(source.main)
    theme = source.part("theme") or _own_part(own, "theme")
    fonts = source.part("fontTable") or _own_part(own, "fontTable")
    colors = theme_colors(_tree(_own_part(own, "theme")), None) | theme_colors(
        _tree(theme), source.root("settings")
    )
    carried = carry(source, body, len(_FIXED) + 1, free_paper=False)
    _defaults(sheet, ours)
    found = resolve(sheet, numbering, body)
    numbering.prune(_numbers_of(sheet) | carried.numbers)
    lists = numbering.add(Numbering(_root(own, "numbering")))
    missing = [role for role in Role if role not in found]
    added = add_styles(sheet, ours, missing, found)
    _adapt([sheet.by_id[id_] for id_ in added.values()], scale_of(sheet), colors, lists)
    ours_by_id = {id_: added[role] for role in missing for id_ in [_id_of(role, ours)]}
    numbering.relink(lists.values(), ours_by_id)
    languages_out(sheet.root)
    _say(missing, carried, sheet, name, report)
    font = _font(sheet) or text_font(_tree(theme))
    return _assembled(
        _Pieces(source, sheet, numbering, found | added, lists, carried, colors, theme, fonts, font)
    )


def _own_part(own: Source, kind: str) -> Part:
    part = own.part(kind)
    assert part is not None  # noqa: S101 - our own folder has one
    return part


def _root(source: Source, kind: str) -> _Element:
    root = source.root(kind)
    assert root is not None  # noqa: S101 - asked of our own folder only
    return root


def _tree(part: Part) -> _Element:
    root = parse(part.data)
    assert root is not None  # noqa: S101 - intake has parsed every part before
    return root


def _id_of(role: Role, sheet: StyleSheet) -> str:
    return next(id_ for (_, name), id_ in sheet.by_name.items() if name == role.value.lower())


def _defaults(sheet: StyleSheet, ours: StyleSheet) -> None:
    """A default style of each type, which Word expects and some programs leave out."""
    for kind in ("paragraph", "character", "table", "numbering"):
        id_ = ours.default(kind)
        if not sheet.default(kind) and id_ not in sheet.by_id:
            copy = deepcopy(ours.by_id[id_])
            sheet.root.append(copy)
            sheet.enter(copy)


def _numbers_of(sheet: StyleSheet) -> set[int]:
    return {whole(number.get(VAL)) for number in sheet.root.iter(w("numId"))}


def _adapt(styles: list[_Element], scale: float, colors: Mapping[str, str], lists: Mapping[int, int]) -> None:
    """Our styles in the company's size and colours, counting with the lists that were added."""
    resize(styles, scale)
    keep_status(styles)
    for style in styles:
        recolor(style, colors)
        for number in style.iter(w("numId")):
            number.set(VAL, str(lists[whole(number.get(VAL))]))


def _font(sheet: StyleSheet) -> str:
    """The font of the default paragraph when it is named rather than the theme's."""
    fonts = sheet.inherited(sheet.default("paragraph"), "rPr", "rFonts")
    if fonts is None:
        fonts = child(sheet.root, "docDefaults", "rPrDefault", "rPr", "rFonts")
    if fonts is None or fonts.get(w("asciiTheme")):
        return ""
    return fonts.get(w("ascii"), "")


def _say(missing: Iterable[Role], carried: Carried, sheet: StyleSheet, name: str, report: Report) -> None:
    """What the reference lacks, in one list, and what of ours gives way to it."""
    names = ", ".join(f"`{role.value}`" for role in missing)
    if names:
        report.finding(
            "THEME-003",
            Severity.INFO,
            f"`{name}` has no style for {names}; ours are added in its fonts and colours",
            hint="add styles of these names to the reference to decide how they look",
        )
    if carried.section.has_footer:
        report.finding(
            "THEME-004",
            Severity.INFO,
            f"`{name}` has a footer of its own, which stays: page numbers and as-of date are up to it",
            hint="remove the footer from the reference to get the one with confidentiality, date and page",
        )


def _assembled(pieces: _Pieces) -> WordReference:
    styles, sheet = pieces.styles, pieces.sheet
    fonts = pieces.fonts
    names = {
        "styles": "word/styles.xml",
        "settings": "word/settings.xml",
        "numbering": "word/numbering.xml",
        "theme": pieces.theme.name,
        "fontTable": fonts.name,
    }
    kept = [pieces.theme, fonts]
    numbering_part = _numbering_part(pieces)
    more = {p.name: p for p in reachable([*kept, numbering_part], pieces.source)} | {
        p.name: p for p in pieces.carried.parts
    }
    width = width_factor(pieces.font)
    return WordReference(
        styles=styles,
        runs=openings(styles),
        bullets=_marked(pieces, BULLETS, _BULLETS, bullet=True),
        numbers=_marked(pieces, NUMBERS, _NUMBERS, bullet=False),
        framed_bullets=pieces.lists[_FRAMED_BULLETS],
        framed_numbers=_abstract_id(pieces.numbering, pieces.lists[_FRAMED_NUMBERS]),
        next_number=pieces.numbering.next_number(),
        numbering=numbering_part,
        style_template=_style_template(sheet, pieces.source),
        settings_template=settings_template(pieces.source.root("settings")),
        parts=tuple(sealed(part) for part in (*kept, *more.values())),
        stories=tuple(sealed(part) for part in pieces.carried.stories),
        relationships=(
            *(
                Relationship(f"rId{at}", OFFICE_RELATIONSHIP + kind, names[kind])
                for at, kind in enumerate(_FIXED, 1)
            ),
            *story_relationships(pieces.carried, len(_FIXED) + 1),
        ),
        section=pieces.carried.section,
        header_stops=cleared_stops(sheet, styles[Role.HEADER]),
        footer_stops=cleared_stops(sheet, styles[Role.FOOTER]),
        paint=paint(pieces.colors),
        dark=dark_accents(pieces.colors),
        scale=width * sheet.half_points(styles[Role.TABLE_TEXT]) / _TABLE_HALF_POINTS,
        control_scale=width * sheet.half_points(styles[Role.CONTROL_LABEL]) / _CONTROL_HALF_POINTS,
        first_drawing=pieces.carried.drawings,
        first_bookmark=pieces.carried.bookmarks,
        control_ids=pieces.carried.controls,
    )


def cleared_stops(sheet: StyleSheet, style: str) -> str:
    """Tab stops that take away those of a style."""
    stops = sheet.inherited(style, "pPr", "tabs")
    positions = [] if stops is None else [e.get(w("pos"), "") for e in stops if e.get(VAL) != "clear"]
    return "".join(f'<w:tab w:val="clear" w:pos="{whole(position)}"/>' for position in positions)


def _abstract_id(numbering: Numbering, number: int) -> int:
    abstract = numbering.abstract_of(number)
    return -1 if abstract is None else whole(abstract.get(w("abstractNumId")))


def _marked(pieces: _Pieces, roles: tuple[Role, ...], fallback: int, *, bullet: bool) -> tuple[Marked, ...]:
    """How entries are marked at each depth: by their style if it counts the right way, else by our list."""
    marked = []
    for depth, role in enumerate(roles):
        style = pieces.styles[role]
        number, level = numbering_of(pieces.sheet, style)
        abstract = pieces.numbering.abstract_of(number)
        if number and counts_as(format_at(abstract, level), bullet=bullet):
            marked.append(Marked(style, _abstract_id(pieces.numbering, number), level, number))
        else:
            ours = pieces.lists[fallback]
            marked.append(Marked(style, _abstract_id(pieces.numbering, ours), depth, ours, ours))
    return tuple(marked)


def _numbering_part(pieces: _Pieces) -> Part:
    theirs = pieces.source.part("numbering")
    relationships = theirs.relationships if theirs else ()
    data = serialise(pieces.numbering.root)
    return sealed(Part("word/numbering.xml", f"{WORD_TYPE}numbering+xml", data, relationships))


def _style_template(sheet: StyleSheet, source: Source) -> LanguageTemplate:
    """The styles with a place for the language in the document defaults."""
    properties = _ensured(sheet.root, "docDefaults", "rPrDefault", "rPr")
    for language in properties.findall(w("lang")):
        properties.remove(language)
    after = next((at for at, e in enumerate(properties) if e.tag in _AFTER_LANGUAGE), len(properties))
    properties.insert(after, etree.Comment(LANGUAGE))
    part = source.part("styles")
    return LanguageTemplate(
        "word/styles.xml", f"{WORD_TYPE}styles+xml", serialise(sheet.root), part.relationships if part else ()
    )


_AFTER_LANGUAGE = frozenset({w("eastAsianLayout"), w("specVanish"), w("oMath")})


def _ensured(root: _Element, *path: str) -> _Element:
    """The element down a path, made at the front where it is missing."""
    for name in path:
        found = root.find(w(name))
        if found is None:
            found = etree.Element(w(name))
            root.insert(0, found)
        root = found
    return root
