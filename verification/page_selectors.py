"""What the pages of one plan read. The plan passed in was already found for who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from casework.content import Change, difference
from casework.models import Need, PlannedSupport, PlanVersion, SupportPlan
from casework.rules import outcome_title
from casework.selectors import plan_visible_to, versions_of
from casework.services import plan_for_reading
from casework.way import STATES
from delegation.models import Account, Act, Organisation
from delegation.selectors import acts_visible_to, posts_of
from delegation.working_days import working_days_between
from verification.models import (
    Award,
    ChangeRequest,
    Escalation,
    Finding,
    FundingDecision,
    GuidePrice,
    Invitation,
    Offer,
    Package,
    QueueEntry,
    Requirement,
    UrgentAmount,
    UrgentSupport,
    Verification,
)
from verification.queue_reads import days_left
from verification.rules import PricesPaid, pounds
from verification.selectors import guide_price, live_posts, prices_now_paid

NAMES_OF_PARTS = {
    "needs": "Need",
    "support": "Line",
}


def plan_to_act_on(account: Account, ref: str) -> SupportPlan:
    """The plan for a page that acts. Raises NotFound, and the register has the refused reading, as for a reading."""
    return plan_visible_to(account, ref) or plan_for_reading(by=account, ref=ref)


@dataclass(frozen=True, kw_only=True)
class Burning:
    """Urgent support under way, and how late its verification is: days left below nought are days late."""

    weekly: Decimal
    verify_by: date
    days_left: int
    reason: str

    @property
    def is_late(self) -> bool:
        return self.days_left < 0


def urgent_support_of(plan: SupportPlan) -> Burning | None:
    """The urgent support that runs on the plan, if any."""
    urgent = UrgentSupport.objects.filter(plan=plan, live=True).first()
    if urgent is None:
        return None
    left = (urgent.verify_by - timezone.localdate()).days
    return Burning(weekly=urgent.weekly, verify_by=urgent.verify_by, days_left=left, reason=urgent.reason)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a plan stands: its state in words, who holds it, its day, and the working days each side has held it."""

    title: str
    waits_for: str
    side: str
    queue: str
    holder: str
    due_on: date | None
    days_left: int | None
    for_role: str
    provider_days: int
    council_days: int

    @property
    def is_late(self) -> bool:
        return self.days_left is not None and self.days_left < 0

    @property
    def days_late(self) -> int:
        return max(0, -(self.days_left or 0))


def standing_of(plan: SupportPlan) -> Standing:
    """Where the plan stands today. One query; the holder's own days run to today."""
    state = STATES[plan.state]
    entry = QueueEntry.objects.filter(pk=plan.pk).select_related("claimed_by").first()
    today = timezone.localdate()
    running = working_days_between(plan.held_since, today)
    due = entry.due_on if entry else None
    return Standing(
        title=state.title,
        waits_for=state.waits_for,
        side=state.side,
        queue=entry.queue if entry else "",
        holder=entry.claimed_by.name if entry and entry.claimed_by else "",
        due_on=due,
        days_left=days_left(due, today),
        for_role=entry.for_role if entry else "",
        provider_days=plan.provider_days + (running if plan.held_by == "provider" else 0),
        council_days=plan.council_days + (running if plan.held_by == "council" else 0),
    )


@dataclass(frozen=True, kw_only=True)
class NeedShown:
    """A need with the lines that meet it and the open findings on it."""

    need: Need
    title: str
    lines: Sequence[PlannedSupport]


def needs_of(plan: SupportPlan) -> list[NeedShown]:
    """Every need of the plan's assessment with its lines, in order. Two queries."""
    lines: dict[int, list[PlannedSupport]] = {}
    for line in plan.lines.all():
        lines.setdefault(line.need_id, []).append(line)
    needs = Need.objects.filter(assessment_id=plan.assessment_id).order_by("pk")
    return [NeedShown(need=need, title=outcome_title(need.outcome), lines=lines.get(need.pk, [])) for need in needs]


def findings_of(plan: SupportPlan) -> list[Finding]:
    """Every finding on the plan with who raised, answered and closed it, in order."""
    rows = Finding.objects.filter(plan=plan).order_by("number")
    return list(rows.select_related("need", "version", "raised_by__worker", "answered_by__worker", "closed_by__worker"))


def verifications_of(plan: SupportPlan) -> list[Verification]:
    """Every verification of the plan, the last first."""
    return list(Verification.objects.filter(plan=plan).select_related("verifier", "version").order_by("-taken_up_at"))


def open_verification(plan: SupportPlan) -> Verification | None:
    """The verification under way, if any."""
    return Verification.objects.filter(plan=plan, outcome=Verification.Outcome.OPEN).select_related("verifier").first()


def decisions_of(plan: SupportPlan) -> list[FundingDecision]:
    """Every decision on the plan's money with its lines, the last first; those no longer in force are kept."""
    rows = FundingDecision.objects.filter(plan=plan).select_related("decider", "post__organisation", "version")
    return list(rows.prefetch_related("lines").order_by("-decided_at", "-id"))


def changes_of(plan: SupportPlan) -> list[ChangeRequest]:
    """Every change of money asked for, the last first."""
    rows = ChangeRequest.objects.filter(plan=plan).select_related("requested_by__worker", "answered_by__worker")
    return list(rows.order_by("-requested_at"))


def package_of(plan: SupportPlan) -> Package | None:
    """The plan's package, if one was arranged."""
    return Package.objects.filter(plan=plan).first()


def escalation_of(plan: SupportPlan) -> Escalation | None:
    """Where the decision was passed up to, if it was."""
    return Escalation.objects.filter(plan=plan, live=True).select_related("escalated_by__worker").first()


@dataclass(frozen=True, kw_only=True)
class VersionShown:
    """A sealed version, and what differs from the one before it."""

    version: PlanVersion
    changes: Sequence[tuple[str, Change]]
    is_first: bool


def versions_shown(plan: SupportPlan, most: int = 10) -> list[VersionShown]:
    """The last sealed versions, newest first, each with its difference from the one before, line by line."""
    rows = list(versions_of(plan)[: most + 1])
    older: Sequence[PlanVersion | None] = [*rows[1:], None][: len(rows)]
    shown = []
    for version, before in list(zip(rows, older, strict=True))[:most]:
        changes = difference(before.content, version.content) if before else []
        shown.append(
            VersionShown(
                version=version,
                changes=[(path_in_words(change.path), change) for change in changes],
                is_first=before is None,
            )
        )
    return shown


def path_in_words(path: str) -> str:
    """A place in a plan as a person reads it: "support[L2].weekly_cost" is "Line L2: weekly cost"."""
    part, bracket, rest = path.partition("[")
    if bracket and part in NAMES_OF_PARTS:
        key, _, field = rest.partition("]")
        inside = field.lstrip(".").replace("_", " ")
        return f"{NAMES_OF_PARTS[part]} {key}: {inside}" if inside else f"{NAMES_OF_PARTS[part]} {key}"
    return path.replace("_", " ").replace(".", ": ").replace("[", " ").replace("]", "").capitalize()


class PricesByKind:
    """The guide price and the prices now paid for each kind of support; a kind is read once, when it is first shown."""

    def __init__(self, council_id: int) -> None:
        self.council_id = council_id
        self._guides: dict[tuple[str, str], Decimal | None] = {}
        self._paid: dict[tuple[str, str], PricesPaid | None] = {}

    def guide(self, requirement: Requirement) -> Decimal | None:
        kind = (requirement.service_component, requirement.unit)
        if kind not in self._guides:
            self._guides[kind] = guide_price(self.council_id, *kind)
        return self._guides[kind]

    def paid(self, requirement: Requirement) -> PricesPaid | None:
        kind = (requirement.service_component, requirement.unit)
        if kind not in self._paid:
            self._paid[kind] = prices_now_paid(self.council_id, *kind)
        return self._paid[kind]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A requirement with what the market answered, what the council expects to pay and what it now pays."""

    requirement: Requirement
    offers: Sequence["OfferShown"]
    declined: Sequence[Offer]
    invited: Sequence[Organisation]
    award: Award | None
    prices: PricesByKind

    @property
    def guide(self) -> Decimal | None:
        return self.prices.guide(self.requirement)

    @property
    def paid(self) -> PricesPaid | None:
        return self.prices.paid(self.requirement)


@dataclass(frozen=True, kw_only=True)
class OfferShown:
    """An offer set against the others, the envelope and the guide price (per cent above or below)."""

    offer: Offer
    is_cheapest: bool
    is_within: bool
    requirement: Requirement
    prices: PricesByKind

    @property
    def against_guide(self) -> int | None:
        return _per_cent(self.offer.unit_price, self.prices.guide(self.requirement))


def comparisons_of(plan: SupportPlan) -> list[Comparison]:
    """Every requirement of the plan with its market in three queries; prices are read when they are shown.

    What is read then grows with the kinds of support, not with the market.
    """
    rows = list(
        Requirement.objects.filter(plan=plan)
        .select_related("award__offer__organisation")
        .prefetch_related(
            Prefetch("offers", Offer.objects.select_related("organisation")),
            Prefetch("invitations", Invitation.objects.select_related("organisation")),
        )
    )
    prices = PricesByKind(plan.council_id)
    return [_comparison(row, prices) for row in rows]


def comparison_of(plan: SupportPlan, line_key: str) -> Comparison | None:
    """One live requirement of the plan with its market, by its line's key."""
    found = [each for each in comparisons_of(plan) if each.requirement.line_key == line_key and each.requirement.live]
    return found[0] if found else None


def _comparison(row: Requirement, prices: PricesByKind) -> Comparison:
    offers = [offer for offer in row.offers.all() if offer.kind == Offer.Kind.OFFER]
    cost = {offer.pk: (offer.weekly or 0) + offer.one_off for offer in offers}
    least = min(cost.values(), default=Decimal(0))
    return Comparison(
        requirement=row,
        offers=[
            OfferShown(
                offer=offer,
                is_cheapest=cost[offer.pk] == least,
                is_within=(offer.weekly or 0) <= row.weekly_envelope and offer.one_off <= row.one_off_envelope,
                requirement=row,
                prices=prices,
            )
            for offer in sorted(offers, key=lambda offer: (cost[offer.pk], offer.pk))
        ],
        declined=[offer for offer in row.offers.all() if offer.kind != Offer.Kind.OFFER],
        invited=[invitation.organisation for invitation in row.invitations.all()],
        award=getattr(row, "award", None),
        prices=prices,
    )


def _per_cent(price: Decimal | None, guide: Decimal | None) -> int | None:
    return None if price is None or not guide else int(pounds((price - guide) / guide * 100).to_integral_value())


def market_of(plan: SupportPlan) -> QuerySet[Organisation]:
    """The care providers registered with the plan's council, by name."""
    return Organisation.objects.filter(
        kind=Organisation.Kind.CARE_PROVIDER, council_id=plan.council_id, closed_on__isnull=True
    ).order_by("name")


def other_verifiers(plan: SupportPlan, holder_id: int | None) -> list[tuple[int, str]]:
    """Who else verifies for the plan's council today, for a choice."""
    posts = live_posts(plan.council_id, "verifier").select_related("worker")
    others = {(post.worker_id, post.worker.name) for post in posts if post.worker_id != holder_id}
    return sorted(others, key=lambda pair: pair[1])


def guide_prices_of(council: Organisation) -> list[GuidePrice]:
    """The council's guide prices, by kind, the last set first."""
    rows = GuidePrice.objects.filter(council=council).select_related("set_by__worker")
    return list(rows.order_by("service_component", "unit", "-from_day", "-pk"))


def urgent_amounts_of(council: Organisation) -> list[UrgentAmount]:
    """What the council let urgent support cost, the last set first."""
    rows = UrgentAmount.objects.filter(council=council).select_related("set_by__worker")
    return list(rows.order_by("-from_day", "-pk"))


def line_words(plan: SupportPlan) -> Mapping[str, str]:
    """Each line of the plan in a few words, by its key."""
    return {line.line_key: line.description for line in plan.lines.all()}


def council_of(account: Account) -> Organisation | None:
    """The council this account belongs to by a live post in it; None for a provider's staff."""
    for post in posts_of(account, timezone.localdate()):
        if post.organisation.kind == Organisation.Kind.COUNCIL:
            return post.organisation
    return None


def acts_of(
    plan: SupportPlan, account: Account, *, before: int | None, with_readings: bool, size: int = 50
) -> tuple[Sequence[Act], int | None]:
    """The register's lines of a plan that this account may see, newest first, and where the next fifty begin."""
    acts = acts_visible_to(account).filter(council_id=plan.council_id, subject_kind="plan", subject=plan.ref)
    if not with_readings:
        acts = acts.exclude(outcome=Act.Outcome.READ)
    if before is not None:
        acts = acts.filter(seq__lt=before)
    found = list(acts.select_related("worker", "account", "organisation").order_by("-seq")[: size + 1])
    return found[:size], found[size - 1].seq if len(found) > size else None
