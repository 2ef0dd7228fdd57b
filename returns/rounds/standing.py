"""How many rounds wait and how many are late, for the page of registers and for the Director."""

from datetime import date

from django.db.models import Q, QuerySet

from delegation.counting import Counting
from delegation.models import Authorisation, Organisation
from returns.models import CollectedFile, ReturnRound


def standing(council: Organisation, on: date) -> list[Counting]:
    """Rounds not yet submitted, and those of them past the council's day."""
    rounds = ReturnRound.objects.filter(council=council).exclude(state="submitted")
    return [Counting(rows=rounds, late=Q(due_on__lt=on))]


def providers_late(council: Organisation, on: date) -> int:
    """How many files of authorised providers are missing from rounds whose day for them is past. Three queries."""
    late = ReturnRound.objects.filter(council=council, state="collecting", cut_off_on__lt=on).values_list(
        "pk", flat=True
    )
    rounds = list(late)
    if not rounds:
        return 0
    providers = {one.pk for one in senders_of(council, on)}
    sent = CollectedFile.objects.filter(round__in=rounds, organisation__in=providers)
    return len(rounds) * len(providers) - len(set(sent.values_list("round", "organisation")))


def senders_of(council: Organisation, on: date) -> QuerySet[Organisation]:
    """The providers the council has authorised to collect data for its returns, live on the day."""
    live = Authorisation.objects.filter(
        Q(to_day=None) | Q(to_day__gte=on),
        Q(revoked_on=None) | Q(revoked_on__gt=on),
        council=council,
        function="statutory_return_data_collection",
        from_day__lte=on,
    )
    return Organisation.objects.filter(pk__in=live.values("organisation")).order_by("name")
