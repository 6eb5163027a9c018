"""The types of fields, and what each knows about the number or the id it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from alignkit.values import Unit

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,31}$"
"""What an id may look like (data model, decision 2)."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose text must be an id of `collection`, such as `stakeholders` (GEN-002)."""

    collection: str
    """Name of the block that holds the ids."""


class Block(BaseModel):
    """A block of the context: no unknown keys, no changes after it was read."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


Id = Annotated[str, Field(pattern=ID_PATTERN)]
"""Names a record; letters, digits, underscores and hyphens, at most 32."""

NAME_PATTERN = r"[^\s\u00ad\u200b-\u200f\u2060]"
"""What a name has at least: something to be seen."""
Name = Annotated[str, Field(pattern=NAME_PATTERN)]
"""What people call somebody or something; a blank one would leave a hole in every sentence."""


def _exact(value: object) -> object:
    """A whole number as a decimal; true and false are whole numbers to Python and none to a reader."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


Number = Annotated[Decimal, BeforeValidator(_exact)]
"""An exact number; whole numbers are welcome, texts are not."""
Money = Annotated[Number, Unit.MONEY, WithJsonSchema({"type": "money"})]
"""Whole currency units, never thousands (rule N2); a file may have `{amount: 1000, currency: EUR}`."""
Amount = Annotated[Money, Field(ge=0)]
"""Money that cannot be less than nothing: what is spent, saved, released or earned by selling."""
Share = Annotated[Number, Unit.SHARE]
"""A fraction; above 1.5 is an error unless the field allows it (rule N4)."""
Times = Annotated[Number, Unit.TIMES]
"""A multiple such as an LTV:CAC floor."""
Months = Annotated[Number, Unit.MONTHS]
"""Months."""
Count = Annotated[Number, Unit.COUNT, Field(ge=0)]
"""How many; never fewer than none."""
Days = Annotated[Number, Unit.DAYS]
"""Days."""
Scale5 = Annotated[int, Field(ge=1, le=5)]
"""A rating from 1 to 5."""

PersonId = Annotated[str, Ref("stakeholders")]
"""Id of a stakeholder."""
SourceId = Annotated[str, Ref("sources")]
"""Id of a source."""
ObjectiveId = Annotated[str, Ref("objectives")]
"""Id of an objective."""
KpiId = Annotated[str, Ref("kpis")]
"""Id of a KPI."""
InitiativeId = Annotated[str, Ref("initiatives")]
"""Id of an initiative."""
RiskId = Annotated[str, Ref("risks")]
"""Id of a risk."""
LineId = Annotated[str, Ref("budget.lines")]
"""Id of a budget line."""
TierId = Annotated[str, Ref("budget.tiers")]
"""Id of a budget tier."""
RaciId = Annotated[str, Ref("raci")]
"""Id of a RACI row."""
PeriodId = Annotated[str, Ref("periods")]
"""Id of a period."""
MilestoneId = Annotated[str, Ref("milestones")]
"""Id of a milestone."""
AreaId = Annotated[str, Ref("scorecard.areas")]
"""Id of an area of the scorecard."""
DecisionId = Annotated[str, Ref("decisions")]
"""Id of a decision, that of the budget included."""

Day = date
"""A calendar day, for blocks that have a field called `date`."""
