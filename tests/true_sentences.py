"""Sentences of the budget documents and what has to be true when they are said.

Each pattern has a test over the numbers of the context, worked out in `budget_truth` and not by the program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from budget_truth import Number, Record, Truth
from shown_numbers import ShownNumber, shown_number

_NUMBER = (
    r"(?:CHF\s)?[$€£¥]?\d(?:[\d.,’\u00a0\u202f]*\d)?"
    r"(?:\s?(?:[KMBk](?!\w)|bn\b|Mio\.|Mrd\.|Tsd\.|Md\b|million\b|billion\b|thousand\b|%|months?\b|[€£¥]|CHF\b|US\$)){0,2}"
)
"""An amount, a count or a time as it stands in a sentence."""
LABEL = r"(?P<tier>Lean|Reduced|Hold flat|Ask|Stretch|Double)"
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DRIVERS = {
    "the number of opportunities": "opportunities", "the win rate": "win_rate", "the yearly value of a new customer": "acv",
    "the number of visits": "opportunities", "the conversion rate": "win_rate", "the first-year value of a new customer": "acv",
    "Qualified opportunities": "opportunities", "Win rate": "win_rate", "Yearly value of a new customer": "acv",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that was found, with what is true of its context."""

    truth: Truth
    found: re.Match[str]
    locale: str
    hides: bool
    """Whether the version leaves people out."""

    def __getitem__(self, name: str) -> str:
        """A part of the sentence; empty when it is not there."""
        return self.found.groupdict().get(name) or ""

    def number(self, name: str) -> ShownNumber:
        """A part of the sentence as a number."""
        return shown_number(self[name], self.locale)

    def shows(self, name: str, exact: Number | int) -> bool:
        """Whether a part of the sentence is this number, rounded."""
        return self.number(name).is_shown_for(exact)

    def shows_if_said(self, name: str, exact: Number | int) -> bool:
        """The same, where the part may be missing."""
        return not self[name] or self.shows(name, exact)


Holds = Callable[[Said], bool]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence, and when it may be said."""

    name: str
    pattern: re.Pattern[str]
    holds: Holds


def claim(name: str, pattern: str, holds: Holds) -> Claim:
    """A claim; `%amount%` in its pattern stands for a number that is called so."""
    return Claim(
        name, re.compile(re.sub(r"%(\w+)%", lambda found: f"(?P<{found[1]}>{_NUMBER})", pattern)), holds
    )


def text_of(markdown: str) -> str:
    """A document as running text, one paragraph a line, without marks."""
    lines = [re.sub(r"^(?:[>\-#*|]\s*|\d+\.\s)+", "", line.strip()) for line in markdown.splitlines()]
    joined = "\n".join(lines)
    joined = re.sub(r"(?<![\n])\n(?=\S)", " ", joined) if "\n\n" in joined else joined
    return re.sub(r"[*_\\]", "", joined)


def false_sentences(
    markdown: str, truth: Truth, locale: str, *, hides: bool = False
) -> Iterator[tuple[Claim, str, bool]]:
    """Every claim that is made in a document, the sentence, and whether it is true.

    Args:
        markdown: the document.
        truth: the numbers of its context.
        locale: how it writes numbers.
        hides: whether it leaves people out, as the version for the team does.

    """
    text = text_of(markdown)
    for each in CLAIMS:
        for found in each.pattern.finditer(text):
            yield each, found[0], each.holds(Said(truth, found, locale, hides))


# what may be said when


def _sign(value: Number | int) -> int:
    assert value is not None
    return (value > 0) - (value < 0)


def _moves(said: Said, change: Number | int) -> bool:
    """`more`, `less` and their kin agree with a change."""
    word = said["way"]
    ups, downs = (
        ("more", "over", "up", "rises", "adds", "rise", "fewer"),
        ("less", "under", "down", "falls", "takes", "fall", "short"),
    )
    wanted = 1 if word in ups else -1 if word in downs else 0
    return _sign(change) == wanted


def _change(said: Said) -> bool:
    return _moves(said, said.truth.change) and said.shows("amount", said.truth.change)


def _same_change(said: Said) -> bool:
    return said.truth.change == 0


def _from_to(said: Said) -> bool:
    truth = said.truth
    right = said.shows("before", truth.prior) and said.shows("now", truth.asked)
    return right and _moves(said, truth.change) and said.shows_if_said("share", truth.change / truth.prior)


def _line_count(said: Said) -> bool:
    wanted = 1 if said["way"].startswith("rise") else -1
    moved = sum(_sign(change) == wanted for change in said.truth.line_changes())
    number = _WORDS.index(said["count"].lower())
    return moved > number if said["most"] else moved == number


def _other_way(said: Said) -> bool:
    against = -_sign(said.truth.change) or -1
    moved = sum(_sign(change) == against for change in said.truth.line_changes())
    return moved == said.number("count").value


def _none_moves(said: Said) -> bool:
    wanted = 1 if said["way"] == "rises" else -1
    return not any(_sign(change) == wanted for change in said.truth.line_changes())


def _spent(said: Said) -> bool:
    variance = said.truth.spend_variance()
    if said["way"] == "exactly as planned":
        return variance == 0
    share = variance / Fraction(said.truth.last["planned_spend"])
    return _moves(said, variance) and said.shows("amount", variance) and said.shows_if_said("share", share)


def _won(said: Said) -> bool:
    variance = said.truth.customer_variance()
    if not said["way"]:
        return variance == 0
    return _sign(variance) == (1 if said["way"] == "more" else -1) and said.shows("count", variance)


def _missed(said: Said) -> bool:
    truth = said.truth
    right = said.shows("won", truth.last["actual_customers"]) and said.shows(
        "wanted", truth.last["planned_customers"]
    )
    return right and truth.customer_variance() < 0


def _not_missed(said: Said) -> bool:
    return said.truth.customer_variance() >= 0


def _year_and_ceiling(said: Said) -> bool:
    return _stands(said["side"], said.truth.year_payback(), said.truth.ceiling)


def _stands(words: str, value: Number, limit: Number) -> bool:
    """Words of a side agree with a value and its ceiling."""
    assert value is not None
    assert limit is not None
    if "just" in words and abs(value - limit) >= Fraction(1, 10):
        return False
    if "exactly" in words or words == "at":
        return value == limit
    return value < limit if "inside" in words else value > limit


def _above_ceiling(said: Said) -> bool:
    return said.truth.breaks_ceiling(said.truth.payback(said.truth.ask))


def _room_to_ceiling(said: Said) -> bool:
    payback, limit = said.truth.payback(said.truth.ask), said.truth.ceiling
    assert payback is not None
    assert limit is not None
    if said["none"] == "nothing":
        return payback == limit
    if said["none"]:
        return 0 < limit - payback < Fraction(1, 20) and _spare(said)
    return limit > payback and said.shows("room", limit - payback) and _spare(said)


def _spare(said: Said) -> bool:
    spare = said.truth.spare_customers()
    assert spare is not None
    return not said["spare"] or (spare > 0 and said.shows("spare", spare))


def _room_for_customers(said: Said) -> bool:
    least, spare = said.truth.least_customers(), said.truth.spare_customers()
    assert least is not None
    assert spare is not None
    wanted = {"down to": spare > 0, "all": spare == 0, "": spare < 0}[said["way"] or said["all"]]
    return wanted and said.shows("least", least) and said.shows_if_said("spare", spare)


def _where_it_goes(said: Said) -> bool:
    """The first line that is named moves most the way the budget does."""
    truth, sign = said.truth, 1 if said["way"] == "more" else -1
    hidden = {"people"} if said.hides else set()
    moves = {
        str(line["name"]): sign * (Fraction(line[truth.ask["id"]]) - Fraction(line["prior"]))
        for line in truth.budget["lines"]
        if line["id"] not in hidden
    }
    largest = max(moves.values())
    right = _sign(truth.change) == sign and said.shows("amount", largest)
    return right and any(move == largest and said["line"] == name for name, move in moves.items())


def _below_floor(said: Said) -> bool:
    return said.truth.breaks_floor(said.truth.value(said.truth.ask))


def _below_floor_aloud(said: Said) -> bool:
    """An exception that is given is asked for."""
    return _below_floor(said) and bool(said["asks"]) == ("exception" in said.truth.ask)


def _floor_kept(said: Said) -> bool:
    return not _below_floor(said)


def _idle_step(said: Said) -> bool:
    """A step that costs more and wins nobody."""
    truth = said.truth
    step = truth.step(truth.tiers.index(truth.tier_called(said["tier"])))
    assert step is not None
    right = step.spend > 0 and step.customers is not None and step.customers <= 0
    return right and said.shows_if_said("amount", step.spend)


def _late_step(said: Said) -> bool:
    truth = said.truth
    step = truth.step(truth.tiers.index(truth.tier_called(said["tier"])))
    assert step is not None
    return said.shows("months", step.payback) and _stands(said["side"], step.payback, truth.ceiling)


def _own_late_step(said: Said) -> bool:
    """The step to the ask is late, and the reason to ask for it is one."""
    truth = said.truth
    step = truth.step(truth.place())
    assert step is not None
    whole, excepted = truth.payback(truth.ask), "exception" in truth.ask
    breaks = truth.breaks_ceiling(whole) or truth.breaks_floor(truth.value(truth.ask))
    reason = {
        "I ask for an exception": excepted and not breaks,
        "the exception I ask for": excepted and breaks,
        "the plan names no exception": not excepted and truth.breaks_ceiling(whole),
    }.get(said["why"], not excepted and not truth.breaks_ceiling(whole))
    right = said.shows("months", step.payback) and _stands(said["side"], step.payback, truth.ceiling)
    return right and reason and said.shows_if_said("whole", whole)


def _late_is_a_reason(said: Said) -> bool:
    """Nothing that is asked for is late as well."""
    truth = said.truth
    place = truth.place()
    own, following = truth.step(place), truth.step(place + 1)
    assert following is not None
    mine = (truth.payback(truth.ask), own.payback if own else None)
    idle = own is not None and own.spend > 0 and own.customers is not None and own.customers <= 0
    return (
        truth.breaks_ceiling(following.payback)
        and not idle
        and not any(map(truth.breaks_ceiling, mine))
        and _stands(said["side"], following.payback, truth.ceiling)
    )


def _idle_is_a_reason(said: Said) -> bool:
    """The next step wins nobody, and that to the ask somebody, where this is a reason."""
    truth = said.truth
    own, following = truth.step(truth.place()), truth.step(truth.place() + 1)
    assert following is not None
    right = following.customers is not None and following.customers <= 0
    idle = own is not None and own.spend > 0 and own.customers is not None and own.customers <= 0
    return right and bool(said["reason"]) != idle


def _idle_ask(said: Said) -> bool:
    step = said.truth.step(said.truth.place())
    return step is not None and step.customers is not None and step.customers <= 0


def _no_step_adds_sales(said: Said) -> bool:
    return len({said.truth.sales(each) for each in said.truth.tiers}) == 1


def _steps_are_counted(said: Said) -> bool:
    return any(step.customers is not None for _, step in said.truth.steps())


def _unplanned(said: Said) -> bool:
    last, data = said.truth.last, said.truth.data
    is_open = data["periods"]["current"]["end"] > data["meta"]["as_of"]
    count = 0 if said["none"] else said.number("count").value
    right = bool(last["planned_customers"] == 0 and last["actual_customers"] == count)
    return right and is_open == (said["way"] != "came")


def _bad_year_of_the_ask(said: Said) -> bool:
    """The gates hold back money of the ask, so only its own bad year is their reason."""
    truth = said.truth
    return truth.bad_tier == truth.ask and _bad_payback(said) and truth.breaks_ceiling(truth.bad_payback())


def _bad_year_of_another(said: Said) -> bool:
    truth = said.truth
    right = truth.bad_tier is not None and truth.bad_tier is not truth.ask
    return right and truth.tier_called(said["tier"]) is truth.bad_tier and _bad_payback(said)


def _bad_sources(said: Said) -> bool:
    count = said.truth.budget["downside"]["opportunities"]
    return bool(count == 0) if said["none"] else count > 0 and said.shows("count", count)


def _bad_cost(said: Said) -> bool:
    truth = said.truth
    assert truth.bad_tier is not None
    planned, bad = truth.cac(truth.bad_tier), truth.bad_cac()
    assert planned is not None
    assert bad is not None
    ways = {"rises to": 1, "edges up to": 1, "stays at": 0, "falls to": -1, "edges down to": -1}
    return said.shows("amount", bad) and _sign(bad - planned) == ways[said["way"]]


def _worth_in_the_bad_year(said: Said) -> bool:
    return said.shows("amount", Fraction(said.truth.budget["downside"]["acv"]))


def _marketing_can_lose(said: Said) -> bool:
    """A driver costs revenue only where marketing sources some."""
    return bool(said.truth.ask.get("mkt_customers") != 0)


def _unpriced_cuts(said: Said) -> bool:
    return not all("customers" in cut for cut in said.truth.cuts())


def _no_late_step(said: Said) -> bool:
    return not said.truth.late_steps()


def _late_step_count(said: Said) -> bool:
    return len(said.truth.late_steps()) == said.number("count").value


def _only_late_step(said: Said) -> bool:
    return said.truth.late_steps() == [said["tier"]]


def _last_clear_step(said: Said) -> bool:
    """No later step clears policy, and the step to this tier does."""
    truth = said.truth
    place = truth.tiers.index(truth.tier_called(said["tier"]))
    own = truth.step(place)
    later = [step for tier, step in truth.steps() if truth.tiers.index(tier) > place]
    clear = not truth.breaks_ceiling(truth.payback(truth.tiers[place])) and not truth.breaks_floor(
        truth.value(truth.tiers[place])
    )
    clear &= own is None or not truth.breaks_ceiling(own.payback)
    return clear and all(truth.breaks_ceiling(step.payback) or (step.customers or 0) <= 0 for step in later)


def _none_adds_later(said: Said, place: int) -> bool:
    """No tier above a place wins more customers than the one before it, and all say how many they win."""
    truth = said.truth
    later = [step for tier, step in truth.steps() if truth.tiers.index(tier) > place]
    return bool(later) and all(step.customers is not None and step.customers <= 0 for step in later)


def _last_winning_tier(said: Said) -> bool:
    truth = said.truth
    place = truth.tiers.index(truth.tier_called(said["tier"]))
    own = truth.step(place)
    wins = own is not None and own.customers is not None and own.customers > 0
    return wins and _none_adds_later(said, place)


def _adds_nobody(said: Said) -> bool:
    """A tier that costs more than the one below it and wins as many customers, or fewer."""
    truth = said.truth
    tier = truth.tier_called(said["tier"])
    step = truth.step(truth.tiers.index(tier))
    assert step is not None
    right = step.spend > 0 and said.shows("amount", step.spend)
    right &= truth.tiers[truth.tiers.index(tier) - 1]["label"] == said["below"]
    if said["few"]:
        return (
            right and step.customers is not None and step.customers < 0 and said.shows("few", step.customers)
        )
    if said["same"]:
        right &= bool(tier["new_customers"]) and said.shows("same", tier["new_customers"])
    if said["either"]:
        right &= tier["new_customers"] == 0
    return right and step.customers == 0


def _own_step_late(said: Said) -> bool:
    truth = said.truth
    step = truth.step(truth.place())
    assert step is not None
    right = said.shows("whole", truth.payback(truth.ask)) and said.shows("own", step.payback)
    return right and not truth.breaks_ceiling(truth.payback(truth.ask)) and truth.breaks_ceiling(step.payback)


def _no_step_pays_back(said: Said) -> bool:
    return all(step.payback is None for _, step in said.truth.steps())


def _steps_to_explain(said: Said) -> bool:
    return any(step.customers for _, step in said.truth.steps())


def _changes(said: Said) -> bool:
    return said.truth.change != 0


def _little_room(said: Said) -> bool:
    payback, limit = said.truth.payback(said.truth.ask), said.truth.ceiling
    assert payback is not None
    assert limit is not None
    spare = said.truth.spare_customers()
    return spare == 0 and (payback == limit if said["none"] else payback < limit)


def _goes(said: Said) -> bool:
    """What is shown rises when the second number shown is the larger one."""
    before, now = said.number("before").value, said.number("now").value
    return now > before if said["way"] == "rise" else now < before


def _bad_year_of(said: Said) -> bool:
    tier = said.truth.bad_tier
    assert tier is not None
    label = "" if tier is said.truth.ask else tier["label"]
    return _bad_payback(said) and said["tier"] == label


def _worst_planned(said: Said) -> bool:
    truth = said.truth
    planned, bad = truth.payback(truth.ask), truth.bad_payback()
    return truth.bad_tier is truth.ask and (planned is None or bad is None or bad >= planned)


def _breaks_policy(said: Said) -> bool:
    """The ask is outside a limit, as a whole or by the step into it."""
    truth = said.truth
    step = truth.step(truth.place())
    late = step is not None and truth.breaks_ceiling(step.payback)
    return (
        late or truth.breaks_ceiling(truth.payback(truth.ask)) or truth.breaks_floor(truth.value(truth.ask))
    )


def _value_below_floor(said: Said) -> bool:
    return _below_floor(said) and said.shows("value", said.truth.value(said.truth.ask))


def _has_missed(said: Said) -> bool:
    return "last_plan" in said.truth.finance and said.truth.customer_variance() < 0


def _both_break(said: Said) -> bool:
    return said.truth.breaks_ceiling(said.truth.bad_payback()) and said.truth.breaks_floor(
        said.truth.bad_value()
    )


def _one_breaks(said: Said) -> bool:
    return said.truth.breaks_ceiling(said.truth.bad_payback()) != said.truth.breaks_floor(
        said.truth.bad_value()
    )


def _ceiling_breaks(said: Said) -> bool:
    truth = said.truth
    floor_holds = not truth.breaks_floor(truth.bad_value())
    return truth.breaks_ceiling(truth.bad_payback()) and (not said["other"] or floor_holds)


def _floor_breaks(said: Said) -> bool:
    truth = said.truth
    return truth.breaks_floor(truth.bad_value()) and not truth.breaks_ceiling(truth.bad_payback())


def _bad_stands(said: Said) -> bool:
    return _stands(said["side"], said.truth.bad_payback(), said.truth.ceiling)


def _bad_payback(said: Said) -> bool:
    return said.shows("months", said.truth.bad_payback())


def _bad_way(said: Said) -> bool:
    """`reaches` is for a payback that is no shorter than planned."""
    truth = said.truth
    planned, bad = truth.payback(truth.bad_tier or truth.ask), truth.bad_payback()
    longer = planned is None or bad is None or bad >= planned
    return said.shows("months", bad) and (said["way"] != "reaches" or longer)


def _both_years_inside(said: Said) -> bool:
    """A chart of this year's payback and the plan's says that it stays inside."""
    truth = said.truth
    return not truth.breaks_ceiling(truth.year_payback()) and not truth.breaks_ceiling(
        truth.payback(truth.ask)
    )


def _back_inside(said: Said) -> bool:
    truth = said.truth
    return truth.breaks_ceiling(truth.year_payback()) and not truth.breaks_ceiling(truth.payback(truth.ask))


def _widest_driver(said: Said) -> bool:
    return _DRIVERS[said["driver"]] in said.truth.widest_drivers()


def _break_even(said: Said) -> bool:
    needed, planned = said.truth.break_even(), said.truth.planned_extra()
    assert needed is not None
    assert planned is not None
    right = said.shows("needed", needed) and said.shows("planned", planned)
    return right and bool(said["late"]) == (planned < needed)


def _needs_more(said: Said) -> bool:
    needed, planned = said.truth.break_even(), said.truth.planned_extra()
    return needed is not None and planned is not None and planned < needed


def _money_alone(said: Said) -> bool:
    """The step to the ask costs sales something too, or nobody knows what."""
    step = said.truth.step(said.truth.place())
    assert step is not None
    return bool(said["alone"]) == (step.cost is None or step.cost != step.spend)


def _inside_policy(said: Said, tier: Record) -> bool:
    truth = said.truth
    return not truth.breaks_ceiling(truth.payback(tier)) and not truth.breaks_floor(truth.value(tier))


def _can_follow(said: Said) -> bool:
    """The tier above the ask is inside policy, as a whole and by its step."""
    above, step = said.truth.above, said.truth.step(said.truth.place() + 1)
    assert above is not None
    assert step is not None
    return _inside_policy(said, above) and not said.truth.breaks_ceiling(step.payback)


def _would_pass(said: Said) -> bool:
    return _inside_policy(said, said.truth.tier_called(said["tier"]))


def _reached(said: Said) -> bool:
    needed, planned = said.truth.break_even(), said.truth.planned_extra()
    right = said.shows("needed", needed) and said.shows("planned", planned)
    return right and needed is not None and planned is not None and planned >= needed


def _nothing_committed(said: Said) -> bool:
    return said.truth.committed == 0


def _part_committed(said: Said) -> bool:
    truth = said.truth
    return 0 < truth.committed < truth.asked and said.shows("amount", truth.committed)


def _slower_below(said: Said) -> bool:
    truth = said.truth
    below = truth.below
    assert below is not None
    mine, other = truth.payback(truth.ask), truth.payback(below)
    return mine is not None and other is not None and other > mine and below["label"] == said["tier"]


def _fewer_below(said: Said) -> bool:
    """The tier below has fewer customers, and its payback is above the ceiling."""
    truth = said.truth
    below = truth.below
    assert below is not None
    sales = truth.sales(below) if said["sales"] else truth.sales(truth.ask)
    same_sales = not said["sales"] or (sales == truth.sales(truth.ask) and sales != 0)
    fewer = below["new_customers"] < truth.ask["new_customers"]
    return fewer and same_sales and truth.breaks_ceiling(truth.payback(below))


def _gives_up(said: Said) -> bool:
    step = said.truth.step(said.truth.place())
    assert step is not None
    below = said.truth.below
    assert below is not None
    right = said.shows("amount", step.spend) and below["label"] == said["tier"]
    lost = 0 if said["none"] else said.number("count").value
    return right and step.customers == lost


def _first_cut(said: Said) -> bool:
    truth = said.truth
    cut = next(each for each in truth.cuts() if not (said.hides and each["line"] == "people"))
    return said["line"] == truth.line_name(cut["line"]) and said.shows_if_said(
        "amount", Fraction(cut["amount"])
    )


def _tier_count(said: Said) -> bool:
    return len(said.truth.tiers) == said.number("count").value


def _no_customers(said: Said) -> bool:
    return not said.truth.ask["new_customers"]


def _against_before(said: Said) -> bool:
    truth = said.truth
    return said.shows("now", truth.ask["new_customers"]) and said.shows("before", truth.now["new_customers"])


def _cac_way(said: Said) -> bool:
    truth = said.truth
    now, before = truth.cac(truth.ask), truth.year_cac()
    assert now is not None
    assert before is not None
    return said.shows("amount", now) and _sign(now - before) == {"falls": -1, "rises": 1}[said["way"]]


def _least_customers(said: Said) -> bool:
    low = said.truth.walk_away()
    assert low is not None
    right = bool(low["new_customers"] < said.truth.ask["new_customers"])
    few = 0 if said["none"] else said.number("few").value
    return right and bool(few == low["new_customers"]) and said.shows("many", said.truth.ask["new_customers"])


def _slower_than_others(said: Said) -> bool:
    payback = said.truth.payback(said.truth.ask)
    return payback is not None and payback > 16


def _gated(said: Said) -> bool:
    return said.shows("amount", said.truth.gated())


# the answer to an announced cut


def _saves(said: Said) -> bool:
    """Some of the cuts come to this in a year, lose these customers, and their gross profit is this."""
    truth, wanted = said.truth, 0 if said["none"] else None

    def loses(customers: Number) -> bool:
        if customers is None or (said["profit"] and truth.profit is None):
            return False
        right = customers == wanted if said["none"] else said.shows("count", customers)
        return right and (not said["profit"] or said.shows("profit", customers * (truth.profit or 0)))

    unvalued = not said["unvalued"] or truth.profit is None
    return unvalued and bool(truth.cuts_that_save(lambda saved: said.shows("saved", saved), loses))


def _costs_unknown(said: Said) -> bool:
    choices = said.truth.cuts_that_save(lambda saved: said.shows("saved", saved))
    return any(said.truth.customers_of(cuts) is None for cuts in choices)


def _saved_in_plan(said: Said) -> bool:
    """What is saved within the plan, and what that is more or less than was announced."""
    truth = said.truth
    part, announced = truth.part_of_plan(), truth.budget["announced_cut"]["amount"]
    count = _WORDS.index(said["things"]) if said["things"] in _WORDS else said.number("things").value

    def right(year: Number) -> bool:
        assert year is not None
        over = year * part - announced
        kind = "more" if over > 0 else "open" if over < 0 else "as"
        shown = said.shows_if_said("rest", over) and (not said["saved"] or said.shows("saved", year * part))
        told = {"": "as", "more than announced": "more", "as announced": "as"}.get(said["how"], "open")
        unsaid = said.hides and not said["how"]
        return shown and (unsaid or told == kind) and said.shows("announced", announced)

    choices = [cuts for cuts in truth.cuts_that_save(right) if said.hides or len(cuts) == count]
    whole = said["how"] != "is still to be found" or truth.cuts() in choices
    return bool(said["year"]) == (part < 1 and bool(said["saved"])) and whole and bool(choices)


def _customers_go(said: Said) -> bool:
    """A sentence about customers that are lost is for cuts that lose some."""
    return any(cut.get("customers") for cut in said.truth.cuts())


def _left_as_asked(said: Said) -> bool:
    """What is recommended in place of a cut: gates hold as much, and not every cut is free."""
    truth = said.truth
    if truth.cuts() and truth.customers_of(truth.cuts()) == 0:
        return False
    announced = truth.budget["announced_cut"]["amount"]
    right = said.shows("amount", truth.gated()) and said.shows("announced", announced)
    return right and truth.gated() >= announced


def _instead_below(said: Said) -> bool:
    """What the tier below saves, and how many customers fewer or more it wins."""
    truth = said.truth
    step = truth.step(truth.place())
    assert step is not None
    assert truth.below is not None
    right = said["tier"] == truth.below["label"] and said.shows("amount", step.spend)
    if said["unplanned"] or step.customers is None:
        return right and bool(said["unplanned"]) and step.customers is None
    if said["same"]:
        return right and step.customers == 0
    sign = 1 if said["way"] == "fewer" else -1
    return right and step.customers * sign > 0 and said.shows("count", step.customers)


def _below_is_late(said: Said) -> bool:
    below = said.truth.below
    assert below is not None
    payback = said.truth.payback(below)
    return said.shows("months", payback) and said.truth.breaks_ceiling(payback)


def _sourced(said: Said) -> bool:
    ask = said.truth.ask
    if said["all"] == "none":
        return not ask["mkt_customers"]
    if said["all"]:
        return bool(ask["mkt_customers"] == ask["new_customers"])
    return said.shows("part", ask["mkt_customers"]) and 0 < ask["mkt_customers"] < ask["new_customers"]


_DRIVER = "(?P<driver>" + "|".join(_DRIVERS) + ")"
_SIDE = r"(?P<side>(?:just )?(?:outside|inside|above|beyond)|exactly(?: at)?)"

CLAIMS = (
    claim("the ask is more or less", r"for FY\d+, %amount% (?P<way>more|less) than FY\d+", _change),
    claim("the ask is the same", r"for FY\d+, the same as FY\d+", _same_change),
    claim("the ask is more or less, aloud", r"The ask is %amount% (?P<way>more|less) than in FY", _change),
    claim("the ask is the same, aloud", r"The ask is the same as in FY", _same_change),
    claim(
        "the budget goes up or down",
        r"The budget goes from %before% to %now%, (?P<way>up|down) %share%\.(?=\s)", _from_to,
    ),
    claim("the budget stays", r"The budget stays at", _same_change),
    claim("how many lines move", r"(?P<count>One|Two|Three) lines? (?P<way>rises?|falls?)(?P<most> most)?\.", _line_count),
    claim("last year's spend", r"it (?:will be|was) [^\n]{1,24}?, (?P<way>over|under) by (?:about )?%amount%(?:, %share% of the plan)?\.(?= The plan)", _spent),
    claim("last year's spend, on plan", r"The plan was to spend [^\n]{1,30}?, (?P<way>exactly as planned)\.", _spent),
    claim("last year's customers", r"new customers?; it (?:will be|was) [^,\n]{1,20}?, (?:%count% (?P<way>more|short)|exactly as planned)\.", _won),
    claim("a miss", r"Yes: %won% of %wanted% planned customers?,", _missed),
    claim("no miss", r"On customers we did not", _not_missed),
    claim("the year and the ceiling", r"Payback in FY\d+ ends (?P<side>(?:just )?(?:outside|inside)|exactly at) your ceiling", _year_and_ceiling),
    claim("the ask above the ceiling", r"That is (?:just )?above the ceiling of", _above_ceiling),
    claim("the room to the ceiling", r"The ceiling is [^\n]{1,20}?, which leaves (?:(?P<none>nothing|less than a tenth of a month)|%room%)(?:, or %spare% customers?)?\.(?=\s|$)", _room_to_ceiling),
    claim("customers above the fewest", r"At this spend it (?:holds (?P<way>down to)|takes (?P<all>all)) %least% customers?(?:, %spare% fewer than)? planned", _room_for_customers),
    claim("customers short of the fewest", r"At this spend it takes (?!all)%least% customers?, %spare% more than planned", _room_for_customers),
    claim("where the change goes", r"Where (?P<way>more|less) goes(?:, people not counted)?\. (?P<line>[^\n]+?) [+−-]%amount%(?=,\s|\s|$)", _where_it_goes),
    claim("the ask below the floor", r"The floor is [^\n]{1,9}, and this is below it(?P<asks>; the exception has to hold|\. This is why I ask for an exception)?", _below_floor_aloud),
    claim("the ask above the floor", r"The floor is [^\n,]{1,7}[.,]?\d*x\.", _floor_kept),
    claim("a step that wins nobody", rf"{LABEL} costs %amount% more and (?:brings|wins) no more customers", _idle_step),
    claim(
        "a step and the ceiling",
        rf"The step to {LABEL} pays back in %months%, {_SIDE} the ceiling", _late_step,
    ),
    claim(
        "the step to the ask and the ceiling",
        rf"to {LABEL} costs [^\n]{{1,20}}? for each extra customer and pays back in %months%\. That is (?P<side>(?:just )?beyond) the ceiling of"
        r" [^;\n]+; (?P<why>I ask for an exception|the exception I ask for|the plan names no exception|I ask for [^\n]{1,20} as a whole, which pays back in %whole%)",
        _own_late_step,
    ),
    claim("a late step is a reason", r"That is (?P<side>(?:just )?beyond) the ceiling, so I do not ask for it", _late_is_a_reason),
    claim("an idle step is a reason", r"The next step, to [^\n]{1,20}? (?:brings no more|wins \S+ fewer) customers?(?:; I ask for no further step|(?P<reason>, so I do not ask for it))\.", _idle_is_a_reason),
    claim("the idle step to the ask", r"(?:brings no more|wins \S+ fewer) customers?, and I ask for it all the same", _idle_ask),
    claim("what a step is", r"A step is the difference to the tier on its left", _steps_are_counted),
    claim("no step adds sales cost", r"Loaded means sales cost is included; no step adds any", _no_step_adds_sales),
    claim("nobody was planned", r"none were planned, and (?:(?P<none>none)|%count%) (?P<way>(?:is|are) expected|came)", _unplanned),
    claim("the bad year is a reason", r"In a bad year payback is %months% months?, which is why", _bad_year_of_the_ask),
    claim("a bad year of another tier", rf"In a bad year under {LABEL} payback is %months%", _bad_year_of_another),
    claim("opportunities of the bad year", r"Marketing would bring (?:(?P<none>no (?:opportunities|visits))|%count% (?:opportunit|visit)[^,]+, [^\n]+? of (?:it|them))", _bad_sources),
    claim("cost of the bad year", r"Acquisition cost (?P<way>rises to|falls to|stays at|edges up to|edges down to) %amount%(?= and payback|\.\s)", _bad_cost),
    claim("worth of a customer in the bad year", r"new customers worth %amount% (?:a year|in the first year), all at the same time", _worth_in_the_bad_year),
    claim("what a driver costs alone", r"At the low end of its range, [^\n]{1,20}, it alone costs", _marketing_can_lose),
    claim("cuts without a price", r"How many customers that costs is not in the plan", _unpriced_cuts),
    claim("every step inside", r"(?:Every step (?:pays back within|stays inside) the ceiling|Taken alone, no step is above the ceiling)", _no_late_step),
    claim("steps that break the ceiling", r"(?P<count>Two|Three|Four|Five) steps break the ceiling", _late_step_count),
    claim("the only step that breaks", rf"Only the step to {LABEL} breaks the ceiling", _only_late_step),
    claim("the last step that clears policy", rf"{LABEL} is the last step that clears policy", _last_clear_step),
    claim("the last tier that wins", rf"{LABEL} is the last tier that adds customers", _last_winning_tier),
    claim("a tier that adds nobody", rf"{LABEL} costs %amount% more than (?P<below>[A-Z][a-z ]+?) and wins (?:the same %same% customers?|%few% fewer customers?|(?P<either>no customers either)|no more customers)", _adds_nobody),
    claim("no dearer tier adds any", r"; no dearer tier adds any", lambda said: _none_adds_later(said, said.truth.place())),
    claim("the step to the ask is late", r"passes as a whole, at %whole%; its step, at %own%, does not", _own_step_late),
    claim("no step pays back", r"No step has a payback of its own", _no_step_pays_back),
    claim("what a step is", r"Step rows show the difference to the tier on the left", _steps_to_explain),
    claim("bars of the bridge", r"Each bar between the totals", _changes),
    claim("little room to the ceiling", r"(?:(?P<none>No room)|Less than a customer of room) to the ceiling\.", _little_room),
    claim("the magic number goes", r"The magic number (?:is forecast to )?(?P<way>rise|fall)s? from %before% to %now%", _goes),
    claim("the bad year of a request", rf"Bad year(?: under {LABEL})?\. Payback %months%", _bad_year_of),
    claim("the worst that is planned", r"This is the worst we have planned for", _worst_planned),
    claim("an exception from policy", r"Exception\. A |Outside policy\. A |, and asks for an exception|as an exception to policy", _breaks_policy),
    claim("the floor breaks under the ask", r"capped LTV:CAC of %value%x, (?:just )?below the floor of", _value_below_floor),
    claim("the question about a miss", r"If asked: “Why did you miss\?”", _has_missed),
    claim("both limits break", r"[Bb]oth limits break", _both_break),
    claim("one limit of the bad year breaks", r"In a bad year payback [^\n]*: the [\w: ]+ (?:just )?breaks, the [\w: ]+ holds", _one_breaks),
    claim("the ceiling breaks", r"The payback ceiling of [^\n]{1,15}? breaks(?P<other>; the value floor of \S+ holds)?", _ceiling_breaks),
    claim("the floor breaks", r"The value floor of \S{1,9} breaks", _floor_breaks),
    claim("the bad year and the ceiling", r"Payback stays (?P<side>(?:just )?inside) the ceiling of", _bad_stands),
    claim("both years and the ceiling", r"Payback stays inside the ceiling(?! of)", _both_years_inside),
    claim("back inside the ceiling", r"Payback comes back inside the ceiling", _back_inside),
    claim("the bad year in short", rf"The bad year\. Payback is %months%(?: under [^,\n]+)?, {_SIDE} the ceiling", lambda said: _bad_payback(said) and _bad_stands(said)),
    claim("payback of the bad year", r"In a bad year payback (?P<way>is|reaches) %months% months?", _bad_way),
    claim("what matters most", rf"The assumption that matters most is {_DRIVER}", _widest_driver),
    claim("what moves the plan most", rf"What moves (?:the plan|it) most is {_DRIVER}", _widest_driver),
    claim("what matters most, in a title", rf"the plan; {_DRIVER} matters most", _widest_driver),
    claim("what moves the plan most, in a chart", rf"{_DRIVER} moves? the plan most", _widest_driver),
    claim(
        "break-even",
        r"earned back within twelve months at %needed% extra customers?\. The plan is %planned%(?P<late>, so it takes longer than that)?\.(?=\s|$)", _break_even,
    ),
    claim("break-even out of reach", r"extra customers?; the plan has [^,.;]+, so it takes longer", _needs_more),
    claim("marketing money alone", r"extra (?:money|(?P<alone>marketing money alone)) (?:is earned back|breaks even)", _money_alone),
    claim("the tier beyond can follow", r"It can follow once the ask has delivered|I come back for it once the ask has delivered", _can_follow),
    claim("the tier beyond would pass", rf"As a whole {LABEL} would pass at [^;\n]+; the step decides", _would_pass),
    claim("break-even in reach", r"The extra (?:money|marketing money alone) breaks even at %needed% of %planned% extra customers?, so", _reached),
    claim("nothing is committed", r"Nothing (?:of it|of the ask)? ?is committed", _nothing_committed),
    claim("part is committed", r"Of the ask, %amount% is committed already", _part_committed),
    claim("less money is slower", rf"Less money makes it slower: [^\n]{{1,15}}? under {LABEL}", _slower_below),
    claim("a weaker choice", rf"{LABEL} looks cheaper, and it is the weaker choice\. (?:(?P<sales>Fewer customers carry the cost of sales)|Its customers are fewer and cost more each), so", _fewer_below),
    claim(
        "what less money gives up",
        rf"{LABEL} saves %amount% and gives up (?:(?P<none>no)|%count%) (?:new )?customers?", _gives_up,
    ),
    claim("the price of less", rf"{LABEL}, %amount% less, wins %count% fewer customers?", _gives_up),
    claim("the price of less on a slide", rf"{LABEL} saves %amount% and wins (?:(?P<none>as many)|%count%) (?:fewer )?customers?", _gives_up),
    claim("the first cut", r"First goes (?P<line>[^,\n]+), %amount%(?::|\.(?:\s|$))", _first_cut),
    claim("the list of cuts begins", r"it begins with (?P<line>[^,\n]+), %amount%\.(?=\s|$)", _first_cut),
    claim("the only cut", r"If there is less money, (?P<line>[^,\n]+) goes first, %amount%\.(?=\s|$)", _first_cut),
    claim("the first cut in a title", r"Less money: (?!a ranked list)(?P<line>[^;\n]+) goes first", _first_cut),
    claim("how many tiers", r"There are (?P<count>\w+) tiers", _tier_count),
    claim("nobody is won", r"(?:It brings|The plan counts on) no (?:new )?customers", _no_customers),
    claim("customers against before", r"(?:It brings|We plan to win|Marketing and sales together are planned to win) %now% customers? against %before% in FY", _against_before),
    claim("cost of a customer", r"Loaded CAC (?P<way>falls|rises) to %amount%", _cac_way),
    claim("the least I can take", r"the plan is (?:(?P<none>no)|%few%) new customers? in place of %many%[.\s]", _least_customers),
    claim("slower than others", r"slower than theirs", _slower_than_others),
    claim("money behind gates", r"%amount% (?:waits behind (?!the)(?:\w+ )?gates?|is released later, at (?:\w+|\d+) gates?)", _gated),
    claim(
        "what is saved within the plan",
        r"At %announced% less, (?P<things>[\w.,]+) things? stops? (?:for FY\d+|from [^:\n]+?)"
        r"(?:: %saved% saved(?P<year> in FY\d+)?, (?:%rest% )?(?P<how>more than announced|is still to be found|stays open|as announced))?\n", _saved_in_plan,
    ),
    claim(
        "what a saving costs",
        r"Saving %saved%(?: in a full year)? costs (?:(?P<none>no customers)|%count% customers?)"
        r"(?: and (?:no gross profit|%profit% of gross profit)|(?P<unvalued>; what they are worth is not known))", _saves,
    ),
    claim("a saving without its price", r"Saving %saved%(?: in a full year)? is known, and what it costs is not", _costs_unknown),
    claim("customers that go", r"first twelve months of th|lives? of th|It shows (?:late|soon):", _customers_go),
    claim("the plan as asked", r"We recommend FY\d+ as asked, %amount% of it released at [^,\n]+, not a cut of %announced%", _left_as_asked),
    claim(
        "what the tier below saves",
        rf"“Why not simply take {LABEL}\?” It saves %amount%(?:(?P<unplanned>; how many customers it wins is not planned)"
        rf"| and wins (?:(?P<same>as many customers)|%count% (?P<way>fewer|more)))", _instead_below,
    ),
    claim("the tier below is late", r"Its payback of %months% months? is (?:just )?outside the ceiling", _below_is_late),
    claim("sourced by marketing", r"we plan [^,\n]+?, (?:(?P<all>none|all of them)|%part% of them) sourced by marketing", _sourced),
)  # fmt: skip
"""What is said, and when it may be."""
