"""What a review says: which phrases tell an observation, and with which facts."""

from alignkit.purposes import SITUATIONS

from .telling import Told, tell
from .viewing import add_told

__all__ = ["SITUATIONS", "Told", "add_told", "tell"]
