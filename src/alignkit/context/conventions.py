"""The locale of a context: a tag whose conventions for numbers and days are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.formats import is_known_locale, nearest_locale
from alignkit.source.wording import quoted

from .faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.source import Data


def strange_locales(data: Mapping[str, Data]) -> Iterator[Fault]:
    """A `meta.locale` nobody can write numbers by."""
    meta = data.get("meta")
    tag = meta.get("locale") if isinstance(meta, dict) else None
    if not isinstance(tag, str) or is_known_locale(tag):
        return
    near = nearest_locale(tag)
    hint = f"write {quoted(near)}" if near else "write a tag such as en-US, en-GB or de-DE"
    message = f"expected the tag of a locale for `locale`, found the text {quoted(tag)}"
    yield Fault("CTX-005", message, ("meta", "locale"), hint)
