"""What audited files say of each function, for the Director's assurance."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from delegation.assurance import Sampled, tell_of_samples
from delegation.models import Organisation
from verification.models import AuditAnswer
from verification.sampling.questions import QUESTIONS, questions_for

FUNCTIONS = tuple(dict.fromkeys(function for question in QUESTIONS for function in question.functions))


def sampled_between(council: Organisation, after: datetime | None, until: datetime) -> Mapping[str, Sampled]:
    """How many files audited between two moments were evidence for each function, and in how many it was not met.

    A file counts at the moment its audit was last saved. One query, however many functions and files.
    """
    answers = AuditAnswer.objects.filter(audit__council=council, audit__audited_at__lt=until)
    if after:
        answers = answers.filter(audit__audited_at__gt=after)
    counted = answers.exclude(answer="does_not_apply").aggregate(**_counts())
    href = reverse("verification:samples")
    return {
        function: Sampled(
            files=counted[f"{function}_files"],
            partly=counted[f"{function}_partly"],
            not_met=counted[f"{function}_not_met"],
            href=href,
        )
        for function in FUNCTIONS
    }


def _counts() -> dict[str, Any]:
    """Files, and not answers: a file in which two questions of one function were not met counts once."""
    found: dict[str, Any] = {}
    for function in FUNCTIONS:
        asked = Q(question__in=questions_for(function))
        found[f"{function}_files"] = Count("audit", distinct=True, filter=asked)
        found[f"{function}_partly"] = Count("audit", distinct=True, filter=asked & Q(answer="partly"))
        found[f"{function}_not_met"] = Count("audit", distinct=True, filter=asked & Q(answer="not_met"))
    return found


tell_of_samples(sampled_between)
