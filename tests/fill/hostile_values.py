"""Values that try to be something else than text, and the positions a template can put them in."""

from __future__ import annotations

HOSTILE = (
    # Markdown
    "# heading", "## Heading\n### deeper", "- item", "* item", "1. item", "> quote", "---", "***", "```\ncode\n```",
    "    indented", "| a | b |\n|---|---|\n| c | d |", "a | b", "[link](https://evil.example)", "![image](x.png)",
    "<https://evil.example>", "**bold**", "_em_", "`code`", "~~gone~~", "a  \nb", "line\\", "[x] done", "- [ ] open",
    "::: warning", ":::\n:::", "{#id .class}", "{caption=\"x\"}", "\\*escaped\\*", "&amp; &lt; &#35;", "Label: value",
    # Jinja
    "{{ 7 }}", "{% for x in y %}", "{# note #}", "{{ ''.__class__ }}", "{%- endif -%}", "}}{{",
    # XML and HTML
    "<b>bold</b>", "</w:t></w:r></w:p>", "<!-- comment -->", "<![CDATA[ x ]]>", "<script>alert(1)</script>",
    "a & b < c > d \" e ' f", "&#x3C;b&#x3E;", "<?xml version=\"1.0\"?>", "]]>", "&undefined;",
    # Word fields and formulas
    "{ DDEAUTO c:\\\\x }", "=1+1", "+1", "@sum", "=HYPERLINK(\"http://evil.example\")",
    # characters
    "\ue000" + "0" + "\ue001", "\ue002" + "0:1" + "\ue003", "\ue000", "\uf8ff", "\u202eevil\u202c", "\u200bzero\u200bwidth",
    "\u2066isolated\u2069", "line\u2028separator", "para\u2029graph", "vertical\x0btab", "next\x85line",
    "nul\ufffdbyte", "e\u0301 combining", "\U0001f469\u200d\U0001f4bb", "\u4e2d\u6587\u5b57", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    # shapes
    "x" * 400, "Donaudampfschifffahrtsgesellschaftskapitaensmuetze", "one\ntwo\nthree", "one\r\ntwo", "one\n\n\ntwo",
    " leading", "trailing ", "a\tb", "   ", ".", "0",
)  # fmt: skip

TEMPLATE = """\
{% macro said(x) %}{{ x }}{% endmacro %}
{% set kept %}{{ v }}{% endset %}
# Title {{ v }} end

:::control
- Before: {{ v }} end
:::

:::summary
Summary {{ v }} end
:::

## Heading {{ v }} end

Paragraph {{ v }} end

{{ v }} at the start

At the end {{ v }}

x **{{ v }}** y

x *{{ v }}* y

x [{{ v }}](https://example.com) y

- item {{ v }} end
- [ ] task {{ v }} end

1. number {{ v }} end

{caption="Caption {{ v }} end" note="Note {{ v }} end"}
| Head {{ v }} end | other |
|---|---|
| cell {{ v }} end | {{ v }} |
{% for x in [v, v] %}
| {{ x }} | loop |
{% endfor %}

:::decision Callout {{ v }} end
Inside {{ v }} end
:::

:::spoken
Spoken {{ v }} end
:::

:::exchange id
Objection {{ v }} end

Reply {{ v }} end
:::

Macro {{ said(v) }} end

Set {{ kept }} end

{{ table(rows, measure("Name", "name"), caption=kept, note=v) }}

{{ comparison(rows, measure("Value", "amount"), label="name") }}

{{ chart("bar", rows, measure("Value", "amount"), label="name", title=kept, source=v) }}

{{ cards(card(v, v, kept)) }}

{% for x in [v] %}
Loop {{ x }} end

{% endfor %}
{% if v == v %}If {{ v }} end{% endif %}

After everything
"""
"""A template with a value in every position there is."""
