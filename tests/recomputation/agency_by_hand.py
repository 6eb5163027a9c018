"""A fee that is negotiated down, and what replies to objections rest on."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from ledger_by_hand import MissingError, added, per
from years_by_hand import ask_of

if TYPE_CHECKING:
    from ledger_by_hand import Sheet

_DAYS_A_YEAR = Fraction(365)


def compute_cycle(sheet: Sheet) -> None:
    """How long a sale takes: in months, and in whole quarters and years."""

    def cycle() -> Fraction:
        return sheet("company.sales_cycle_days")

    sheet.put("company.sales_cycle", "months", lambda: cycle() / (_DAYS_A_YEAR / 12))
    sheet.put("company.lag_quarters", "count", lambda: _nearest(cycle() / (_DAYS_A_YEAR / 4)))
    sheet.put("company.lag_years", "count", lambda: _nearest(cycle() / _DAYS_A_YEAR))


def _nearest(value: Fraction) -> Fraction:
    return Fraction(math.floor(value + Fraction(1, 2)))


def compute_fee(sheet: Sheet) -> None:
    """What is paid, what shall be paid, and what can be offered for it."""
    _compute_target(sheet)
    _compute_scope(sheet)
    offers = [f"agency.quotes[{index}].fee" for index in range(len(sheet.records("agency.quotes")))]

    def best() -> Fraction:
        fees = [sheet(offer) for offer in offers]
        if not fees:
            raise MissingError
        return min(fees)

    sheet.put("fee.best_offer", "money", best)
    sheet.put("fee.above_offer", "money", lambda: sheet("agency.fee") - best())
    for number in range(1, len(sheet.records("agency.record")) + 1):
        _compute_delivery(sheet, number)


def _compute_target(sheet: Sheet) -> None:
    gives = [f"agency.gives[{index}].amount" for index in range(len(sheet.records("agency.gives")))]

    def saving() -> Fraction:
        return sheet("agency.fee") - sheet("agency.target")

    def room() -> Fraction:
        return sheet("agency.walk_away") - sheet("agency.target")

    def offered() -> Fraction:
        return added(map(sheet, gives))

    sheet.put("fee.saving", "money", saving)
    sheet.put("fee.saving_share", "share", lambda: per(saving(), sheet("agency.fee")))
    sheet.put("fee.least_saving", "money", lambda: sheet("agency.fee") - sheet("agency.walk_away"))
    sheet.put("fee.room", "money", room)
    sheet.put("fee.offered", "money", offered)
    sheet.put("fee.left", "money", lambda: room() - offered())
    sheet.put(
        "fee.alternative_saving", "money", lambda: sheet("agency.fee") - sheet("agency.alternative_cost")
    )
    sheet.put("fee.bound", "money", lambda: sheet("agency.fee") * sheet("agency.notice") / _DAYS_A_YEAR)


def _compute_scope(sheet: Sheet) -> None:
    parts = sheet.records("agency.scope")
    fees = [sheet(f"agency.scope[{index}].fee") for index in range(len(parts))]
    ending = sum((fee for fee, part in zip(fees, parts, strict=True) if part.get("ends")), Fraction(0))
    sheet.put("fee.scope", "money", lambda: added(fees))
    sheet.put("fee.ending", "money", lambda: ending)
    sheet.put("fee.price", "money", lambda: sheet("fee.saving") - ending)


def _compute_delivery(sheet: Sheet, number: int) -> None:
    record = f"agency.record[{number - 1}]"
    sheet.put(
        f"fee.delivery{number}", "share", lambda: per(sheet(f"{record}.delivered"), sheet(f"{record}.agreed"))
    )


def compute_answers(sheet: Sheet) -> None:
    """Prices and volume in the change, what a stop loses by each quarter, pipeline for each seller."""
    prices = [
        f"budget.lines.{line['id']}.price_effect"
        for line in sheet.records("budget.lines")
        if line.get("price_effect") is not None
    ]
    sheet.put("money.price_effect", "money", lambda: added(map(sheet, prices)))
    sheet.put(
        "money.volume_effect",
        "money",
        lambda: sheet(f"tier.{ask_of(sheet)}.change") - sheet("money.price_effect"),
    )
    sheet.put(
        "sellers.pipeline", "money", lambda: per(sheet("initiatives.pipeline"), sheet("budget.sellers"))
    )
    for quarter in range(1, 5):
        _compute_stop(sheet, quarter)


def _compute_stop(sheet: Sheet, quarter: int) -> None:
    """A stop shows one sales cycle later; until then what was begun still closes."""

    def lost() -> Fraction:
        months = max(Fraction(0), 3 * quarter - sheet("company.sales_cycle"))
        return Fraction(math.floor(sheet(f"tier.{ask_of(sheet)}.mkt_customers") * months / 12))

    sheet.put(f"stop.quarter{quarter}", "count", lost)
