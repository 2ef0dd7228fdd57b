"""Who may be named to enquire or to answer: of which organisation, authorised, and not of those complained of.

Source: Care Act 2014 s.42(2); schedule, "Safeguarding: carrying out the enquiry".
"""

from django.db.models import Q
from django.utils import timezone

from casework.models import PersonUserObjectPermission, SafeguardingConcern
from delegation.guarded import ACT_ON_NO_CASE
from delegation.models import Account, Authorisation, Organisation, Post, Worker
from delegation.refusals import Fault
from delegation.schedule import FUNCTIONS
from delegation.wording import tidy_name

GATHERING = "safeguarding_information_gathering"
INVESTIGATION = "safeguarding_investigation"


def posts_that_may(concern: SafeguardingConcern, function: str, *, council_too: bool) -> list[Post]:
    """The live posts whose holders may be named: of the person's provider and, where asked, of the council."""
    fitting = Q(organisation=concern.provider_id, role__in=FUNCTIONS[function].provider_roles)
    if council_too:
        fitting |= Q(organisation=concern.council_id) & ~Q(role__in=ACT_ON_NO_CASE)
    posts = Post.objects.live_on(timezone.localdate()).filter(fitting)
    return list(posts.select_related("worker", "organisation").order_by("organisation__name", "worker__name", "pk"))


def is_of_those_complained_of(concern: SafeguardingConcern, worker: Worker, organisation: Organisation) -> bool:
    """Whether the one named enquires for, or also works for, whom the concern is about, or is the one. One query."""
    told = tidy_name(concern.about_whom)
    if told and any(tidy_name(name) in told for name in (worker.name, organisation.name)):
        return True
    complained_of = concern.about_organisation_id
    if complained_of is None:
        return False
    if organisation.pk == complained_of:
        return True
    posts = Post.objects.live_on(timezone.localdate())
    return posts.filter(worker=worker, organisation=complained_of).exists()


def faults_of_enquirer(concern: SafeguardingConcern, worker: Worker, organisation: Organisation) -> list[Fault]:
    """What stands against naming somebody to enquire."""
    return _faults_of_named("enquirer", INVESTIGATION, concern, worker, organisation)


def faults_of_one_asked(concern: SafeguardingConcern, worker: Worker, organisation: Organisation) -> list[Fault]:
    """What stands against asking a provider's worker for information."""
    if organisation.kind != Organisation.Kind.PROVIDER:
        return [Fault("lead", "Choose somebody of the provider.")]
    return _faults_of_named("lead", GATHERING, concern, worker, organisation)


def _faults_of_named(
    path: str, function: str, concern: SafeguardingConcern, worker: Worker, organisation: Organisation
) -> list[Fault]:
    today = timezone.localdate()
    if organisation.pk not in (concern.council_id, concern.provider_id):
        return [Fault(path, "Choose somebody of the council, or of the provider that knows the person.")]
    posts = Post.objects.live_on(today).filter(worker=worker, organisation=organisation)
    if organisation.kind == Organisation.Kind.PROVIDER:
        posts = posts.filter(role__in=FUNCTIONS[function].provider_roles)
    else:
        posts = posts.exclude(role__in=ACT_ON_NO_CASE)
    if not posts.exists():
        return [Fault(path, f"{worker} holds no post in {organisation} today that does this.")]
    if organisation.kind == Organisation.Kind.PROVIDER and not _is_authorised(function, organisation, concern):
        return [Fault(path, f"{organisation} is not authorised to do this for the council today.")]
    if concern.person.restricted and not _reads(concern, worker):
        return [Fault(path, f"The record is restricted and {worker} is not named for it: name them there first.")]
    return []


def _is_authorised(function: str, organisation: Organisation, concern: SafeguardingConcern) -> bool:
    today = timezone.localdate()
    given = Authorisation.objects.live_on(today).filter(function=function, organisation=organisation)
    return any(one.is_live_on(today) for one in given.filter(council=concern.council_id))


def _reads(concern: SafeguardingConcern, worker: Worker) -> bool:
    grants = PersonUserObjectPermission.objects.filter(content_object=concern.person_id)
    accounts = Account.objects.filter(worker=worker, is_active=True)
    return grants.filter(permission__codename="read_restricted_record", user__in=accounts).exists()
