"""alignkit: one context file in, a set of documents that agree with each other out."""

__version__ = "0.1.0"
