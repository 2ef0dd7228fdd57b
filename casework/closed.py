"""Which records of people are closed to somebody, for the register of acts, which knows no people."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from django.db.models import CharField, Model, Q, Value

from casework.models import (
    AfterCare,
    Assessment,
    Charge,
    Complaint,
    Contact,
    CoOperationRequest,
    DolsRequest,
    GrantApplication,
    Guardianship,
    Person,
    PropertyProtection,
    ReviewReferral,
    SafeguardingConcern,
    SupportPlan,
    ThirdPartyRequest,
)
from casework.selectors import readable
from delegation.closed import Subject
from delegation.models import Account

# The kinds a line of the register may be about, each with the way to its person.
KINDS: Mapping[str, tuple[type[Model], str]] = MappingProxyType(
    {
        "person": (Person, ""),
        "plan": (SupportPlan, "person"),
        # The same plan as the council's auditors know it.
        "case_file": (SupportPlan, "person"),
        "assessment": (Assessment, "person"),
        "contact": (Contact, "person"),
        "safeguarding_concern": (SafeguardingConcern, "person"),
        "review_referral": (ReviewReferral, "person"),
        "aftercare": (AfterCare, "person"),
        "charge": (Charge, "person"),
        "dols": (DolsRequest, "person"),
        "complaint": (Complaint, "person"),
        "co_operation_request": (CoOperationRequest, "person"),
        "grant_application": (GrantApplication, "person"),
        "guardianship": (Guardianship, "person"),
        "property_protection": (PropertyProtection, "person"),
        "third_party_request": (ThirdPartyRequest, "person"),
    }
)


def closed_records(account: Account, subjects: Collection[Subject]) -> frozenset[Subject]:
    """Those of the records that are of a restricted person and this account is not named for. One query.

    Source: UK GDPR Art 5(1)(f).
    """
    asked: dict[str, set[str]] = {}
    for kind, ref in subjects:
        if kind in KINDS:
            asked.setdefault(kind, set()).add(ref)
    each = [
        KINDS[kind][0]
        ._default_manager.filter(_of_somebody(KINDS[kind][1]), ~readable(account, KINDS[kind][1]), ref__in=refs)
        .annotate(of_kind=Value(kind, output_field=CharField()))
        .values_list("of_kind", "ref")
        for kind, refs in asked.items()
    ]
    return frozenset(each[0].union(*each[1:], all=True)) if each else frozenset()


def _of_somebody(person: str) -> Q:
    """Records that are about a person at all: a request to co-operate may be general."""
    return Q(**{f"{person}__isnull": False}) if person else Q()
