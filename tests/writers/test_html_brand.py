"""A web page in the look of a brand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.brands import Brand, Fonts
from alignkit.diagnostics import Report
from alignkit.writers.html_brand import look_of
from brand_samples import branded

if TYPE_CHECKING:
    from pathlib import Path


def test_a_page_takes_colours_fonts_and_logo(tmp_path: Path) -> None:
    report = Report()

    look = look_of(branded(tmp_path), report)

    assert not list(report)
    assert (
        ":root{--ink:#2a1430;--soft:#f2f1f3;--rule:#d9d5da;--accent:#7a1f5c;--second:#a76e8f;--grey:#59485e;}\n"
        "@page{color:#59485e}\n"
        'body{font-family:"Georgia",Calibri,Carlito,Arial,sans-serif}\n'
        '@page{font-family:"Georgia",Calibri,Carlito,Arial,sans-serif}\n'
        'h1,h2,h3,h4{font-family:"Arial",Calibri,Carlito,Arial,sans-serif}\n'
    ) == look.rules.partition(".running")[0]
    assert look.logo.startswith('<img src="data:image/png;base64,')
    assert look.logo.endswith('alt="Bolt &amp; Sons" class="logo">')


def test_the_default_look_adds_nothing() -> None:
    for brand in (None, Brand("brand.yaml")):
        look = look_of(brand, Report())

        assert ("", "") == (look.rules, look.logo)


def test_no_name_of_a_font_leaves_its_string() -> None:
    look = look_of(Brand("brand.yaml", fonts=Fonts('A"}</style>', "Arial")), Report())

    assert 'body{font-family:"A\\22 \\7d \\3c \\2f style\\3e ",' in look.rules
    assert "</style>" not in look.rules
