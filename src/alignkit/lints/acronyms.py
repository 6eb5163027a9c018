"""The GEN rule about acronyms a reader meets before they are spelt out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon

from .currencies import CURRENCIES
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages
    from .subject import Subject

_ACRONYM = re.compile(r"([A-Z](?<![\w/.&@-][A-Z])[A-Z0-9&]*[A-Z][A-Z0-9]*)(s?)(?![\w&@$€£¥]|-\d|\.[A-Za-z])")
_KNOWN_TO_ALL = lexicon(
    """
    TBD TODO XXX
    AI API B2B B2C CEO CFO CRM CRO CPO CMO COO CTO CV DIY EU FAQ GDP HR ID IT KPI KPIS LLC NDA NO OK PDF
    PIN PR Q&A R&D SMS SQL TV UI UK UN URL US USA USB UX VAT VIP VP EVP SVP WWW XML YES NOT AND OR ALL
    NEVER ONLY MUST AM PM CET GMT UTC ISO FY YTD YOY H1 H2 II III IV VI VII VIII IX XI XII DECISION
    ACTION REQUEST INFO DRAFT SEO SSO
    """
)
"""What nobody needs expanded."""
_KNOWN_TO_FINANCE = lexicon(
    """
    ACV ARPA ARPU ARR BOM CAC CAGR CAPEX COGS EAC EBIT EBITDA GAAP GL GM GRR IFRS IRR LTM LTV MER MRR
    NPV NRR OPEX P&L ROAS ROI S&M G&A SAAS WACC
    """
)
_KNOWN_TO_SALES = lexicon(
    """
    ACV ARR CAC ICP LTV MEDDIC MQL MRR NRR POC RFI RFP ROI SAL SDR AE SLA SQL TCV
    """
)
_KNOWN_TO_MARKETING = lexicon(
    """
    ABM ACV ARR CAC CPC CPL CPM CTA CTR ICP LTV MER MQL OKR ROAS ROI SAL SDR SEM SOV SQL
    """
)
_KNOWN_TO_TECH = lexicon(
    """
    ARR CI CSS HTML NPS OKR SDK SLA SLO SQL UAT
    """
)
_KNOWN = {
    "cfo": _KNOWN_TO_FINANCE | _KNOWN_TO_SALES,
    "ceo": _KNOWN_TO_FINANCE | _KNOWN_TO_SALES,
    "board": _KNOWN_TO_FINANCE | _KNOWN_TO_SALES,
    "cro": _KNOWN_TO_FINANCE | _KNOWN_TO_SALES,
    "self": _KNOWN_TO_FINANCE | _KNOWN_TO_SALES | _KNOWN_TO_MARKETING,
    "team": _KNOWN_TO_MARKETING,
    "agency": _KNOWN_TO_MARKETING,
    "peer": _KNOWN_TO_MARKETING & _KNOWN_TO_SALES,
    "cpo": _KNOWN_TO_TECH,
    "tech": _KNOWN_TO_TECH,
}
"""What each audience needs no expansion of; they live with these words."""
_CODE = re.compile(r"(?:Q[1-4]|H[12]|FY\d+|W\d+|\d.*|[A-Z]\d+)\Z")


def acronym_is_expanded(pages: Pages) -> Iterator[Hit]:
    """Acronyms a reader meets before they are spelt out (GEN-017)."""
    subject = pages.subject
    known = CURRENCIES | _names_in(subject) | _known_to_readers(subject)
    for page in pages.english:
        if not _unknown(page.capitals - _KNOWN_TO_ALL - known):
            continue
        met: set[str] = set()
        for match in _ACRONYM.finditer(page.text):
            word = match[1]
            if word in met or word in _KNOWN_TO_ALL:
                continue
            sentence = page.sentence_at(match.start())
            if sentence.quoted:
                continue
            met.add(word)
            if word in known or _CODE.match(word) or _is_expanded_at(page.text, match):
                continue
            message = f"`{word}` is used before it is spelt out"
            hint = f"write it in full with `({word})` behind it, or add it to `meta.glossary`"
            yield Hit(message, "", sentence.place, hint=hint, about=sentence)


def _unknown(words: frozenset[str]) -> bool:
    return any(not _CODE.match(word) for word in words)


def _is_expanded_at(text: str, match: re.Match[str]) -> bool:
    """Whether the words are beside it: `customer acquisition cost (CAC)` or `CAC (customer ...)`."""
    opened = text[match.start() - 1 : match.start()] == "("
    return (opened and text.startswith((")", ",", ";"), match.end())) or text.startswith(" (", match.end())


def _known_to_readers(subject: Subject) -> frozenset[str]:
    """What the audience knows; readers of a mail to one person know what this person's audience knows."""
    audiences = {subject.audience} if subject.audience else set()
    for _, issue in subject.issues() if subject.issue_id else ():
        person = subject.person(issue.to)
        audiences |= {person.audience} if person else set()
    listener = subject.listener()
    if not audiences and listener:
        audiences = {listener.audience}
    return frozenset().union(*(_KNOWN.get(audience, frozenset()) for audience in audiences))


def _names_in(subject: Subject) -> frozenset[str]:
    """Capital words that are names or ids of this context."""
    context = subject.context
    texts = [
        context.company.name,
        context.company.description,
        *context.company.segments,
        *context.meta.glossary,
    ]
    texts += [source.name for source in context.sources.values()]
    texts += [f"{person.name} {person.role}" for person in context.stakeholders]
    texts += [f"{initiative.id} {initiative.name}" for initiative in context.initiatives]
    ids: list[str] = [each.id for part in (context.kpis, context.objectives, context.risks) for each in part]
    ids += [option.id for issue in context.issues for option in issue.options]
    ids += [issue.id for issue in context.issues]
    if context.budget:
        ids += [tier.id for tier in context.budget.tiers] + [gate.id for gate in context.budget.gates]
        ids += [line.id for line in context.budget.lines]
    words = _capital_words(" ".join(texts))
    return words | {identity.upper() for identity in ids if identity.isupper()}


@lru_cache(maxsize=64)
def _capital_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-Z][A-Z0-9&]+\b", text))
