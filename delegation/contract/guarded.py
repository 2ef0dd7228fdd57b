"""What guards the acts of the contract, and the registers it keeps."""

from datetime import date

from django.urls import reverse

from delegation.assurance import LateWork, OverdueOf, tell_of_overdue
from delegation.contract.flows import WAY_OF_DUE_DILIGENCE
from delegation.contract.rules import SIGNATORIES
from delegation.contract.selectors import OUT_OF_DATE, due_diligences_of, standings_of
from delegation.contract.workforce_rules import POST_KINDS
from delegation.contract.workforce_selectors import red_posts, workforce_troubles
from delegation.counting import Waiting
from delegation.guarded import COUNCIL_STAFF, GuardedAct, tell_of_acts
from delegation.models import Account, Organisation, Post
from delegation.registers import Register, tell_of_register
from delegation.services import OVERSIGHT

DILIGENCE = "due_diligence_sign_off"
# Who commissions for the council: the schedule's own roles of the contract's functions.
COMMISSIONERS = frozenset({"head_of_service", "dass"})
FLOOR, SENIOR_POSTS = "minimum_workforce_fte", "senior_social_care_posts"
# Who declares a provider's workforce, and who answers for its named posts: the schedule's own roles.
DECLARERS = frozenset({"provider_manager", "data_officer"})
PROVIDER_MANAGERS = frozenset({"provider_manager"})


def _of(verb: str, function: str, roles: frozenset[str], side: str = "council") -> GuardedAct:
    return GuardedAct(verb=verb, function=function, side=side, roles=roles)


tell_of_acts(
    (
        _of("open_due_diligence", DILIGENCE, COMMISSIONERS),
        # Being named to the team is the authority; the service asks for it.
        _of("enter_due_diligence_evidence", DILIGENCE, COUNCIL_STAFF),
        _of("score_due_diligence", DILIGENCE, COUNCIL_STAFF),
        _of("sign_due_diligence", DILIGENCE, SIGNATORIES),
        _of("set_contract_target", OVERSIGHT, COMMISSIONERS),
        _of("set_workforce_minimum", FLOOR, COMMISSIONERS),
        _of("declare_workforce", FLOOR, DECLARERS, side="provider"),
        # Of the principal social worker the service asks for that post's own function, which is the Director's.
        _of("name_senior_post", SENIOR_POSTS, COMMISSIONERS),
        _of("end_senior_post", SENIOR_POSTS, COMMISSIONERS),
        _of("fill_senior_post", SENIOR_POSTS, PROVIDER_MANAGERS, side="provider"),
        _of("vacate_senior_post", SENIOR_POSTS, PROVIDER_MANAGERS, side="provider"),
        _of("cover_senior_post", SENIOR_POSTS, PROVIDER_MANAGERS, side="provider"),
    )
)


def is_council_staff(account: Account, council: Organisation) -> bool:
    """Whether somebody works in the council itself; the page asks again who is in post today."""
    return Post.objects.filter(worker=account.worker_id, organisation=council).exists()


def _due_diligence(council: Organisation, on: date) -> Waiting:
    """Open ones wait; a provider whose last signed one is out of date is late. Two queries."""
    standings = standings_of(due_diligences_of(council), on)
    last: dict[int, str] = {}
    for one in standings:
        if one.diligence.signed_on:
            last.setdefault(one.diligence.organisation_id, one.state)
    waiting = sum(one.diligence.signed_on is None for one in standings)
    return Waiting(open=waiting, late=sum(state == OUT_OF_DATE for state in last.values()))


tell_of_register(
    Register(
        key="due_diligence",
        title="Due diligence",
        says="Before anything is authorised: nine areas, six evaluators, the strategic director’s signature.",
        function=DILIGENCE,
        sections="Procurement Act 2023; the council's contract rules",
        address="delegation:due_diligences",
        is_open_to=is_council_staff,
        standing=_due_diligence,
        drawn=WAY_OF_DUE_DILIGENCE,
    )
)


def _workforce(council: Organisation, on: date) -> Waiting:
    """Months not declared by their day, and providers whose last return fell short, are late. Two queries."""
    missing, short = workforce_troubles(council, on)
    return Waiting(open=missing + short, late=missing + short)


tell_of_register(
    Register(
        key="workforce",
        title="Workforce of the providers",
        says="What the contract asks of each role, what was declared and counted, and the named posts.",
        function=FLOOR,
        sections="Contract specification; statutory guidance 1.27-1.31",
        address="delegation:workforce",
        is_open_to=is_council_staff,
        standing=_workforce,
    )
)


def _vacancies(kinds: tuple[str, ...]) -> OverdueOf:
    """Counts the posts of some kinds vacant too long with no cover, or held without the registration they ask."""

    def count(council: Organisation, on: date) -> LateWork:
        number = Waiting(late=red_posts(council, kinds, on))
        things = (
            "post is vacant over 30 days without cover, or held without live registration, and",
            "posts are vacant over 30 days without cover, or held without live registration, and",
        )
        return LateWork(told=number, href=reverse("delegation:workforce"), things=things)

    return count


for _function in sorted({kind.function for kind in POST_KINDS.values()}):
    tell_of_overdue(_function, _vacancies(tuple(key for key, one in POST_KINDS.items() if one.function == _function)))
