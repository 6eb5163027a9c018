"""Options of the commands on phrases, and how their words become values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Collection


def known_language(tag: str, banks: Collection[str]) -> str:
    """A language there are banks of, or wrong usage; a region counts as its language."""
    folded = {each.lower(): each for each in banks}
    wanted = tag.replace("_", "-").lower()
    if wanted in folded:
        return folded[wanted]
    if wanted.partition("-")[0] in folded:
        return tag
    message = f"there are no phrases in {tag!r}; choose from {', '.join(sorted(banks))}."
    raise click.BadParameter(message, param_hint="'--language'")
