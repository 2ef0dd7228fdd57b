"""What of safeguarding an organisation has in hand under a function, counted for a change of the schedule.

What it was asked and has not answered does not pass to anybody by itself: the council sees it before the schedule
changes. Source: Care Act 2014 ss.42(2), 79(2)(d).
"""

from collections.abc import Iterable

from casework.models import InformationRequest, SafeguardingConcern, SafeguardingEnquiry
from casework.safeguarding.guarded import CAPTURE, GATHERING, INVESTIGATION
from delegation.models import Organisation
from delegation.schedule_change.effects import Effect, tell_of_effects


def safeguarding_under(council: Organisation, organisation: Organisation, function: str) -> Iterable[Effect]:
    """The concerns not yet seen, the requests not yet answered and the enquiries not yet reported, each by function."""
    if function == CAPTURE:
        yield Effect(
            key="concerns",
            number=SafeguardingConcern.objects.filter(
                council=council, provider=organisation, seen_at__isnull=True
            ).count(),
            one="safeguarding concern it logged, not yet seen by the council",
            many="safeguarding concerns it logged, not yet seen by the council",
        )
    if function == GATHERING:
        asked = InformationRequest.objects.filter(organisation=organisation, answered_on__isnull=True)
        yield Effect(
            key="information_requests",
            number=asked.filter(concern__council=council, concern__due_on__isnull=False).count(),
            one="request for information about a concern that it has not answered",
            many="requests for information about a concern that it has not answered",
        )
    if function == INVESTIGATION:
        caused = SafeguardingEnquiry.objects.filter(organisation=organisation, live=True, reported_on__isnull=True)
        yield Effect(
            key="safeguarding_enquiries",
            number=caused.filter(concern__council=council).count(),
            one="enquiry the council caused it to make, not yet reported",
            many="enquiries the council caused it to make, not yet reported",
        )


tell_of_effects(safeguarding_under)
