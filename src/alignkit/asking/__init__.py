"""Question mode: what a kind still lacks is asked for, one thing at a time, and written into the context."""

from .dialogue import Talk, converse
from .manuscript import Manuscript, open_manuscript
from .memory import Memory, remembered
from .prompting import Line, what_is_missing, what_is_open
from .questions import Question
from .session import State, begin, questions

__all__ = [
    "Line",
    "Manuscript",
    "Memory",
    "Question",
    "State",
    "Talk",
    "begin",
    "converse",
    "open_manuscript",
    "questions",
    "remembered",
    "what_is_missing",
    "what_is_open",
]
