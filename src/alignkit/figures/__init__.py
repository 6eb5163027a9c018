"""Every number a document may show: the inputs of the context and all that follows from them."""

from .collection import Figures
from .kpis import Status, computed_status, status
from .tiers import walk_away_tier
from .whole import derive

__all__ = ["Figures", "Status", "computed_status", "derive", "status", "walk_away_tier"]
