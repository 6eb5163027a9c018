"""YAML to plain data with a place for every key and value: the only home of `yaml`."""

from .places import Data, Node, Source, Spot, Step, place_of, steps_of
from .reading import read, read_texts

__all__ = ["Data", "Node", "Source", "Spot", "Step", "place_of", "read", "read_texts", "steps_of"]
