"""The way from a plan to its direct payment, for the page of its money."""

from django.urls import reverse

from casework.models import SupportPlan
from delegation.authority import would_permit
from delegation.models import Account
from delegation.refusals import Refused
from delegation.views.records import Next
from verification.direct_payments.asking import payment_question
from verification.direct_payments.services import LIVE, RUNNING
from verification.models import DirectPayment


def way_to_payment(plan: SupportPlan, account: Account) -> Next | None:
    """The payment of a plan that has one, or the page that asks for it, to whoever may; else nothing."""
    if not plan.direct_payment_amount:
        return None
    held = DirectPayment.objects.filter(plan=plan, state__in=LIVE).first()
    if held is not None:
        return Next(text=f"Direct payment {held.ref}", href=reverse("verification:direct_payment", args=[held.ref]))
    question = payment_question("request_direct_payment", account, plan.council, plan.provider)
    if plan.state not in RUNNING or isinstance(would_permit(question), Refused):
        return None
    return Next(text="Ask for the direct payment", href=reverse("verification:request_direct_payment", args=[plan.ref]))
