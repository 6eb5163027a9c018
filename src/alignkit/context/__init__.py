"""The context as typed blocks: what a user may write, field by field."""

from .check import check
from .whole import Context

__all__ = ["Context", "check"]
