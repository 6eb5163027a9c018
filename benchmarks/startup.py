"""How long the program takes to say what it can do."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from alignkit.cli.program import COMMANDS

_PROGRAM = "import sys; sys.argv[0] = 'alignkit'; from alignkit.cli import main; main()"
"""What the installed script does."""


def _bare() -> str:
    """A click program with as many commands, none of which does anything."""
    commands = "\n".join(
        f"@program.command({name!r})\ndef command_{at}():\n    {line!r}\n"
        for at, (name, (_, line)) in enumerate(COMMANDS.items())
    )
    group = "@click.group()\n@click.version_option('1')\ndef program():\n    'A program.'\n"
    return f"import click\n\n{group}\n{commands}\nprogram()\n"


def measure(turns: int) -> dict[str, float]:
    """Median of the seconds a process lives: Python alone, a bare click program, and alignkit."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(_bare(), "utf-8")
        contenders = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "bare click --help": [sys.executable, str(bare), "--help"],
            "alignkit --help": [sys.executable, "-c", _PROGRAM, "--help"],
        }
        seconds: dict[str, list[float]] = {name: [] for name in contenders}
        for _ in range(turns + 1):
            for name, command in contenders.items():
                seconds[name].append(_life(command))
    return {name: median(several[1:]) for name, several in seconds.items()}


def _life(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
