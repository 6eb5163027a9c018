"""The command line: one module per command; text and exit codes are made here and nowhere else."""

from .main import main, run

__all__ = ["main", "run"]
