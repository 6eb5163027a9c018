"""A kind filled with generated contexts, so that its mistakes show before a reader sees them."""

from .rehearse import rehearse

__all__ = ["rehearse"]
