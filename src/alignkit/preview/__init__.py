"""What a request would give, to look at in a browser: pictures of pages, or web views without LibreOffice."""

from .rendering import Rendering, over_last, render
from .serving import serve
from .watching import stamp, watched

__all__ = ["Rendering", "over_last", "render", "serve", "stamp", "watched"]
