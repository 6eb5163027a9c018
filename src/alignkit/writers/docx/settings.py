"""The settings part: what the pages need and nothing a former document left behind."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.writers.ooxml.namespaces import WORD, WORD_TYPE
from alignkit.writers.ooxml.xml_parts import serialise

from .languages import FONT_LANGUAGE, HYPHENATION, LanguageTemplate
from .markup import w

if TYPE_CHECKING:
    from lxml.etree import _Element

_KEPT_BEFORE = ("embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "gutterAtTop", "defaultTabStop")
_KEPT_HYPHENATION = ("autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps")
_KEPT_AFTER = ("evenAndOddHeaders", "characterSpacingControl")
"""Kept of a company's settings, in the order of ECMA-376 part 1, 17.15.1.78."""
_COMPATIBILITY = (
    "compatibilityMode:15",
    "overrideTableStyleFontSizeAndJustification:1",
    "enableOpenTypeFeatures:1",
    "doNotFlipMirrorIndents:1",
    "differentiateMultirowTableHeaders:1",
)


def settings_template(theirs: _Element | None) -> LanguageTemplate:
    """Lean settings for Word 2013 and later with what `theirs` says about pages."""
    root = etree.Element(w("settings"), nsmap={"w": WORD})
    etree.SubElement(root, w("zoom")).set(w("percent"), "100")
    _keep(root, theirs, _KEPT_BEFORE)
    hyphenated = _keep(root, theirs, _KEPT_HYPHENATION)
    if not hyphenated:
        root.append(etree.Comment(HYPHENATION))
    _keep(root, theirs, _KEPT_AFTER)
    root.append(_compatibility())
    root.append(etree.Comment(FONT_LANGUAGE))
    _keep(root, theirs, ("clrSchemeMapping",))
    return LanguageTemplate("word/settings.xml", f"{WORD_TYPE}settings+xml", serialise(root))


def _keep(root: _Element, theirs: _Element | None, names: tuple[str, ...]) -> int:
    found = [e for name in names if theirs is not None and (e := theirs.find(w(name))) is not None]
    for element in found:
        root.append(deepcopy(element))
    return len(found)


def _compatibility() -> _Element:
    compat = etree.Element(w("compat"))
    for setting in _COMPATIBILITY:
        name, _, value = setting.partition(":")
        element = etree.SubElement(compat, w("compatSetting"))
        element.set(w("name"), name)
        element.set(w("uri"), "http://schemas.microsoft.com/office/word")
        element.set(w("val"), value)
    return compat
