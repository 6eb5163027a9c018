"""How fast alignkit is beside other ways to the same Word file: `python -m benchmarks`."""
