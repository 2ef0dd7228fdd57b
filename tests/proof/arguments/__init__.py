"""Sensible and foolish arguments for every public service, made from what the database holds at that moment.

Each method is named for its service and gives what it takes beside `by`. Types are right, as a page's form makes
them; values may be anything. A service without a method here fails `test_every_service_is_driven`.
"""

from casework.models import SupportPlan
from casework.way import WAY
from tests.proof.arguments.council import OfTheCouncil
from tests.proof.arguments.deciding import OfDeciding
from tests.proof.arguments.packages import OfPackages
from tests.proof.arguments.provider import OfTheProvider
from tests.proof.arguments.values import Given
from tests.registers.kit import services

# The act of the way each service does, where the service has another name.
ACT_OF = dict.fromkeys(("add_line", "change_line", "remove_line", "explain_need"), "amend_plan")
PLAN_SERVICES_OF_CASEWORK = (
    "add_line",
    "agree_plan_with_person",
    "amend_plan",
    "change_line",
    "explain_need",
    "remove_line",
    "set_personal_budget",
    "transfer_plan_to_worker",
)


def act_of(service: str) -> str:
    """The verb the register knows a service by."""
    return ACT_OF.get(service, service)


def is_on_a_plan(service: str) -> bool:
    """Whether the service acts on a plan that is there already."""
    step = WAY.get(act_of(service))
    return step is not None and not step.from_states <= {"-", "contact", "assessed", "eligible"}


def is_told(service: str) -> bool:
    """Whether somebody said how the service is called."""
    return service in services() or hasattr(Arguments, service)


class Arguments(OfTheCouncil, OfTheProvider, OfDeciding, OfPackages):
    """Makes what services take; `folly` of a hundred of its values are foolish."""

    def give(self, service: str, plan: SupportPlan | None) -> Given:
        """What the service takes beside `by`."""
        if service in services():
            return services()[service].given(self)
        given: Given = getattr(self, service)(plan) if is_on_a_plan(service) else getattr(self, service)()
        return {"plan": self.ref(plan), **given} if plan is not None and is_on_a_plan(service) else given
