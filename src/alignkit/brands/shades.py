"""Colours as people see them: contrast, mixtures, and the nearest shade of a hue that can be read.

Colours are six hexadecimal digits in capitals, as Office files have them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Triple = tuple[float, float, float]
"""Three coordinates of a colour."""

_STEPS = 25
"""Shades tried on the way to black or white before the first that passes is looked for more closely."""
_FINE = 0.001
"""Steps of lightness, finer than an eye tells apart."""
_EDGE = 1e-6
"""How far rounding may lead out of the colours a screen can show."""
_HALVINGS = 14


def channels(color: str) -> Triple:
    """Red, green and blue from 0 to 1."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def color_of(red: float, green: float, blue: float) -> str:
    """The colour of three channels from 0 to 1."""
    return "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02X}" for part in (red, green, blue))


def luminance(color: str) -> float:
    """Relative luminance from 0 to 1.

    Source: WCAG 2.2, definition of relative luminance.
    """
    red, green, blue = (_linear(part) for part in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21.

    Source: WCAG 2.2, definition of contrast ratio.
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(color: str, ground: str, share: float) -> str:
    """`ground` with a share of `color`, from 0 to 1, laid over it."""
    red, green, blue = (
        a * share + b * (1 - share) for a, b in zip(channels(color), channels(ground), strict=True)
    )
    return color_of(red, green, blue)


def lightness_chroma_hue(color: str) -> Triple:
    """Lightness from 0 to 1, chroma, and hue in degrees, in a space where equal steps look equal.

    Source: Björn Ottosson, "A perceptual color space for image processing" (Oklab), 2020.
    """
    red, green, blue = (_linear(part) for part in channels(color))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def shade(lightness: float, chroma: float, hue: float) -> str:
    """The colour of these coordinates; paler, but of the same hue, where a screen cannot show as much."""
    if (found := _shown(lightness, chroma, hue)) is not None:
        return found
    least, most = 0.0, chroma
    for _ in range(_HALVINGS):
        middle = (least + most) / 2
        least, most = (middle, most) if _shown(lightness, middle, hue) else (least, middle)
    return _shown(lightness, least, hue) or color_of(*(3 * (float(lightness > 0.5),)))


def nearest_shade(color: str, passes: Callable[[str], bool]) -> str:
    """The shade of the same hue nearest in lightness that passes; empty if none does."""
    if passes(color):
        return color
    lightness, chroma, hue = lightness_chroma_hue(color)

    def at(place: float) -> str:
        found = shade(place, chroma, hue)
        return found if passes(found) else ""

    ends = [end for end in (0.0, 1.0) if end != lightness]
    found = [each for end in ends if (each := _first(at, lightness, end)) is not None]
    return at(min(found, key=lambda place: abs(place - lightness))) if found else ""


def _first(at: Callable[[float], str], start: float, end: float) -> float | None:
    """The lightness on the way from `start` to `end` where passing begins; None where it never does."""
    steps = [start + (end - start) * step / _STEPS for step in range(_STEPS + 1)]
    far = next((step for step in range(1, _STEPS + 1) if at(steps[step])), None)
    if far is None:
        return None
    fails, passes = steps[far - 1], steps[far]
    while abs(passes - fails) > _FINE:
        middle = (fails + passes) / 2
        fails, passes = (fails, middle) if at(middle) else (middle, passes)
    return passes


def _shown(lightness: float, chroma: float, hue: float) -> str | None:
    """The colour of these coordinates; None where a screen cannot show it."""
    linear = _linear_of(lightness, chroma, hue)
    if not all(-_EDGE <= part <= 1 + _EDGE for part in linear):
        return None
    return color_of(*(_curved(part) for part in linear))


def _linear_of(lightness: float, chroma: float, hue: float) -> Triple:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _curved(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
