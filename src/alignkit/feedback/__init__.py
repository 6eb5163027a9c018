"""What a review says: which phrases tell an observation, and with which facts."""

from .facts import first_name
from .telling import Told, tell
from .viewing import with_told

__all__ = ["Told", "first_name", "tell", "with_told"]
