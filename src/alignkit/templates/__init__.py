"""A template folder: its manifest `kind.yaml` and its bodies; ours and a user's own are the same."""

from .kind import Kind, Need, Output
from .manifest import load_kind
from .own_fields import check_fields, own_fields

__all__ = ["Kind", "Need", "Output", "check_fields", "load_kind", "own_fields"]
