"""GEN rules about sentences as such: length, acronyms, bare percentages, statistics and foreign currencies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .lexicon import lexicon
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Page, Pages, Sentence
    from .subject import Subject

SENTENCE_WORDS = 30
PARAGRAPH_WORDS = 90
_BUDGETS = {
    "budget-script": ("SCR", "spoken_words", 1200, "words to say"),
    "escalation": ("ESC", "message_words", 220, "words"),
    "review": ("", "words", 600, "words"),
    "weekly-audit": ("", "words", 250, "words"),
}
"""Kind, the family whose own rule speaks of it, what is counted, and how many of it (rules 1.2)."""


def length_is_kept(pages: Pages) -> Iterator[Hit]:
    """Documents longer than their kind allows, where no rule of its family says so (GEN-013)."""
    family, counted, most, what = _BUDGETS.get(pages.subject.kind, ("", "", 0, ""))
    if not most or (family and pages.subject.concerns(family)):
        return
    for page in pages.all:
        words = _count(page, counted)
        if words > most:
            number = pages.subject.number
            place = page.sentences[-1].place if page.sentences else None
            message = f"`{page.name}` has {number(words)} {what}, more than {number(most)}"
            yield Hit(message, "", place, hint="leave out what the reader can look up")


def _count(page: Page, counted: str) -> int:
    if counted == "message_words":
        return page.words if page.message else 0
    return page.spoken_words if counted == "spoken_words" else page.words if page.message is None else 0


def sentence_is_readable(pages: Pages) -> Iterator[Hit]:
    """Sentences above 30 words and paragraphs above 90 (GEN-015)."""
    for page in pages.all:
        for sentence in page.sentences:
            # a word has at least one character and a blank: most sentences need no counting
            if not sentence.quoted and sentence.text.count(" ") >= SENTENCE_WORDS:
                words = _words_in(sentence.text)
                if words > SENTENCE_WORDS:
                    message = f"a sentence of {words} words: `{_beginning(sentence.text)}`"
                    yield Hit(message, "", sentence.place, hint="split it; 30 words are enough")
        for paragraph in page.paragraphs:
            if paragraph.text.count(" ") >= PARAGRAPH_WORDS:
                words = _words_in(paragraph.text)
                if words > PARAGRAPH_WORDS:
                    message = f"a paragraph of {words} words: `{_beginning(paragraph.text)}`"
                    yield Hit(message, "", paragraph.place, hint="split it; 90 words are enough")


def _words_in(text: str) -> int:
    """How many words there are; dashes and slashes between blanks are none."""
    return sum(any(character.isalnum() for character in word) for word in text.split())


def _beginning(text: str) -> str:
    return f"{' '.join(text.split()[:8])} ..."


_ACRONYM = re.compile(r"(?<![\w/.&@-])([A-Z][A-Z0-9&]*[A-Z][A-Z0-9]*)(s?)(?![\w&@]|-\d|\.[A-Za-z])")
_KNOWN_TO_ALL = lexicon(
    """
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
_CURRENCIES = lexicon(
    """
    AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KRW MXN MYR NOK
    NZD PEN PHP PLN RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR
    """
)


def acronym_is_expanded(pages: Pages) -> Iterator[Hit]:
    """Acronyms a reader meets before they are spelt out (GEN-017)."""
    subject = pages.subject
    known = _KNOWN_TO_ALL | _CURRENCIES | _names_in(subject) | _known_to_readers(subject)
    for page in pages.english:
        met: set[str] = set()
        for sentence in page.sentences:
            for match in _ACRONYM.finditer(sentence.text):
                word = match[1]
                if word in met or sentence.quoted:
                    continue
                met.add(word)
                if word in known or _CODE.match(word) or _is_expanded_at(sentence.text, match):
                    continue
                message = f"`{word}` is used before it is spelt out"
                hint = f"write it in full with `({word})` behind it, or add it to `meta.glossary`"
                yield Hit(message, "", sentence.place, hint=hint)


def _is_expanded_at(text: str, match: re.Match[str]) -> bool:
    """Whether the words are beside it: `customer acquisition cost (CAC)` or `CAC (customer ...)`."""
    before, after = text[: match.start()], text[match.end() :]
    return (before.endswith("(") and after.startswith((")", ",", ";"))) or after.startswith(" (")


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


_PERCENT = re.compile(r"(?<![\w.])[+\-−]?\d[\d.,]*\s?(?:%|per ?cent\b)", re.IGNORECASE)
_BASE = re.compile(
    r"\b(?:of|share|rate|margin|growth|over|under|above|below|against|versus|vs|from|than|per|on|to|tolerance|discount"
    r"|churn|retention|attainment|probability|chance|ceiling|floor|limit|interest|inflation|target|accuracy|in)\b",
    re.IGNORECASE,
)


def percentage_has_a_base(pages: Pages) -> Iterator[Hit]:
    """Percentages of nobody knows what (GEN-022)."""
    for page in pages.english:
        for sentence in page.sentences:
            text = sentence.text
            if sentence.quoted or ("%" not in text and "ercent" not in text and "er cent" not in text):
                continue
            match = _PERCENT.search(text)
            if match and not _BASE.search(text) and not _has_other_number(text, match):
                message = f"`{match.group().strip()}` of what? `{_shortened(text)}`"
                yield Hit(message, "", sentence.place, hint="name the base in the same sentence")


def _has_other_number(text: str, match: re.Match[str]) -> bool:
    rest = text[: match.start()] + text[match.end() :]
    return any(character.isdigit() for character in rest)


_CAUSES = re.compile(
    r"\b(?:boosts|causes|cuts|drives|grows|improves|increases|lifts|lowers|multiplies|raises|reduces|results in"
    r"|leads to|yields)\b[^.;]{0,60}?\bby\s+(?:up to |about |around |over |more than |at least )?"
    r"(\d[\d.,]*\s?(?:%|per ?cent\b))"
    r"|\b(?:results in|leads to|see|sees|saw|grow|grows|achieve|achieves|enjoy|enjoys|report|reports|earn|earns"
    r"|generate|generates|are|is)\s+(?:an? |up to |about |around |over |on average )*(\d[\d.,]*\s?(?:%|per ?cent\b))\s+"
    r"(?:\w+ )?(?:better|faster|fewer|greater|higher|increase|less|lower|more|quicker|rise|uplift)\b",
    re.IGNORECASE,
)
_CITED = re.compile(r"\bsources?\b|\baccording to\b|\bsurvey\b|\[[A-Z]?\d+\]", re.IGNORECASE)


def statistic_has_a_source(pages: Pages) -> Iterator[Hit]:
    """Typed statistics of cause and effect that quote nobody (GEN-023)."""
    names = _source_names(pages.subject)
    for page in pages.english:
        for sentence in page.sentences:
            text = sentence.text
            if sentence.quoted or ("%" not in text and "ercent" not in text and "er cent" not in text):
                continue
            match = _CAUSES.search(text)
            if match is None or sentence.is_figure(match.start(1 if match[1] else 2)) or _CITED.search(text):
                continue
            if not any(name in text for name in names):
                message = f"`{(match[1] or match[2]).strip()}` is claimed as an effect without a source:"
                hint = "name the source, or take the number out"
                yield Hit(f"{message} `{_shortened(text)}`", "", sentence.place, hint=hint)


def _source_names(subject: Subject) -> list[str]:
    return [name for key, source in subject.context.sources.items() for name in (source.name, f"({key})")]


_SIGNS = {"€": ("EUR",), "£": ("GBP", "EGP"), "¥": ("JPY", "CNY"), "₹": ("INR",)}
_DOLLARS = ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD")
_MONEY = re.compile(
    r"([€£¥₹$])\s?\d|\d[\d.,]*\s?(?:k|m|bn|thousand|million|billion)?\s?([€£¥₹])"
    rf"|\b({'|'.join(sorted(_CURRENCIES))})\s?\d|\d[\d.,]*\s?(?:k|m|bn|thousand|million|billion)?\s"
    rf"({'|'.join(sorted(_CURRENCIES))})\b"
)


def currency_is_one(pages: Pages) -> Iterator[Hit]:
    """Amounts in a currency that has no rate in the context (GEN-006)."""
    company = pages.subject.context.company
    allowed = {company.currency, *company.fx}
    foreign = _foreign_marks(allowed)
    told: set[str] = set()
    for page in pages.all:
        for sentence in page.sentences:
            if not any(mark in sentence.text for mark in foreign):
                continue
            found = _foreign_in(sentence, allowed)
            if found and found not in told:
                told.add(found)
                message = f"`{found}` is another currency than `{company.currency}` and has no rate"
                hint = f"add `company.fx.{found}` with rate, day and source, or convert the amount"
                yield Hit(message, "company.currency", sentence.place, hint=hint)


def _foreign_marks(allowed: set[str]) -> tuple[str, ...]:
    """Signs and codes that would be foreign, to pass over most sentences quickly."""
    signs = [sign for sign, codes in _SIGNS.items() if allowed.isdisjoint(codes)]
    signs += ["$"] if allowed.isdisjoint(_DOLLARS) else []
    return (*signs, *sorted(_CURRENCIES - allowed))


def _foreign_in(sentence: Sentence, allowed: set[str]) -> str:
    for match in _MONEY.finditer(sentence.text):
        sign, code = match[1] or match[2], match[3] or match[4]
        codes = _DOLLARS if sign == "$" else _SIGNS.get(sign or "", (code,))
        if allowed.isdisjoint(codes):
            return str(codes[0])
    return ""


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 90 else f"{text[:87].rsplit(' ', 1)[0]} ..."
