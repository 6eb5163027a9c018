"""The longest of several wordings that has room."""

from __future__ import annotations

from typing import Any

from .columns import text_of
from .problems import TemplateMistakeError


def fitting(most: int, *wordings: Any) -> Any:
    """The first of several wordings that has at most `most` characters, else the last.

    Args:
        most: how many characters there is room for, such as 70 in a subject.
        wordings: the fullest first; texts kept with `{% set %}`.

    """
    if not isinstance(most, int) or most < 1 or not wordings:
        raise TemplateMistakeError(
            "TPL-008",
            f"expected a number of characters and several wordings in `fitting(...)`, found `{most}`",
            hint="write `{{ fitting(70, long, short) }}`",
        )
    return next((each for each in wordings if len(text_of(each)) <= most), wordings[-1])
