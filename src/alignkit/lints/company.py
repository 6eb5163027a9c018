"""GEN rules about the company: whether documents have words for how it earns its money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.context.company import MODELS
from alignkit.source.wording import listed, nearest, quoted

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject


def model_is_known(subject: Subject) -> Iterator[Hit]:
    """A way to earn money no document has words for (GEN-026)."""
    model = subject.context.company.model
    if model in MODELS:
        return
    near = nearest(model, MODELS, 1)
    hint = f"write {quoted(near[0])}" if near else f"choose from {listed(MODELS)}, whichever comes nearest"
    message = (
        f"expected {listed(MODELS)} for `model`, found {quoted(model)}, which documents have no words for"
    )
    yield Hit(message, "company.model", hint=hint)
