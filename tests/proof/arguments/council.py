"""What the services take by which a council sets itself up and looks after its scheme."""

from decimal import Decimal

from casework.code_lists import service_components
from delegation.models import AssuranceException, Authorisation, Cover, Post
from delegation.schedule import FUNCTIONS, POWERS, ROLES
from tests.proof.arguments.values import Given, Values
from verification.demo import (
    HOME_SUPPORT,
)


class OfTheCouncil(Values):
    """The council, its people, authorisations, limits, cover and assurance."""

    def open_council(self) -> Given:
        name = f"shire{self.random.randrange(10**9)}"
        return {
            "key": self.either(name, "exampleshire"),
            "name": name,
            "director_name": "A Director",
            "director_username": f"d{name}",
            "administrator_name": "An Administrator",
            "administrator_username": self.either(f"a{name}", "administrator"),
            "password": None,
            "from_day": self.day(-10),
        }

    def open_organisation(self) -> Given:
        return {
            "council": self.a_council(),
            "key": self.either(f"org{self.random.randrange(10**9)}", "northgate"),
            "name": self.words("A provider"),
            "kind": self.either(self.one_of(["provider", "care_provider"]), "council", "shop"),
            "is_nhs_body": self.one_of([True, False]),
        }

    def open_account(self) -> Given:
        worker = self.a_worker() if self.random.randrange(3) == 0 else None
        return {
            "council": self.a_council(),
            "username": self.either(f"u{self.random.randrange(10**9)}", "practitioner", "PRACTITIONER"),
            "name": "Somebody New",
            "worker": worker,
        }

    def close_account(self) -> Given:
        # Not those the others need: a house without its practitioner shows little.
        account = self.world.accounts[self.one_of(["auditor", "amhplead", "smalllimit", "riversidequality", "nobody"])]
        return {"council": self.a_council(), "account": account, "reason": self.words()}

    def change_own_password(self) -> Given:
        return {"council": self.world.council, "new_password": f"quite long {self.random.randrange(10**9)}"}

    def appoint_to_post(self) -> Given:
        organisation = self.one_of([self.world.council, self.world.demo.northgate, self.world.demo.riverside])
        roles = sorted(role.key for role in ROLES.values() if role.side == organisation.kind)
        return {
            "worker": self.a_worker(),
            "organisation": organisation,
            "role": self.either(self.one_of(roles), "king", "practitioner", "verifier"),
            "from_day": self.day(),
            "to_day": self.one_of([None, self.day(30)]),
        }

    def end_post(self) -> Given:
        kept = ["practitioner", "verifier", "broker", "dass", "administrator", "providermanager"]
        posts = Post.objects.exclude(worker__accounts__username__in=kept).order_by("pk")
        return {
            "post": self.one_of(list(posts)),
            "last_day": self.day(self.random.randrange(3)),
            "reason": self.words(),
        }

    def authorise_function(self) -> Given:
        function = self.one_of(sorted(FUNCTIONS))
        return {
            "council": self.a_council(),
            "organisation": self.one_of([self.world.demo.northgate, self.world.demo.riverside, self.organisation()]),
            "function": self.either(function, "astrology"),
            "power": self.either(self.one_of(sorted(POWERS)), "magic"),
            "from_day": self.day(),
            "to_day": self.one_of([None, self.day(60)]),
            "conditions": self.words("As the schedule says"),
            "instrument": "Variation",
            "signed_by": "Director",
        }

    def revoke_authorisation(self) -> Given:
        given = Authorisation.objects.order_by("pk")
        # Mostly what no journey here needs, so that the others can go on.
        spare = given.exclude(function__in=("support_plan_development", "provider_plan_quality_assurance"))
        return {
            "authorisation": self.one_of(list(given if self.random.randrange(12) == 0 else spare)),
            "because": self.words(),
            "from_day": self.one_of([None, self.day()]),
        }

    def set_financial_limit(self) -> Given:
        by_role = self.random.randrange(3) > 0
        return {
            "council": self.a_council(),
            "role": self.either(
                self.one_of(["team_manager", "head_of_service", "verifier"]), "", "king", "practitioner"
            )
            if by_role
            else "",
            "worker": None if by_role else self.a_worker(),
            "weekly": self.either(Decimal(self.one_of([100, 345, 400, 500, 900])), Decimal("0.00"), Decimal("-1.00")),
            "whole_life": Decimal(self.one_of([5000, 15000, 26000, 60000])),
            "unlimited": self.either(False, True),
            "from_day": self.day(self.one_of([0, 0, 1, 7])),
            "to_day": self.one_of([None, None, self.day(20)]),
        }

    def give_cover(self) -> Given:
        covered = self.one_of(["head", "teammanager", "dass", "verifier", "broker"])
        covering = self.one_of(
            ["bothsides", "verifierandmanager", "otherverifier", "otherbroker", "verifier", "auditor"]
        )
        return {
            "council": self.a_council(),
            "covered": self.either(self.world.worker(covered), self.a_worker()),
            "covering": self.either(self.world.worker(covering), self.a_worker()),
            "from_day": self.day(),
            "to_day": self.day(self.one_of([0, 3, 10])),
            "reason": self.words("Leave"),
        }

    def sign_assurance_review(self) -> Given:
        return {"council": self.a_council(), "remarks": self.words("Each function seen.")}

    def raise_assurance_exception(self) -> Given:
        return {
            "council": self.a_council(),
            "function": self.either("brokerage_sourcing", "no_such_function"),
            "what": self.words("Too few offers."),
            "owner": self.either(self.world.worker("broker"), self.a_worker()),
            "due_on": self.day(self.one_of([0, 7, 30])),
        }

    def close_assurance_exception(self) -> Given:
        return {
            "exception": self.one_of(list(AssuranceException.objects.order_by("-pk")[:3])),
            "because": self.words("Two more providers registered."),
        }

    def end_cover(self) -> Given:
        return {"cover": self.one_of(list(Cover.objects.order_by("-pk")[:5])), "reason": self.words()}

    def set_guide_price(self) -> Given:
        return {
            "council": self.a_council(),
            "service_component": self.either(HOME_SUPPORT, "Gold", self.one_of([k for k, _ in service_components()])),
            "unit": self.either("hour", "fathom"),
            "price": self.money("21.50"),
            "from_day": self.day(),
        }

    def set_urgent_amount(self) -> Given:
        return {
            "council": self.a_council(),
            "weekly": self.money("300", "600"),
            "days": self.either(self.one_of([7, 14]), 0, 15, -3),
            "from_day": self.day(),
        }
