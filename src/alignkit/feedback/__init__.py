"""What a review says: which phrases tell an observation, and with which facts."""

from .telling import Told, tell
from .viewing import with_told

__all__ = ["Told", "tell", "with_told"]
