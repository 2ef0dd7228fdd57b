"""What the guard is asked before an act on a direct payment: which side, and who may not decide."""

from dataclasses import replace

from delegation.authority import Permission, Question
from delegation.models import Account, Organisation
from delegation.records import post_in, question_about
from delegation.refusals import Refused
from delegation.schedule import FUNCTIONS
from verification.models import DirectPayment

KIND = "direct_payment"
FUNCTION = "direct_payment_decision"
# s.33(4)-(5): what takes the money back is decided by the council.
OF_THE_COUNCIL = frozenset({"terminate_direct_payment", "require_repayment"})


# What whoever sells the care does not do (the condition of the council's schedule on direct payments).
NOT_BY_THE_SELLER = frozenset({"approve_direct_payment", "refuse_direct_payment", "review_direct_payment"})


class SellsTheCare(Refused):
    """The provider sells the care that the payment would buy, and decides nothing about it."""


class SellerNotKnown(Refused):
    """It is not known who sells the care: it could be the provider, and the council decides."""


def payment_question(verb: str, by: Account, council: Organisation, provider: Organisation, ref: str = "") -> Question:
    """The question for an act: of the council, or of the authorised provider whose caseload it is."""
    asked = question_about(verb, by, council, subject_kind=KIND, subject=ref)
    if verb in OF_THE_COUNCIL or post_in(by, provider, council) is None:
        return asked
    return replace(asked, side="provider", roles=FUNCTIONS[FUNCTION].provider_roles, organisation_id=provider.pk)


def question_of(verb: str, by: Account, held: DirectPayment) -> Question:
    """The question for an act on a payment that is there."""
    return payment_question(verb, by, held.council, held.provider, held.ref)


def check_not_own_care(permission: Permission, held: DirectPayment) -> None:
    """Raise where the one who decides works for whom the payment would buy care from, or might.

    Raises: SellsTheCare; SellerNotKnown for a provider where it is not known yet who sells the care.
    Source: the condition of the council's schedule on direct payments.
    """
    organisation_id = permission.post.organisation_id
    if held.seller_id is not None and organisation_id == held.seller_id:
        raise SellsTheCare(
            f"{held.seller} sells the care this payment would buy, and does not decide on its own services.",
            question=permission.question,
            who_may="The council decides it.",
        )
    if is_for_the_council(held) and organisation_id != held.council_id:
        raise SellerNotKnown(
            "It is not known yet who sells the care this payment would buy, so no provider decides on it.",
            question=permission.question,
            who_may="The council decides it.",
        )


def is_for_the_council(held: DirectPayment) -> bool:
    """Whether only the council decides, because nobody knows yet who sells the care."""
    return held.sold_by == DirectPayment.SoldBy.UNKNOWN


def might_sell(by: Account, held: DirectPayment) -> bool:
    """Whether this person works for the provider of the payment, and that sells the care or might."""
    could = is_for_the_council(held) or held.seller_id == held.provider_id
    return could and post_in(by, held.provider, held.council) is not None
