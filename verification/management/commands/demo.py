"""Load the demo council, walk one plan the whole way, and show what is refused on it."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from casework.models import SupportPlan
from casework.services.plans import amend_plan
from casework.way import STATES
from delegation.authority import Refused
from delegation.demo import DEMO_PASSWORD
from delegation.models import Account, Act
from delegation.register import whole
from delegation.schedule import FUNCTIONS, ROLES
from delegation.wording import long_day
from verification.demo import (
    OWNED_REDS,
    REFUSED,
    WALKED,
    Storyteller,
    four_lines,
    load_registers,
    load_signed_review,
    load_stories,
    load_world,
    reds_of,
    reference_of,
    walk,
)
from verification.demo_refused import load as load_refused
from verification.direct_payments.demo import load as load_direct_payments
from verification.rules import LineDecision
from verification.services.brokerage import take_up_brokerage
from verification.services.funding import record_funding_decision
from verification.services.quality import pass_quality_assurance
from verification.services.verifying import recommend_plan, take_up_verification


class Command(BaseCommand):
    help = "Load the demo council and walk one plan from the first contact to a started package."

    requires_system_checks: list[str] = []  # migrating checks everything, the database too

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--migrate", action="store_true", help="bring the database's tables up to date first")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["migrate"]:
            self.migrate()
        self.stdout.write("Loading the demo council, its providers, people, schedule and limits.")
        self.world = load_world()
        self.step = 0
        walked = SupportPlan.objects.filter(their_reference=reference_of(WALKED)).first()
        if walked is None:
            self.stdout.write("\nOne plan, the whole way:\n")
            self.walk()
            self.stdout.write("\nWhat is refused on the way, and what the person is told:\n")
            self.refusals()
            self.stdout.write("\nLoading plans that stand at every step:")
        else:
            self.stdout.write(f"\nPlan {walked.ref} was walked before. What the register says of it:\n")
            self.retell(walked.ref)
        load_stories(self.world, lambda title: self.stdout.write(f"  - {title}"))
        self.stdout.write("\nLoading the registers and procedures beside the way of a plan:")
        load_registers(self.world, lambda title: self.stdout.write(f"  - {title}"))
        load_direct_payments(self.world)
        self.stdout.write("  - direct payments")
        load_refused(self.world)
        self.stdout.write("  - what was tried in each and refused")
        self.assurance()
        self.accounts()

    def migrate(self) -> None:
        """In this same process, which saves a newcomer the seconds of starting another."""
        began = monotonic()
        self.stdout.write("==> Bringing the database's tables up to date")
        self.stdout.flush()
        call_command("migrate", verbosity=0, skip_checks=False)
        self.stdout.write(f"    done in {monotonic() - began:.1f} s")
        self.stdout.write("==> Loading the demonstration council and walking one plan")

    def walk(self) -> None:
        """Walk the plan as one whole, so that a walk broken off leaves nothing half; then tell each act of it."""
        states: list[str] = []
        before = Act.objects.filter(council=self.world.council).latest("seq").seq

        def remember(act_name: str, by: Account, result: Any) -> None:
            plan = SupportPlan.objects.filter(their_reference=reference_of(WALKED)).first()
            states.append(plan.state if plan else "")

        with whole():
            walk(Storyteller(self.world, remember))
        walked = Act.objects.filter(council=self.world.council, seq__gt=before).order_by("seq")
        for line, state in zip(walked.select_related("worker", "organisation"), states, strict=True):
            self.print_act(line, state)

    def retell(self, ref: str) -> None:
        """The walk as the register keeps it."""
        for line in Act.objects.filter(subject=ref).select_related("worker", "organisation").order_by("seq"):
            if line.outcome == Act.Outcome.EXERCISED:
                self.print_act(line, line.detail.get("state", ""))
            elif line.outcome == Act.Outcome.REFUSED:
                self.stdout.write(f"  refused: {line.worker} would {line.verb.replace('_', ' ')}: {line.reason}")

    def print_act(self, line: Act, state: str) -> None:
        """Who, in which organisation, exercising which function, and what changed."""
        self.step += 1
        leads = f" -> {STATES[state].title.lower()}" if state else ""
        amount = f" (£{line.amount_weekly:,.2f} a week)" if line.amount_weekly else ""
        self.stdout.write(
            f"{self.step:3}. {line.worker}, {line.organisation}: {line.verb.replace('_', ' ')} {line.subject}{amount}"
            f"{leads}\n     exercising {FUNCTIONS[line.function].title} ({FUNCTIONS[line.function].source})"
        )

    def refusals(self) -> None:
        """Things nobody may do to a plan, each with the sentence the person is given."""
        teller = Storyteller(self.world)
        fresh = teller.submitted(REFUSED, four_lines(hours="42"))
        accounts = self.world.accounts
        everything = [
            LineDecision(key=key, outcome="fund")
            for key in SupportPlan.objects.get(ref=fresh).lines.values_list("line_key", flat=True)
        ]
        self.refused(
            "The practitioner funds her own plan",
            lambda: record_funding_decision(plan=fresh, by=accounts["practitioner"], lines=everything),
        )
        self.refused(
            "The practitioner changes what was submitted",
            lambda: amend_plan(
                plan=fresh,
                by=accounts["practitioner"],
                changes={"wellbeing_matters": "x"},
                seen_revision=SupportPlan.objects.get(ref=fresh).revision,
            ),
        )
        self.refused(
            "Another provider's practitioner touches it",
            lambda: amend_plan(plan=fresh, by=accounts["otherpractitioner"], changes={}, seen_revision=1),
        )
        self.refused(
            "The broker sources before anything is funded", lambda: take_up_brokerage(plan=fresh, by=accounts["broker"])
        )
        teller.do(take_up_verification, "verifier", plan=fresh)
        self.refused(
            "The verifier recommends with the checklist empty",
            lambda: recommend_plan(plan=fresh, by=accounts["verifier"]),
        )
        teller.verify(fresh)
        self.refused(
            "The team manager agrees £1,038 a week with a limit of £500",
            lambda: record_funding_decision(plan=fresh, by=accounts["teammanager"], lines=everything),
        )
        self.refused(
            "The verifier, whose limit is nought, decides the money",
            lambda: record_funding_decision(plan=fresh, by=accounts["verifier"], lines=everything),
        )
        self.refused(
            "The administrator, who runs the system, decides the money",
            lambda: record_funding_decision(plan=fresh, by=accounts["administrator"], lines=everything),
        )
        self.refused(
            "Quality assurance by the plan's own author",
            lambda: pass_quality_assurance(plan=fresh, by=accounts["practitioner"]),
        )

    def refused(self, title: str, attempt: Callable[[], Any]) -> None:
        try:
            attempt()
        except Refused as refused:
            self.stdout.write(f"  {title}:\n     {refused.name}: {refused.sentence}\n")
        else:
            raise AssertionError(f"{title}: this must be refused, and was not.")

    def assurance(self) -> None:
        """The review the Director signed: how many functions were red, why three of them were, and what was frozen."""
        review = load_signed_review(self.world)
        red, day = reds_of(review), timezone.localtime(review.signed_at).date()
        number = f"{len(red)} of {len(review.content['lines'])} functions need action"
        self.stdout.write(
            f"\nReview {review.number} of the Director, signed by {review.signed_by} on {long_day(day)}: {number}.\n"
            f"What was seen is frozen, SHA-256 {review.sha256}. Three of the reds, and why:\n"
        )
        for line in red[:OWNED_REDS]:
            self.stdout.write(f"  {line['title']} ({line['source']}):")
            for why in line["why"]:
                self.stdout.write(f"     {why}")

    def accounts(self) -> None:
        """Who may log in to look round."""
        self.stdout.write(f"\nAccounts of the demonstration (password {DEMO_PASSWORD}):")
        for username, account in sorted(self.world.accounts.items()):
            posts = account.worker.posts.select_related("organisation") if account.worker else []
            roles = ", ".join(f"{ROLES[post.role].title}, {post.organisation}" for post in posts)
            self.stdout.write(f"  {username:18} {account.worker} ({roles})")
