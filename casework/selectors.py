"""What somebody may see of people and plans. Every selector starts from who asks."""

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from casework.details import tidy_nhs_number
from casework.models import (
    Assessment,
    AssessmentDraft,
    CarerLink,
    Contact,
    Person,
    PersonUserObjectPermission,
    PlanVersion,
    SafeguardingConcern,
    SupportPlan,
)
from casework.models.person import folded
from casework.way import WAY
from delegation.models import Account, Cover, Post
from delegation.references import tidy_reference
from delegation.selectors import organisations_granted_to, organisations_seen_by

MOST_FOUND = 50
SHORTEST_NAME = 2
LAST_LETTER = "\U0010ffff"


def readable(account: Account, person: str = "") -> Q:
    """Records that are not restricted, or that this account was named for; `person` leads to the person from them."""
    granted = PersonUserObjectPermission.objects.filter(
        user=account, permission__codename="read_restricted_record"
    ).values("content_object")
    restricted, key = (f"{person}__restricted", f"{person}__in") if person else ("restricted", "pk__in")
    return Q(**{restricted: False}) | Q(**{key: granted})


def people_visible_to(account: Account) -> QuerySet[Person]:
    """The people on the caseloads this account sees, without restricted records of others.

    A council's staff see their providers' caseloads, a provider's staff their own.
    """
    return Person.objects.filter(readable(account), provider_id__in=organisations_seen_by(account))


def plans_visible_to(account: Account) -> QuerySet[SupportPlan]:
    """The plans of the people this account may see."""
    return SupportPlan.objects.filter(readable(account, "person"), provider_id__in=organisations_seen_by(account))


def plan_visible_to(account: Account, ref: str) -> SupportPlan | None:
    """The plan of this reference with what its pages name of it, where this account may see it.

    One query: which organisations the account sees is asked in it.
    """
    seen = organisations_granted_to(account).values("pk")
    plans = SupportPlan.objects.filter(readable(account, "person"), provider_id__in=seen, ref=ref)
    return plans.select_related("council", "provider", "person", "assessment", "worker").first()


def carers_shown(account: Account, person: Person) -> QuerySet[CarerLink]:
    """Who cares for a person and who did, of those this account may see; who still does first."""
    seen = person.carers.filter(carer__in=people_visible_to(account)).select_related("carer")
    return seen.order_by(F("to_day").desc(nulls_first=True), "pk")


def cared_for_shown(account: Account, person: Person) -> QuerySet[CarerLink]:
    """Whom a person cares for and cared for, of those this account may see; whom they still care for first."""
    seen = person.cares_for.filter(cared_for__in=people_visible_to(account)).select_related("cared_for")
    return seen.order_by(F("to_day").desc(nulls_first=True), "pk")


def drafts_shown(account: Account, person: Person) -> QuerySet[AssessmentDraft]:
    """Who has begun an assessment of a person this account may see and not finished it; the one saved last first.

    What they typed is for its writer alone; see `services.drafts.draft_of`.
    """
    drafts = AssessmentDraft.objects.filter(person=person, person__in=people_visible_to(account)).defer("typed")
    return drafts.select_related("saved_by__worker").order_by("-saved_at")


def carer_of(account: Account, person: Person, carer: str) -> CarerLink | None:
    """The link of somebody who still cares for a person, by reference; None where this account sees none."""
    return carers_shown(account, person).filter(carer__ref=carer, to_day__isnull=True).first()


def assessments_visible_to(account: Account) -> QuerySet[Assessment]:
    """The assessments of the people this account may see."""
    return Assessment.objects.filter(readable(account, "person"), provider_id__in=organisations_seen_by(account))


def contacts_visible_to(account: Account) -> QuerySet[Contact]:
    """The contacts of the people this account may see."""
    return Contact.objects.filter(readable(account, "person"), provider_id__in=organisations_seen_by(account))


def concerns_not_yet_seen_by(account: Account) -> QuerySet[SafeguardingConcern]:
    """Safeguarding concerns the council has not yet seen, newest first: at once, whoever logged them.

    Only where the account sees the council itself. A restriction of the person's record keeps a concern from others,
    never from those who look into the council's concerns: the concern alone, not the record.
    Source: Care Act 2014 s.42(1).
    """
    today = timezone.localdate()
    covered = Cover.objects.live_on(today).filter(Q(ended_on=None) | Q(ended_on__gt=today), covering=account.worker_id)
    safeguarding = Post.objects.live_on(today).filter(
        Q(worker=account.worker_id)
        | Q(worker__in=covered.values("covered"), organisation__in=covered.values("council")),
        role__in=WAY["see_safeguarding_concern"].roles,
    )
    return SafeguardingConcern.objects.filter(
        readable(account, "person") | Q(council__in=safeguarding.values("organisation")),
        council_id__in=organisations_seen_by(account),
        seen_at__isnull=True,
    ).order_by("-raised_at")


def versions_of(plan: SupportPlan) -> QuerySet[PlanVersion]:
    """The sealed versions of a plan already found by `plans_visible_to`, newest first."""
    return PlanVersion.objects.filter(plan=plan).select_related("sealed_by__worker").order_by("-number")


def _begins(field: str, prefix: str) -> Q:
    """Rows whose field begins with a prefix, in the words each database answers from its index.

    PostgreSQL walks a pattern index for LIKE 'prefix%'; SQLite does so only for a range.
    """
    if connection.vendor == "postgresql":
        return Q(**{f"{field}__startswith": prefix})
    return Q(**{f"{field}__gte": prefix, f"{field}__lt": prefix + LAST_LETTER})


def search_people(account: Account, words: str) -> list[Person]:
    """At most 50 people this account may see, by reference, NHS number, or the beginning of a name.

    A reference of a person or of a plan and an NHS number find one person; a name of fewer than two letters
    finds nobody. Each way is one walk of one index, at a million people too.
    """
    typed = words.strip()[:200].replace("\x00", "")
    visible = people_visible_to(account).select_related("provider")
    reference = tidy_reference(typed)
    if reference.startswith("PE-"):
        return list(visible.filter(ref=reference)[:MOST_FOUND])
    if reference.startswith("SP-"):
        return list(visible.filter(plans__ref=reference)[:MOST_FOUND])
    number = tidy_nhs_number(typed)
    if len(number) == 10 and number.isascii() and number.isdigit():
        return list(visible.filter(nhs_number=number)[:MOST_FOUND])
    name = folded(typed.replace(",", " "))
    if len(name) < SHORTEST_NAME:
        return []
    # Two walks, one for each way of saying a name: an OR of both would walk neither index in order.
    found = {
        person.pk: person
        for field in ("search_name", "search_first_name")
        for person in visible.filter(_begins(field, name)).order_by(field, "pk")[:MOST_FOUND]
    }
    return sorted(found.values(), key=lambda person: (person.search_name, person.pk))[:MOST_FOUND]
