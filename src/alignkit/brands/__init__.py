"""A company's look without a template of its own: `brand.yaml` read, completed and looked at for contrast."""

from .brand import DEFAULT, ROLES, Brand, Fonts, Logo, Palette
from .contrast import Row, check_contrast, rows
from .finding import BRAND, BRANDS, find_brand
from .loading import load_brand

__all__ = [
    "BRAND",
    "BRANDS",
    "DEFAULT",
    "ROLES",
    "Brand",
    "Fonts",
    "Logo",
    "Palette",
    "Row",
    "check_contrast",
    "find_brand",
    "load_brand",
    "rows",
]
