"""What a review says: which band an observation belongs to, which phrases tell it, and with which facts."""

from .bands import band_of, cell_of
from .facts import first_name, links_of
from .telling import Told, tell
from .viewing import with_told

__all__ = ["Told", "band_of", "cell_of", "first_name", "links_of", "tell", "with_told"]
