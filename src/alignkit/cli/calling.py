"""How this program can be called again from where the user is."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

NAME = "alignkit"


def program(*, elsewhere: bool = False) -> str:
    """`alignkit` where a shell finds it, else the path it was called by.

    Args:
        elsewhere: whether the call is to be made from another folder, where a relative path leads nowhere.

    """
    called = Path(sys.argv[0])
    if shutil.which(NAME) or called.stem != NAME:
        return NAME
    return os.path.abspath(called) if elsewhere else str(called)


def typed(path: Path) -> str:
    """A path as it can be typed after a prompt, blanks and quotes included."""
    return shlex.quote(str(path))
