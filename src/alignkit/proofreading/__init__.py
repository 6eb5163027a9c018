"""Language banks read as an editor would: each record by itself, beside the others, and how many."""

from .adding import Addition, Wanted, add
from .counting import Count, counts
from .running import Proof, proofread

__all__ = ["Addition", "Count", "Proof", "Wanted", "add", "counts", "proofread"]
