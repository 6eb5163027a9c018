"""How messages name the user's words: quoted, listed, and the nearest name to a mistyped one."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_QUOTE = 60
"""Characters of a user's text shown in a message."""
MOST_CANDIDATES = 500
"""Names compared with a mistyped one; comparing takes time with each."""
LEAST_LIKENESS = 0.6
"""Below this two names are not alike (0 to 1)."""


def quoted(text: str) -> str:
    """`text` in backticks, on one line, without marks that could disturb a terminal, cut when it is long."""
    line = re.sub(r"\s+", " ", text[: 2 * LONGEST_QUOTE]).replace("`", "'")
    if not line.isprintable():
        line = "".join("\ufffd" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in line)
    return f"`{line}`" if len(line) <= LONGEST_QUOTE else f"`{line[: LONGEST_QUOTE - 1]}…`"


def listed(names: Sequence[str], *, last: str = "or") -> str:
    """The quoted `names` as people list them: `a`, `b` or `c`."""
    marked = [quoted(name) for name in names]
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} {last} {marked[-1]}"


def nearest(word: str, names: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """At most `count` of `names` that `word` may have been meant as, the likeliest first."""
    folded = _fold(word)
    rated = [(_likeness(folded, _fold(name)), name) for name in islice(names, MOST_CANDIDATES)]
    best = sorted((pair for pair in rated if pair[0] >= LEAST_LIKENESS), key=lambda pair: -pair[0])
    if best and best[0][0] == 1.0:
        return (best[0][1],)
    return tuple(name for _, name in best[:count])


def _fold(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", name[:LONGEST_QUOTE].strip().casefold())


def _likeness(word: str, name: str) -> float:
    if word == name:
        return 1.0
    matcher = SequenceMatcher(None, word, name, autojunk=False)
    if matcher.real_quick_ratio() < LEAST_LIKENESS or matcher.quick_ratio() < LEAST_LIKENESS:
        return 0.0
    return min(matcher.ratio(), 0.999)
