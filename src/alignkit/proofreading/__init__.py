"""Language banks read as an editor would: each record by itself, beside the others, and how many."""

from .counting import Count, counts
from .running import Proof, proofread

__all__ = ["Count", "Proof", "counts", "proofread"]
