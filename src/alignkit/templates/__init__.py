"""A template folder: its manifest `kind.yaml` and its bodies; ours and a user's own are the same."""

from .kind import Kind, Need, Output
from .manifest import load_kind
from .own_fields import FieldFault, check_fields, field_faults, own_fields

__all__ = [
    "FieldFault",
    "Kind",
    "Need",
    "Output",
    "check_fields",
    "field_faults",
    "load_kind",
    "own_fields",
]
