"""What a review says: which phrases tell an observation, and with which facts."""

from .telling import Told, tell
from .viewing import SITUATIONS, with_told

__all__ = ["SITUATIONS", "Told", "tell", "with_told"]
