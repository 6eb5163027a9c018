"""Statements: what is true of figures as they are shown, and the words a language has for it.

A function here looks at figures and gives a `Statement`, or None where there is nothing to say; `worded` puts
the words of a bank around its figures. Titles made this way stay true whatever the figures are.
"""

from .bank import StatementBank, load_statements, packaged_statements
from .changes import CHANGE_FORMS, changes
from .counting import counted, counted_number, share_words
from .derived import recomputed
from .limits import LIMIT_FORMS, LIMIT_KINDS, Limit, against, pair
from .plans import covers, delivered, variance
from .ranking import Range, ranked, width_of
from .statement import Statement, opening, worded
from .steps import Step, last_step, step_payback

__all__ = [
    "CHANGE_FORMS",
    "LIMIT_FORMS",
    "LIMIT_KINDS",
    "Limit",
    "Range",
    "Statement",
    "StatementBank",
    "Step",
    "against",
    "changes",
    "counted",
    "counted_number",
    "covers",
    "delivered",
    "last_step",
    "load_statements",
    "opening",
    "packaged_statements",
    "pair",
    "ranked",
    "recomputed",
    "share_words",
    "step_payback",
    "variance",
    "width_of",
    "worded",
]
