"""What rules of documents must find, and what they must leave alone; quiet cases first in each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from clause_cases import AGENCY
from lint_subjects import (
    GONE,
    HERE,
    Case,
    Changes,
    document,
    exchange,
    heading,
    line,
    made,
    message,
    spoken,
)
from review_cases import REVIEW_DOCUMENT_CASES
from slide_cases import SLIDE_CASES

from alignkit.model.blocks import Card, Cards
from alignkit.model.message import Mailbox, Message

ASK = "I ask for {budget.tiers.ask.total}."
NOBODY = Mailbox("Priya Lindqvist", "")
MARTA = Mailbox("Marta Veldkamp", "marta@quillmere.example")
REVIEWER = Mailbox("Helena Brandt-Osei", "helena@quillmere.example")
AGENT = Mailbox("Uta Reich", "uta@ostlicht.example")
OUTSIDER: Changes = {
    "stakeholders[+]": {"id": "uta", "name": "Uta Reich", "role": "Account lead", "audience": "agency"}
}
TEN = (
    "less",
    "zero",
    "incremental",
    "sales-instead",
    "missed",
    "payback",
    "fixed",
    "when",
    "downside",
    "crm",
)
ANSWERED = tuple(exchange(each, "It is {tier.ask.payback}.") for each in TEN)
LONG = "word " * 31


def quiet(find: str, *texts: str, changes: Changes | None = None, audience: str = "cfo") -> Case:
    """A case whose text no rule of that name may find anything in."""
    return Case(find, changes or {}, documents=made(document(*texts)), audience=audience)


def loud(find: str, text: str, says: str, changes: Changes | None = None, *, audience: str = "cfo") -> Case:
    """A case whose one paragraph breaks the rule of that name."""
    documents = made(document(text))
    return Case(find, changes or {}, says, documents=documents, audience=audience, in_template=True)


def secret(text: str, to: Mailbox) -> Message:
    """A confidential message to somebody."""
    mail = message(text, to=(to,))
    return replace(mail, body=document(text, confidentiality="confidential"))


LEFT_OVER = (
    quiet(
        "nothing_is_left_over",
        "As [S12] says [sic], the todo list {tier.ask.cac} is in [brackets], see [Annex].",
    ),
    loud("nothing_is_left_over", "Dear [Name], hello.", "`talk` still contains `[Name]`"),
    *(
        loud("nothing_is_left_over", f"The amount is {sign} here.", f"`talk` still contains `{sign}`")
        for sign in ("TBD", "TODO", "XXX", "}}", "lorem")
    ),
    loud("nothing_is_left_over", "Spend {{ amount.", "`talk` still contains `{{`"),
    Case(
        "nothing_is_left_over",
        {},
        "`talk` still contains `Lorem ipsum`",
        documents=made(document(Cards((Card("Lorem ipsum", line("1")),), HERE))),
        in_template=True,
    ),
)

SOURCES = (
    quiet(
        "figure_has_a_source", "{tier.ask.cac} after {company.sales_cycle_days}, {kickoff.success[0].target}."
    ),
    Case(
        "figure_has_a_source",
        {"budget.source": GONE},
        documents=made(document("{initiatives.BRD.customers}", title="Approve it")),
    ),
    Case(
        "figure_has_a_source",
        {"budget.source": GONE},
        "`budget.tiers.ask.total` is shown as `$2.88M` and has no source",
        "budget.tiers.ask.total",
        made(document(title=ASK)),
    ),
    Case(
        "figure_has_a_source",
        {"sources.plan27.as_of": GONE},
        "the source `plan27` has neither `as_of` nor `year`; `tier.ask.cac` rests on it",
        "sources.plan27",
        made(document("It is {tier.ask.cac}.", title="Approve it")),
    ),
    quiet("figure_is_fresh", "{finance.FY2026.revenue} and {arr.nrr}"),
    Case(
        "figure_is_fresh",
        {"sources.bi.as_of": date(2026, 9, 1)},
        "`finance.arr.opening` and 5 more are older than their cadence allows:"
        " the source `bi` is of 2026-09-01",
        "sources.bi.as_of",
        made(document("{arr.nrr} and {arr.grr}")),
    ),
    Case(
        "benchmark_is_comparable",
        documents=made(document(heading("Appendix"), "{benchmarks.mktg_pct_revenue.value} of revenue")),
    ),
    quiet("benchmark_is_comparable", "Others need {benchmarks.cac_payback_months.value}."),
    loud(
        "benchmark_is_comparable",
        "Others spend {benchmarks.mktg_pct_revenue.value} of revenue.",
        "the benchmark `mktg_pct_revenue` is not comparable and is shown outside the appendix",
    ),
)

CURRENCIES = (
    quiet(
        "currency_is_one", "It costs $30,000 or USD 30,000 in the EUR market of 3 countries.", "NOK it is."
    ),
    quiet(
        "currency_is_one",
        "The agency asks for €30,000.",
        changes={"company.fx": {"EUR": {"rate": Decimal("1.1"), "as_of": date(2026, 11, 1), "source": "gl"}}},
    ),
    quiet("currency_is_one", "It costs $30,000.", changes={"company.currency": "CAD"}),
    loud(
        "currency_is_one",
        "The agency asks for €30,000.",
        "`EUR` is another currency than `USD` and has no rate",
    ),
    loud("currency_is_one", "It is 2.5 million GBP.", "`GBP` is another currency than `USD` and has no rate"),
)

TIED = (
    quiet(
        "figures_tie_out",
        "{tier.ask.cac=$45.2k} {tier.ask.cac=45,158} {tier.ask.revenue_share=9.6%} {custom.x.days=3}"
        " {budget.tiers.ask.total=2.88 million dollars} {tier.reduced.change=−$360,000}"
        " {tier.base.change=$0} {initiatives.BRD.acv=n/a} {budget.gates.G1.test=$3.9M}",
    ),
    loud(
        "figures_tie_out",
        "It is {tier.ask.cac=$48,000}.",
        "`talk` shows `tier.ask.cac` as `$48,000`; the context has `45157.89473684210526315789474`",
    ),
    loud(
        "figures_tie_out",
        "It is {tier.dream.cac=$1}.",
        "`talk` shows `$1` as `tier.dream.cac`, which is no figure of this context",
    ),
    loud(
        "figures_tie_out",
        "{initiatives.BRD.acv=$5}",
        "`talk` shows `initiatives.BRD.acv` as `$5`; the context has `n/a`",
    ),
    Case(
        "decision_reads_the_same",
        documents=made(
            document(control={"Decide by": "11 December", "Status": "Draft"}),
            document(control={"Decide by": "11 December", "Status": "Final"}),
        ),
    ),
    Case(
        "decision_reads_the_same",
        {},
        "`Decide by` is `11 December` in `talk` and `18 December` in `memo`",
        documents=made(
            document(control={"Decide by": "11 December"}), document(control={"Decide by": "18 December"})
        ),
    ),
)

TITLES = (
    *(
        Case("title_is_a_sentence", documents=made(document(title=title)))
        for title in (
            "{budget.tiers.ask.total} for FY2027",
            "The ask is the last step that clears policy",
            "Loaded CAC falls to 45.2k",
            "Decide by Friday: website relaunch over budget",
            "Approve more for events",
            "Payback reaches 21 months in a bad year",
            "Less money: these go first",
            "Three risks threaten the launch",
            "Help sales win enterprise deals",
            "Support the launch",
        )
    ),
    Case("title_is_a_sentence", documents=made(document(title="Übersicht", language="de-DE"))),
    Case(
        "title_is_a_sentence",
        {},
        "the title of `talk` is a topic, not a finding: `Next steps`",
        documents=made(document(title="Next steps")),
    ),
    *(
        Case(
            "title_is_a_sentence",
            {},
            f"the title of `talk` has no verb: `{title}`",
            documents=made(document(title=title)),
        )
        for title in ("Risk register for the plan", "Website cost and scope change", "Key risks")
    ),
    Case(
        "title_is_a_sentence",
        {},
        "the title of `talk` has no verb: `Marketing budget plan for FY2027`",
        documents=made(document(title="Marketing budget plan for FY2027")),
    ),
)

LENGTHS = (
    Case("length_is_kept", documents=made(document("word " * 250)), kind="weekly-audit"),
    Case("length_is_kept", documents=made(document(spoken("word " * 1201))), kind="budget-script"),
    Case(
        "length_is_kept",
        {},
        "`talk` has 251 words, more than 250",
        documents=made(document("word " * 251)),
        kind="weekly-audit",
        in_template=True,
    ),
    Case(
        "length_is_kept",
        {},
        "`talk` has 1,201 words to say, more than 1,200",
        documents=made(document(spoken("word " * 1201))),
        kind="budget-script",
        families=("GEN",),
        in_template=True,
    ),
    quiet("sentence_is_readable", "word " * 30 + ". " + "Word " * 29, "a – " * 30),
    Case("sentence_is_readable", documents=made(document(exchange("less", "Yes.", LONG)))),
    Case("sentence_is_readable", documents=made(document(LONG)), kind="review"),
    loud(
        "sentence_is_readable", LONG, "a sentence of 31 words: `word word word word word word word word ...`"
    ),
    loud(
        "sentence_is_readable",
        "One two three four five six seven eight nine ten. " * 10,
        "a paragraph of 100 words: `One two three four five six seven eight ...`",
    ),
)
WORDS = (
    quiet(
        "assertion_is_exact",
        "At most two agencies stay. It asks how many. There are not many. The leading KPI moved first.",
        "A leading indicator is leading to questions. We might sign. You should know the optional leverage ratio.",
        "Most recently the strongest argument won. Some day we drive home. Someone may drive the car.",
        "Significantly more: 20%. Three of many is {tier.ask.new_customers}. It took some time.",
        "The most important line is events. Many times as large. Strong words are missing.",
    ),
    Case("assertion_is_exact", documents=made(document(exchange("less", "No.", "Why so many? It is huge.")))),
    Case(
        "assertion_is_exact",
        documents=made(document("Das ist robust und various.", language="de-DE")),
    ),
    loud(
        "assertion_is_exact",
        "The campaign significantly improved results.",
        "`significantly` says nothing exact in `The campaign significantly improved results.`",
    ),
    *(
        loud("assertion_is_exact", text, f"`{word}` says nothing exact in `{text}`")
        for word, text in (
            ("Many", "Many customers left."),
            ("Most", "Most of our customers stay."),
            ("several", "It has several causes."),
            ("leading", "We are the leading provider."),
            ("market-leading", "It is market-leading."),
            ("drive", "Events drive growth."),
            ("leverage", "We leverage our data."),
            ("should", "This should clearly improve it."),
            ("Some", "Some customers left."),
            ("strong", "It was a strong quarter."),
        )
    ),
    quiet(
        "nobody_is_blamed",
        "If a test fails, the money stays. The product failed. It failed twice. Daniel's fault tolerance work.",
    ),
    quiet("nobody_is_blamed", "Nobody is to blame. In May failed loads rose."),
    loud(
        "nobody_is_blamed",
        "Sales ignored the leads.",
        "`Sales` is blamed in `Sales ignored the leads.`",
    ),
    loud(
        "nobody_is_blamed",
        "Last week Tomas simply refused it.",
        "`Tomas` is blamed in `Last week Tomas simply refused it.`",
    ),
    loud(
        "nobody_is_blamed",
        "It was the product team's fault.",
        "`the product team` is blamed in `It was the product team's fault.`",
    ),
    loud("nobody_is_blamed", "The CFO failed to answer.", "`CFO` is blamed in `The CFO failed to answer.`"),
    quiet(
        "estimate_is_no_promise",
        "The contract guarantees a slot.",
        "It proves {finance.quarters.2026-Q1.sm_cost}.",
    ),
    Case(
        "estimate_is_no_promise",
        {"budget.proof": {"test": "A holdout", "proven_share": Decimal("0.64"), "source": "crm"}},
        documents=made(document("Proven are {budget.proof.proven_share=64 %} of it.")),
    ),
    Case(
        "estimate_is_no_promise",
        {"budget.proof": {"test": "A holdout", "proven_share": Decimal("0.64")}},
        "`Proven` stands beside `budget.proof.proven_share`, which is an estimate",
        documents=made(document("Proven are {budget.proof.proven_share=64 %} of it.")),
        in_template=True,
    ),
    loud(
        "estimate_is_no_promise",
        "This guarantees {tier.ask.new_customers} customers.",
        "`guarantees` stands beside `tier.ask.new_customers`, which is an estimate",
    ),
)

ACRONYMS = (
    quiet("acronym_is_expanded", "CAC, ARR and LTV for the CFO in Q3 of FY2027, USD, ENT, H1, CRM and G1."),
    quiet("acronym_is_expanded", "Mean time to repair (MTTR) fell. MTTR is 3.", audience="cpo"),
    quiet("acronym_is_expanded", "MTTR (mean time to repair) fell. NOT all of it."),
    quiet("acronym_is_expanded", "MTTR fell.", changes={"meta.glossary": {"MTTR": "mean time to repair"}}),
    loud("acronym_is_expanded", "MTTR fell to 3.", "`MTTR` is used before it is spelt out"),
    loud(
        "acronym_is_expanded",
        "Our CAC fell to 3.",
        "`CAC` is used before it is spelt out",
        {"meta.glossary": {}},
        audience="service",
    ),
)

OBSERVED = "kept the small-business webinar series after the enterprise goal was set"
PEOPLE = {
    "people": {
        "cycle": {
            "id": "H2", "kind": "half_year", "start": date(2026, 7, 1), "end": date(2026, 12, 31),
        },
        "reviews": [
            {
                "person": "marek",
                "reviewer": "helena",
                "evidence": [
                    {
                        "id": "M2", "date": date(2026, 11, 6), "competency": "prioritisation",
                        "valence": "development", "situation": "the plan", "behaviour": OBSERVED, "impact": "14 hours",
                    }
                ],
            }
        ],
    }
}  # fmt: skip

SECRETS = (
    quiet("secrets_stay_secret", "The role costs {budget.headcount[0].annual_cost}."),
    loud(
        "secrets_stay_secret",
        "The role costs {budget.headcount[0].annual_cost}.",
        "`talk` shows `budget.headcount[0].annual_cost`, the cost of one role, to `team`",
        audience="team",
    ),
)

PERCENTAGES = (
    quiet(
        "percentage_has_a_base",
        "Growth of 20%. The share is 12%. It rose 20% on FY2026. 27k over (22.5%). A margin of 78%.",
        "It is 20% more than last year. It reduces cost by 12%. VAT is 19%.",
    ),
    loud("percentage_has_a_base", "We grew 20%.", "`20%` of what? `We grew 20%.`"),
    loud("percentage_has_a_base", "It fell 5 percent.", "`5 percent` of what? `It fell 5 percent.`"),
    quiet(
        "statistic_has_a_source",
        "We will raise prices by 5%. Volume target cut by 15 percent. It lifts cost by {tier.ask.change_share}.",
        "We see 20% more demand than planned. Revenue is 25% higher than in FY2026. It yields 9.",
        "According to the ledger, this raises revenue by 30%. Share-of-search tracker: it lifts sales by 3%.",
    ),
    loud(
        "statistic_has_a_source",
        "Alignment increases revenue by 30%.",
        "`30%` is claimed as an effect without a source: `Alignment increases revenue by 30%.`",
    ),
    loud(
        "statistic_has_a_source",
        "Aligned companies grow 20% faster.",
        "`20%` is claimed as an effect without a source: `Aligned companies grow 20% faster.`",
    ),
)

SHOWN = (
    quiet("lifetime_is_capped", "{tier.ask.ltv_cac_capped}, uncapped {tier.ask.ltv_cac}"),
    quiet("lifetime_is_capped", "{tier.ask.ltv_cac} and, capped, {tier.ask.ltv_cac_capped}", audience="ceo"),
    loud(
        "lifetime_is_capped",
        "{tier.ask.ltv_cac} and, capped, {tier.ask.ltv_cac_capped}",
        "`tier.ask.ltv_cac` counts a customer life above the cap of 5 years and is shown before the capped one",
    ),
    loud(
        "lifetime_is_capped",
        "It is {tier.ask.ltv_cac}.",
        "`tier.ask.ltv_cac` counts a customer life above the cap of 5 years and is shown alone",
        {"finance.policy": GONE},
    ),
    quiet(
        "lifetime_is_capped",
        "{tier.ask.ltv_cac}",
        changes={"finance.policy.ltv_lifetime_cap_years": 12},
    ),
    loud(
        "lifetime_is_capped",
        "It is {tier.ask.ltv_cac}.",
        "`tier.ask.ltv_cac` counts a customer life above the cap of 5 years and is shown alone",
    ),
    quiet("shown_return_has_margin", "{tier.ask.payback}"),
    quiet(
        "shown_return_has_margin",
        "{step.reduced.payback=n/a}",
        changes={"finance.FY2027.gross_margin": GONE, "finance.FY2027.cost_of_revenue": 6_600_000},
    ),
    quiet(
        "shown_return_has_margin",
        "{tier.ask.payback=n/a}",
        changes={"finance.FY2027.gross_margin": GONE, "finance.FY2026.gross_margin": GONE},
    ),
    Case(
        "shown_return_has_margin",
        {
            f"finance.{year}.{name}": GONE
            for year in ("FY2026", "FY2027")
            for name in ("gross_margin", "new_customer_acv")
        },
        "`finance.FY2027` has no `gross_margin`, so payback, lifetime value or return is shown as not available",
        "finance.FY2027",
        made(document("{tier.ask.payback=n/a}")),
    ),
    Case(
        "shown_return_has_margin",
        {"finance.FY2027.gross_margin": GONE},
        "`finance.FY2027` has no `gross_margin`, so payback, lifetime value or return is shown as not available",
        "finance.FY2027",
        made(document("{tier.ask.payback=n/a}")),
        families=("GEN", "BUD"),
    ),
    quiet("shown_ltv_has_an_end", "{tier.ask.ltv_capped}"),
    quiet(
        "shown_ltv_has_an_end",
        "{tier.ask.ltv_capped}",
        changes={
            "finance.policy.ltv_lifetime_cap_years": GONE,
            "finance.FY2027.revenue_churn": GONE,
            "finance.FY2027.monthly_churn": Decimal("0.01"),
        },
    ),
    quiet("shown_ltv_has_an_end", "{tier.ask.ltv_capped}", changes={"finance.FY2027.revenue_churn": 0}),
    quiet(
        "shown_ltv_has_an_end",
        "{tier.ask.ltv_capped}",
        changes={"finance.FY2027.revenue_churn": 0, "finance.policy.ltv_lifetime_cap_years": GONE},
    ),
    Case(
        "shown_ltv_has_an_end",
        {"finance.FY2027.revenue_churn": GONE, "finance.policy.ltv_lifetime_cap_years": GONE},
        "a lifetime value is shown, but `FY2027` has neither churn nor a lifetime cap",
        "finance.FY2027.revenue_churn",
        made(document("{tier.ask.ltv=n/a}")),
    ),
)

SCRIPT = (
    Case("amount_is_asked", documents=made(document(ASK, title="Approve it"))),
    Case(
        "amount_is_asked",
        {},
        "no document names the ask of $2,880,000",
        "budget.tiers.ask.total",
        made(document("I ask for money.", title="Approve it")),
    ),
    Case(
        "amount_is_asked",
        {"agency": AGENCY},
        documents=made(document("Please lower it to {agency.target=$200,000}.")),
        audience="agency",
    ),
    Case(
        "amount_is_asked",
        {"agency": AGENCY},
        "no document names the fee of $200,000",
        "agency.target",
        made(document("Please lower it.")),
        audience="agency",
    ),
    Case("objections_are_covered", documents=made(document(*ANSWERED))),
    Case("objections_are_covered", {"agency": AGENCY}, documents=made(document("No.")), audience="agency"),
    Case(
        "objections_are_covered",
        {},
        "the objection `less` has no reply",
        "budget",
        documents=made(document(*ANSWERED[1:], exchange("zero2", "No."))),
    ),
    Case(
        "objections_are_covered",
        {},
        "expected at least 10 objections with replies, found 9",
        documents=made(document(*ANSWERED[1:], exchange("crm", "No."))),
    ),
    Case("talk_is_short_enough", documents=made(document(spoken("word " * 1200), "word " * 100))),
    Case(
        "talk_is_short_enough",
        {},
        "`talk` has 1,201 words to say, more than 1,200",
        documents=made(document(spoken("word " * 1201))),
        in_template=True,
    ),
    Case("reply_has_a_figure", documents=made(document(exchange("less", "It costs {tier.ask.cac}.")))),
    Case(
        "reply_has_a_figure",
        {},
        "the reply to `less` has no figure",
        documents=made(document(exchange("less", "We trust it.", "Why 20%?"))),
        in_template=True,
    ),
    Case("reply_is_short", documents=made(document(exchange("less", "word " * 70, "word " * 90)))),
    Case(
        "reply_is_short",
        {},
        "the reply to `less` has 71 words, more than 70",
        documents=made(document(exchange("less", "word " * 71))),
        in_template=True,
    ),
    Case("concerns_are_answered", documents=made(document(*ANSWERED))),
    Case(
        "concerns_are_answered",
        documents=made(document("Payback is {tier.ask.payback}.", "The CRM pipeline is agreed.")),
    ),
    Case(
        "concerns_are_answered",
        {"stakeholders.daniel.concerns": ["Agency lock-in"]},
        documents=made(document(heading("Why the agency cannot lock us in"))),
    ),
    Case(
        "concerns_are_answered",
        {"stakeholders.daniel.concerns": ["Agency lock-in"]},
        "nothing answers what worries `daniel`: `Agency lock-in`",
        "stakeholders.daniel.concerns[0]",
        made(document("The agency stays.", *ANSWERED)),
    ),
    Case(
        "concerns_are_answered",
        {"stakeholders.daniel.concerns": ["When does the money come back?"]},
        documents=made(document(exchange("when", "On May 4."))),
    ),
    Case(
        "concerns_are_answered",
        {"stakeholders.daniel.concerns": ["Offices that cancel when people work from home"]},
        "nothing answers what worries `daniel`: `Offices that cancel when people work from home`",
        "stakeholders.daniel.concerns[0]",
        made(document(exchange("when", "On May 4."))),
    ),
    Case(
        "concerns_are_answered",
        {"stakeholders.daniel.concerns": ["Is the plan inflated"]},
        "nothing answers what worries `daniel`: `Is the plan inflated`",
        "stakeholders.daniel.concerns[0]",
        made(document("The plan is {last_plan.delivered_share} done.")),
    ),
    quiet(
        "confidence_is_no_argument",
        "I am confident. We believe it. We committed to 155.",
        "{money.committed} is committed, and committed it stays.",
    ),
    loud(
        "confidence_is_no_argument",
        "I am confident and passionate. We believe it.",
        "`talk` has 3 words of confidence: `confident`, `passionate`, `believe`",
    ),
)

ESCALATION = (
    Case("mail_is_short", documents=made(message("word " * 220))),
    Case(
        "mail_is_short",
        {},
        "`mail` has 221 words, more than 220",
        documents=made(message("word " * 221)),
        in_template=True,
    ),
    quiet("tone_is_even", "A small team works on minor fixes. Urgent matters are called."),
    quiet("tone_is_even", "A minor overrun.", changes={"issues.ISS1.to_complete": 30000}),
    loud("tone_is_even", "This is a disaster.", "`disaster` alarms and says nothing"),
    loud("tone_is_even", "Disaster struck in May.", "`Disaster` alarms and says nothing"),
    loud("tone_is_even", "Reply ASAP.", "`ASAP` alarms and says nothing"),
    loud("tone_is_even", "It is urgent!", "`urgent!` alarms and says nothing"),
    loud(
        "tone_is_even",
        "The overspend is slight.",
        "`slight` stands beside an overrun of 22.5%",
    ),
    loud("tone_is_even", "Please answer!!", "`!!` alarms and says nothing"),
    loud("tone_is_even", "It is a minor overrun.", "`minor` stands beside an overrun of 22.5%"),
    loud(
        "tone_is_even",
        "A bit above plan: {issue.ISS1.overrun}.",
        "`A bit` stands beside an overrun of 22.5%",
    ),
)

MESSAGES = (
    Case("ask_is_complete", documents=made(message("Marta,", "please decide by Friday."))),
    Case("ask_is_complete", documents=made(message("It went well.", subject="INFO: relaunch"))),
    Case(
        "ask_is_complete",
        {},
        "`mail` is tagged ACTION without somebody to answer it and a day",
        documents=made(message("Please decide.", subject="ACTION: relaunch", to=())),
        in_template=True,
    ),
    Case("ask_comes_first", documents=made(message("Marta,", "it is late. Please decide by Friday. More."))),
    Case("ask_comes_first", documents=made(message("Lange Vorrede. Noch mehr. Ende.", subject="INFO: x"))),
    Case(
        "ask_comes_first",
        {},
        "`mail` does not say what it asks in its first two sentences",
        documents=made(message("Marta,", "it began in May. It went on in June. Please decide.")),
        in_template=True,
    ),
    Case("subject_is_tagged", documents=made(message("Hello.", subject="INFO: " + "x" * 64))),
    Case(
        "subject_is_tagged",
        {},
        "the subject of `mail` has 71 characters, more than 70",
        documents=made(message("Hello.", subject="INFO: " + "x" * 65)),
        in_template=True,
    ),
    Case(
        "subject_is_tagged",
        {},
        "the subject of `mail` does not begin with DECISION, ACTION, REQUEST or INFO",
        documents=made(message("Hello.", subject="Thoughts on the website")),
        in_template=True,
    ),
    Case("everyone_has_an_address", documents=made(message("Hello."))),
    Case(
        "everyone_has_an_address",
        {},
        "`Priya Lindqvist` has no address; the field stays empty in `mail`",
        "stakeholders.priya.email",
        made(message("Hello.", to=(NOBODY,))),
    ),
    Case("message_is_short", documents=made(message("word " * 221))),
    Case("message_is_short", documents=made(message("word " * 220)), families=("MSG",)),
    Case(
        "message_is_short",
        {},
        "`mail` has 221 words, more than 220",
        documents=made(message("word " * 221)),
        families=("MSG",),
        in_template=True,
    ),
    Case(
        "ask_is_one",
        documents=made(
            message("Marta,", "please decide by Friday. Please choose A or B and tell me by reply.")
        ),
    ),
    Case(
        "ask_is_one", documents=made(message("Please decide. Please send a list.", subject="INFO: relaunch"))
    ),
    Case(
        "ask_is_one",
        {},
        "`mail` asks to `decide` and to `send`",
        documents=made(message("Please decide by Friday. And could you also send the list?")),
        in_template=True,
    ),
    Case("secrets_stay_inside", documents=made(message("Please decide."))),
    Case("secrets_stay_inside", OUTSIDER, documents=made(secret("Please decide.", MARTA))),
    Case(
        "secrets_stay_inside",
        OUTSIDER,
        "`mail` is confidential and goes to `Uta Reich`, who does not belong to the company",
        "stakeholders.uta",
        made(secret("Please decide.", AGENT)),
    ),
    Case("secrets_stay_inside", PEOPLE, documents=made(secret(f"You {OBSERVED}.", REVIEWER))),
    Case(
        "secrets_stay_inside",
        PEOPLE,
        "`mail` repeats `people.reviews[0].evidence.M2.behaviour` to `Marta Veldkamp`, whom it does not concern",
        "people.reviews[0].evidence.M2.behaviour",
        made(secret(f"He {OBSERVED}.", MARTA)),
    ),
    Case("correction_is_whole", documents=made(message("The CAC is 3."))),
    Case(
        "correction_is_whole",
        documents=made(
            message(
                "We wrote 23 customers; it is 21, because two had signed twice.",
                subject="INFO: correction of May",
            )
        ),
    ),
    Case(
        "correction_is_whole",
        {},
        "the correction `mail` does not say which figure was wrong nor why",
        documents=made(message("The right count is 21.", subject="INFO: corrected count of May")),
        in_template=True,
    ),
    Case("change_is_explained", documents=made(message("We stop the series."))),
    Case(
        "change_is_explained",
        documents=made(
            message("We stop it this week because nobody came. Otherwise it would cost 14 hours.")
        ),
        kind="stop-notice",
    ),
    Case(
        "change_is_explained",
        {},
        "the notice `mail` does not say why nor what not changing would cost",
        documents=made(message("We stop the series this week.")),
        kind="stop-notice",
        in_template=True,
    ),
)

DOCUMENT_CASES: tuple[Case, ...] = (
    *LEFT_OVER, *SOURCES, *CURRENCIES, *TIED, *TITLES, *LENGTHS, *WORDS, *ACRONYMS, *SECRETS, *PERCENTAGES, *SHOWN,
    *SCRIPT, *ESCALATION, *MESSAGES, *SLIDE_CASES, *REVIEW_DOCUMENT_CASES,
)  # fmt: skip
