"""What people call the fields of the context, and what their counts count."""

from __future__ import annotations

LABELS: dict[str, str] = {
    "acv": "ACV",
    "actual_customers": "Customers won",
    "actual_spend": "Spend",
    "amount": "Amount",
    "annual_cost": "Cost a year",
    "approved": "Approved amount",
    "arr_at_risk": "ARR at risk",
    "available": "Money available",
    "budget": "Budget",
    "churned": "Churned ARR",
    "closing": "Closing ARR",
    "committed": "Committed spend",
    "contraction": "Contraction ARR",
    "customers": "Customers",
    "customers_at_risk": "Customers at risk",
    "days_late": "Days late",
    "expansion": "Expansion ARR",
    "gross_margin": "Gross margin",
    "impact": "Impact",
    "impact_after": "Impact after the action",
    "in_year_factor": "In-year factor",
    "ltv_cac_floor": "LTV:CAC floor",
    "ltv_lifetime_cap_years": "Lifetime cap",
    "marketing_cost": "Marketing cost",
    "materiality": "Materiality",
    "mkt_customers": "Customers sourced by marketing",
    "net_new_arr": "Net new ARR",
    "new": "New ARR",
    "new_customer_acv": "ACV of a new customer",
    "new_customers": "New customers",
    "next_target": "Next target",
    "opening": "Opening ARR",
    "p_after": "Probability after the action",
    "payback_ceiling_months": "Payback ceiling",
    "planned_customers": "Planned customers",
    "planned_spend": "Planned spend",
    "prior": "Prior spend",
    "release": "Release",
    "revenue_churn": "Revenue churn",
    "sales_cost": "Sales cost",
    "sales_cycle_days": "Sales cycle",
    "sm_cost": "Sales and marketing cost",
    "spent": "Money spent",
    "target_to_date": "Target to date",
    "to_complete": "Cost to complete",
    "total": "Typed spend",
    "unallocated": "Spend without a line",
    "unlinked_spend": "Unlinked spend",
    "variance_pct": "Variance limit",
    "win_rate": "Win rate",
}
"""Labels of fields; the name itself serves where none is given."""

NOUNS: dict[str, str] = {
    "actual_customers": "customer",
    "customers": "customer",
    "customers_at_risk": "customer",
    "days_late": "day",
    "ltv_lifetime_cap_years": "year",
    "mkt_customers": "customer",
    "new_customers": "customer",
    "opportunities": "opportunity",
    "planned_customers": "customer",
}
"""What a count counts, in the singular."""


def label_of(field: str) -> str:
    """What people call a field."""
    return LABELS.get(field) or field.replace("_", " ").capitalize()
