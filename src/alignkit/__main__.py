"""`python -m alignkit`, where the command itself is not on the path."""

from alignkit.cli import main

main()
