"""A document laid out as a deck: headings split slides, content chooses the layout, text is measured and fits."""
