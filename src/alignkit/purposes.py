"""What words of feedback are for: purposes of sentences, situations of documents.

Help texts name them too, so nothing heavy is imported here.
"""

from __future__ import annotations

PURPOSES = (
    "recognise", "develop", "correct", "goal", "summarise", "promote", "self", "upward", "peer", "agency",
)  # fmt: skip
"""What a phrase of the review bank is for."""
SITUATIONS = (
    "review",
    "talk",
    "recognition",
    "corrective",
    "self",
    "peer",
    "upward",
    "agency",
    "calibration",
)
"""What the kind `review` is written for: its modes."""
