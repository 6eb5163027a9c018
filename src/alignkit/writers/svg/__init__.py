"""Charts as inline SVG: direct labels, bars from zero, what matters in accent and the rest in grey."""
