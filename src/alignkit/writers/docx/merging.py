"""Our styles put beside a company's, in its theme's fonts and colours and in the size of its text."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from .colors import shaded, tinted
from .markup import VAL, child, w, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from .roles import Role
    from .stylesheet import StyleSheet

_OUR_HALF_POINTS = 21
_SMALLEST, _LARGEST = 0.8, 1.3
_STATUS = frozenset({"accent3", "accent4", "accent5", "accent6"})
"""Status colours stay ours: under these names other themes keep decoration."""


def scale_of(sheet: StyleSheet) -> float:
    """How large the reference's text is beside ours, within reason."""
    ratio = sheet.half_points(sheet.default("paragraph")) / _OUR_HALF_POINTS
    return min(max(ratio, _SMALLEST), _LARGEST)


def add_styles(
    sheet: StyleSheet, ours: StyleSheet, missing: Iterable[Role], found: Mapping[Role, str]
) -> dict[Role, str]:
    """Ids of the styles added for the roles of `missing`; `sheet` holds them afterwards."""
    roles = {_our_id(role, ours): role for role in (*found, *missing)}
    added: dict[Role, str] = {}
    new_ids: dict[str, str] = {}
    for role in missing:
        id_ = _our_id(role, ours)
        added[role] = new_ids[id_] = _free_id(id_, sheet)
        copy = deepcopy(ours.by_id[id_])
        copy.set(w("styleId"), added[role])
        _free_name(copy, sheet)
        sheet.root.append(copy)
        sheet.enter(copy)
    known = new_ids | {id_: found[role] for id_, role in roles.items() if role in found}
    for new in added.values():
        _reconnect(sheet.by_id[new], known, sheet, ours)
    return added


def _our_id(role: Role, ours: StyleSheet) -> str:
    return next(id_ for (_, name), id_ in ours.by_name.items() if name == role.value.lower())


def _free_id(id_: str, sheet: StyleSheet) -> str:
    taken = {known.lower() for known in sheet.by_id}
    free = id_
    while free.lower() in taken:
        free += "Ak"
    return free


def _free_name(style: _Element, sheet: StyleSheet) -> None:
    """A name no style has; Word wants names to be unique over all types."""
    name = child(style, "name")
    assert name is not None  # noqa: S101 - our own file, and its test reads it
    if name.get(VAL, "").lower() in {known for _, known in sheet.by_name}:
        name.set(VAL, f"{name.get(VAL)} (alignkit)")
        style.set(w("customStyle"), "1")


def _reconnect(style: _Element, known: Mapping[str, str], sheet: StyleSheet, ours: StyleSheet) -> None:
    """Point a copied style at styles of its new sheet."""
    for link in [e for name in ("basedOn", "next", "link") if (e := child(style, name)) is not None]:
        old = link.get(VAL, "")
        kind = ours.by_id[old].get(w("type"), "paragraph")
        if target := known.get(old) or sheet.default(kind):
            link.set(VAL, target)
        else:
            style.remove(link)


def resize(styles: Iterable[_Element], scale: float) -> None:
    """Text sizes in proportion to the company's text."""
    for style in styles:
        for size in style.iter(w("sz"), w("szCs")):
            size.set(VAL, str(round(whole(size.get(VAL)) * scale)))


def recolor(root: _Element, colors: Mapping[str, str]) -> None:
    """The values that theme colours have in this theme, for readers that do not resolve them."""
    for element in root.iter():
        for value, name, prefix in (
            ("val", "themeColor", "theme"),
            ("color", "themeColor", "theme"),
            ("fill", "themeFill", "themeFill"),
        ):
            theme = element.get(w(name))
            if (
                theme is None
                or element.get(w(value)) is None
                or (value == "val" and element.tag != w("color"))
            ):
                continue
            if theme in colors:
                element.set(w(value), _variant(colors[theme], element, prefix))


def keep_status(styles: Iterable[_Element]) -> None:
    """Status colours as they are, no longer tied to the theme."""
    for style in styles:
        for element in style.iter():
            for name in ("themeColor", "themeFill"):
                if element.get(w(name)) in _STATUS:
                    for attribute in (name, "themeTint", "themeShade", "themeFillTint", "themeFillShade"):
                        element.attrib.pop(w(attribute), "")


def _variant(color: str, element: _Element, prefix: str) -> str:
    tint, shade = element.get(w(f"{prefix}Tint")), element.get(w(f"{prefix}Shade"))
    if tint is not None:
        return tinted(color, int(tint, 16))
    return shaded(color, int(shade, 16)) if shade is not None else color


def languages_out(root: _Element) -> None:
    """No language in any style: the document's own is set in the defaults."""
    for language in [e for style in root.iterfind(w("style")) for e in style.iter(w("lang"))]:
        parent = language.getparent()
        if parent is not None:
            parent.remove(language)
