"""The form of a file of phrases as JSON Schema, so that an editor can complete keys and mark mistakes."""

from __future__ import annotations

from typing import Any

from alignkit.purposes import PURPOSES

from .record import (
    ADDRESSES,
    BANDS,
    BANKS,
    CHANNELS,
    DIRECTNESS,
    FRAMES,
    PARTS,
    REVIEW,
    REVIEW_AUDIENCES,
    TALK_AUDIENCES,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTITY = "urn:alignkit:bank:1"
"""Names the schema; nothing is fetched from it."""
LONGEST = 600
"""Characters of a text."""

_SLOT = r"\{[A-Za-z_]+\}"
_TEXT = rf"^(?:[^{{}}\[\]]|{_SLOT}|\[(?:[^{{}}\[\]]|{_SLOT})*\])+$"
_ID = "^[a-z0-9][a-z0-9-]{0,63}$"

Schema = dict[str, Any]


def bank_schema() -> Schema:
    """The schema of a file of phrases, draft 2020-12."""
    record = _record()
    defaults = {name: each for name, each in record.items() if name not in ("id", "text")}
    return {
        "$schema": DIALECT,
        "$id": IDENTITY,
        "title": "alignkit phrases",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "schema": {"const": 1, "description": "Version of this form."},
            "bank": {"enum": list(BANKS), "description": "What the phrases are for."},
            "defaults": {
                "type": "object",
                "description": "Fields every record of this file has unless it says otherwise.",
                "additionalProperties": False,
                "properties": defaults,
            },
            "phrases": {
                "type": "array",
                "description": "The records.",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["id", "text"],
                    "properties": record,
                },
            },
            "ban": {**_list({"type": "string", "pattern": _ID}), "description": "Ids of records not to use."},
        },
        "dependentRequired": {"phrases": ["bank"]},
        "allOf": [
            _by_bank({"const": REVIEW}, {"part": {"enum": list(PARTS)}}, REVIEW_AUDIENCES),
            _by_bank({"enum": [bank for bank in BANKS if bank != REVIEW]}, {}, TALK_AUDIENCES),
        ],
    }


def _record() -> Schema:
    text = {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": _TEXT}
    return {
        "id": {"type": "string", "pattern": _ID, "description": "Its name, unique in a language."},
        "part": {"type": "string", "description": "Where it stands in a composed text."},
        "competency": {"type": "string", "description": "What it is about; any when left out."},
        "band": {"enum": list(BANDS), "description": "Where the person stands; any when left out."},
        "purpose": {"enum": list(PURPOSES), "description": "What it is for."},
        "frame": {"enum": list(FRAMES), "description": "Which order its facts have."},
        "directness": {**_words(DIRECTNESS), "description": "How openly it speaks; all when left out."},
        "audience": {**_words(), "description": "Whom it speaks to; all when left out."},
        "channel": {**_words(CHANNELS), "description": "Where it is read or heard; all when left out."},
        "topic": {"type": "string", "description": "What it answers."},
        "person": {
            "enum": [1, 2, 3],
            "description": "2 speaks to the person, 3 about them, 1 in their name.",
        },
        "text": {
            "description": "Sentences with slots in braces; [what may be left out] in brackets.",
            "oneOf": [
                text,
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": False,
                    "properties": dict.fromkeys(ADDRESSES, text),
                },
            ],
        },
        "avoid_with": {**_words(), "description": "Ids that must not stand in the same document."},
        "added": {"type": "string", "description": "When it was written, such as 2027-01-31."},
        "reviewed_by": {"type": "string", "description": "Who has read it."},
    }


def _words(known: tuple[str, ...] = ()) -> Schema:
    """One word, or a list of them."""
    word: Schema = {"enum": list(known)} if known else {"type": "string"}
    return {"anyOf": [word, _list(word)]}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _by_bank(bank: Schema, fields: Schema, audiences: tuple[str, ...]) -> Schema:
    """What holds for the records of some banks only."""
    properties = {**fields, "audience": _words(audiences)}
    of_records = {"properties": properties}
    return {
        "if": {"properties": {"bank": bank}, "required": ["bank"]},
        "then": {"properties": {"defaults": of_records, "phrases": {"items": of_records}}},
    }
