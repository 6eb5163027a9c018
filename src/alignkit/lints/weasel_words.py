"""The GEN rule about words that sound like a number and are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon

from .quoting import quoted_sentence
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages

_PEOPLE_AND_THINGS = (
    "companies|customers|people|teams|deals|leads|leaders|cases|users|buyers|campaigns|channels|competitors|firms"
    "|marketers"
)
_OURS = "of (?:the|our|their|these|those|its|all)"
_ALTERNATIVES = (
    "significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|dramatic(?:ally)?|huge(?:ly)?|vast(?:ly)?|robust(?:ly)?",
    "nearly all|several|various|arguably|generally|basically|best-in-class|world-class|synerg(?:y|ies|istic)",
    "optimi[sz](?:e[sd]?|ing|ation)",
    r"leverag(?:ed|es|ing)|leverage (?=(?:our|the|this|these|their|its|your|all|every|existing)\b)",
    "(?:market-|industry-|world-)leading",
    r"leading (?=(?:brand|company|edge|platform|player|position|provider|solution|supplier|vendor)s?\b)",
    r"(?:drive[sn]?|driving|drove) (?=(?:\w+ )?(?:value|growth|results|success|impact|performance)\b)",
    r"(?<!how )(?<!as )(?<!so )(?<!too )(?<!not )many(?! (?:times as|a time)\b)",
    rf"(?<!at )(?<!the )(?<!how )most (?=(?:{_OURS}|{_PEOPLE_AND_THINGS})\b)",
    rf"(?<!at )(?<!for )some (?=(?:{_OURS}|{_PEOPLE_AND_THINGS}|improvements?|progress|growth)\b)",
    r"strong(?:er)? (?=(?:\w+ )?(?:brand|case|demand|growth|impact|interest|momentum|performance|pipeline"
    r"|position|presence|progress|quarter|results?|returns?|start|team|year)\b)",
    r"(?:should|might|could) (?=(?:\w+ ){0,2}(?:benefit|boost|enhance|improve|increase|strengthen|uplift)\b)",
)
"""Words of the list, each with the neighbours that make it vague; `leading KPI` and `at most` are exact."""
_WEASELS = re.compile(rf"\b(?:{'|'.join(_ALTERNATIVES)})\b", re.IGNORECASE)
_WEASEL_WORDS = lexicon(
    """
    significant significantly substantial substantially nearly several various huge hugely vast vastly
    considerable considerably dramatic dramatically robust robustly best-in-class world-class arguably
    generally basically synergy synergies synergistic optimise optimize optimised optimized optimises
    optimizes optimising optimizing optimisation optimization leverage leveraged leverages leveraging
    leading market-leading industry-leading world-leading drive drives driven driving drove many most
    some strong stronger should might could
    """
)


def assertion_is_exact(pages: Pages) -> Iterator[Hit]:
    """Weasel words in sentences without a number (GEN-016)."""
    for page in pages.english:
        for sentence in page.with_words(_WEASEL_WORDS):
            if sentence.has_number:
                continue
            if match := _WEASELS.search(sentence.text):
                word = match.group().strip()
                message = f"`{word}` says nothing exact in `{quoted_sentence(sentence.text)}`"
                yield Hit(
                    message, "", sentence.place, hint="give the number, or leave the word out", about=sentence
                )
