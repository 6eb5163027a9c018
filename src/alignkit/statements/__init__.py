"""Statements: what is true of figures as they are shown, and the words a language has for it.

A function here looks at figures and gives a `Statement`, or None where there is nothing to say; `worded` puts
the words of a bank around its figures. Titles made this way stay true whatever the figures are.
"""

from .bank import StatementBank, load_statements, packaged_statements
from .changes import CHANGE_FORMS, changes
from .limits import LIMIT_FORMS, LIMIT_KINDS, Limit, against, pair
from .statement import Statement, opening, worded

__all__ = [
    "CHANGE_FORMS",
    "LIMIT_FORMS",
    "LIMIT_KINDS",
    "Limit",
    "Statement",
    "StatementBank",
    "against",
    "changes",
    "load_statements",
    "opening",
    "packaged_statements",
    "pair",
    "worded",
]
