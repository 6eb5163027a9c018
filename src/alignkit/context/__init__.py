"""The context as typed blocks: what a user may write, field by field."""

from .check import check
from .schema import json_schema, modeline
from .whole import Context

__all__ = ["Context", "check", "json_schema", "modeline"]
