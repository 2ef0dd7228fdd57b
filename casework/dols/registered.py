"""What our own registers say of an assessor who is known here: the registration, and approval as an AMHP, by the day.

Of an assessor who is not known here the facts stand as they were told to the council.
Source: SI 2008/1858 regs 3 to 8; Mental Health Act 1983 s.114.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from casework.dols.rules import AssessorFacts
from casework.models import DolsAssessor
from delegation.amhp.selectors import amhps_in_force
from delegation.models import Organisation, Post, ProfessionalRegistration, Worker
from delegation.refusals import Fault
from delegation.wording import tidy_name

# The registrations that each profession of an assessor may rest on.
REGISTERED_AS: Mapping[str, frozenset[str]] = {
    "doctor": frozenset({"medical_practitioner"}),
    "social_worker": frozenset({"social_worker"}),
    "nurse": frozenset({"nurse", "mental_health_nurse", "learning_disability_nurse"}),
    "occupational_therapist": frozenset({"occupational_therapist"}),
    "psychologist": frozenset({"practitioner_psychologist"}),
}


def facts_of(assessors: Sequence[DolsAssessor], on: date) -> dict[int, AssessorFacts]:
    """The facts of some assessors of one council on a day, by their key; no query, or two where one is known here."""
    facts = {each.pk: each.facts for each in assessors}
    known = {each.pk: each for each in assessors if each.worker_id is not None}
    if not known:
        return facts
    workers = {each.worker_id for each in known.values()}
    live = set(
        ProfessionalRegistration.objects.live_on(on).filter(worker__in=workers).values_list("worker", "profession")
    )
    council = next(iter(known.values())).council
    amhps = set(amhps_in_force(council, on).filter(worker__in=workers).values_list("worker", flat=True))
    for pk, each in known.items():
        as_any = {(each.worker_id, profession) for profession in REGISTERED_AS[each.profession]}
        facts[pk] = replace(facts[pk], is_registered=bool(as_any & live), is_amhp=each.worker_id in amhps)
    return facts


def facts_on(assessor: DolsAssessor, on: date) -> AssessorFacts:
    """The facts of one assessor on a day."""
    return facts_of([assessor], on)[assessor.pk]


def workers_to_choose(council: Organisation, on: date) -> QuerySet[Worker]:
    """Those known here who may be entered as assessors: of the council or its providers, with a fitting registration.

    By name; with their registrations.
    """
    fitting = sorted(set().union(*REGISTERED_AS.values()))
    posts = Post.objects.live_on(on).filter(organisation__in=[council.pk, *_organisations_of(council)])
    registered = ProfessionalRegistration.objects.filter(profession__in=fitting, ended_on__isnull=True)
    found = Worker.objects.filter(pk__in=posts.values("worker")).filter(pk__in=registered.values("worker"))
    return found.prefetch_related("registrations").order_by("name", "pk")


def _organisations_of(council: Organisation) -> list[int]:
    return list(Organisation.objects.filter(council=council).values_list("pk", flat=True))


def faults_of_worker(assessor: DolsAssessor, on: date) -> list[Fault]:
    """What stands against entering an assessor as the one known here whom it names, or as nobody known here."""
    if assessor.worker is None:
        known = {tidy_name(each.name) for each in workers_to_choose(assessor.council, on)}
        if tidy_name(assessor.name) in known:
            sentence = (
                "Somebody of this name is known here: choose them. If this is another, write what tells them apart."
            )
            return [Fault("name", sentence)]
        return []
    facts = facts_on(assessor, on)
    if not facts.is_registered:
        sentence = f"No registration of {assessor.worker} as {assessor.get_profession_display().lower()} is live today."
        return [Fault("profession", f"{sentence} Record it first, on the page of their account.")]
    return []
