"""The logo of a brand as a picture, and the size it has where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .pictures import Picture, Refused, read_picture

if TYPE_CHECKING:
    from alignkit.brands import Brand
    from alignkit.diagnostics import Report

EMU_PER_CM = 360_000
_FEWEST_PIXELS = 70
"""Height or width below which a logo of usual size looks blurred: 150 dots to the inch."""


def logo_of(brand: Brand | None, report: Report) -> Picture | None:
    """The logo of a brand; None without one, or after it was reported why it cannot be used.

    Reports: BRAND-007, BRAND-013.
    """
    if brand is None or brand.logo is None:
        return None
    named, place = brand.logo.path.name, brand.logo.place
    picture = read_picture(brand.logo.data)
    if isinstance(picture, Refused):
        message = f"expected a PNG, JPEG or GIF picture as logo, found {picture.found}: `{named}`"
        report.broken("BRAND-007", message, place, hint=picture.hint)
        return None
    if min(picture.height, picture.width) < _FEWEST_PIXELS:
        report.finding(
            "BRAND-013",
            Severity.WARN,
            f"expected at least {_FEWEST_PIXELS} pixels each way in a logo, "
            f"found {picture.width} by {picture.height}: `{named}`",
            place,
            hint="export it larger; it looks blurred in print",
        )
    return picture


def fitted(picture: Picture, width_cm: float, height_cm: float) -> tuple[int, int]:
    """Width and height in EMU of the picture as large as it gets in a box, its proportions kept."""
    scale = min(width_cm / picture.width, height_cm / picture.height) * EMU_PER_CM
    return max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
