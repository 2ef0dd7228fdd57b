"""Plans as a provider's own system would send them, for the tests of the import and for measuring it."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from casework.outcomes import outcomes_of

UNABLE = ("nutrition", "personal_hygiene")


def a_sent_plan(number: int = 1, **but: Any) -> dict[str, Any]:
    """One plan of the format, complete and agreed; every number is another person and another reference."""
    today = timezone.localdate()
    plan: dict[str, Any] = {
        "format": "countersign-support-plan/1",
        "provider": "northgate",
        "their_reference": f"NG-{number:06}",
        "person": {
            "first_name": "Arthur",
            "last_name": f"Ngata {number}",
            "date_of_birth": (date(1940, 1, 1) + timedelta(days=number % 9000)).isoformat(),
            "gender": "Male",
            "ethnicity": "Asian or Asian British: Indian",
            "accommodation_status": "Tenant: Private landlord",
        },
        "assessment": {
            "kind": "adult",
            "started_on": (today - timedelta(days=9)).isoformat(),
            "completed_on": (today - timedelta(days=5)).isoformat(),
            "method": "Service user only",
            "capacity": "has_capacity",
            "advocacy": "not_needed",
            "wellbeing": "He is isolated since the move.",
            "desired_outcomes": "To cook for himself again.",
            "involvement": "He spoke for himself; his sister helped.",
            "outcomes": {
                outcome.key: {"can_achieve": False, "unable_because": ["not_without_help"]}
                if outcome.key in UNABLE
                else {"can_achieve": True}
                for outcome in outcomes_of("adult")
            },
            "needs": [
                {
                    "need": f"N{index}",
                    "outcome": outcome,
                    "description": f"Needs help with {outcome.replace('_', ' ')}.",
                    "how_far": "Cannot achieve it without help.",
                }
                for index, outcome in enumerate(UNABLE, 1)
            ],
        },
        "eligibility": {
            "need_from_impairment": True,
            "significant_effect": True,
            "reasons": "A stroke in May; he cannot manage meals or washing alone.",
        },
        "plan": {
            "wellbeing_matters": "Control over his day; company.",
            "prevention_advice": "Stroke recovery group on Tuesdays.",
            "person_involvement": "Written with him over two visits.",
            "review_on": (today + timedelta(weeks=7)).isoformat(),
        },
        "support": [
            {
                "need": "N1",
                "how": "commissioned",
                "service_component": "Home support or domiciliary care",
                "description": "A care worker at midday.",
                "quantity": "7.00",
                "unit": "hour",
                "unit_cost": "21.50",
                "weekly_cost": "150.50",
                "starts_on": (today + timedelta(days=7)).isoformat(),
            },
            {
                "need": "N2",
                "how": "commissioned",
                "service_component": "Equipment",
                "description": "A shower seat.",
                "kind": "one_off",
                "quantity": 1,
                "unit": "item",
                "unit_cost": 85,
                "starts_on": (today + timedelta(days=7)).isoformat(),
            },
        ],
        "budget": {
            "weekly": {"total": "150.50", "adult_share": "30.00", "council_share": "120.50"},
            "one_off": {"total": 85, "adult_share": 0, "council_share": 85},
        },
        "agreement": {
            "agreed_on": (today - timedelta(days=1)).isoformat(),
            "agreed_with": "Arthur Ngata",
            "steps_to_agree": "Two visits; the second with his sister.",
            "copy_offered": True,
        },
    }
    return {**plan, **but}
