"""What the program exits with."""

DONE = 0
"""What was asked for is done."""
WRONG_INPUT = 1
"""A file has errors, or warnings where nothing is forgiven."""
WRONG_USAGE = 2
"""What was typed cannot be obeyed."""
OUR_BUG = 3
"""alignkit is wrong."""
INTERRUPTED = 130
"""Somebody pressed Ctrl-C."""
