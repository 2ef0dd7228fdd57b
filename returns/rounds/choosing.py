"""A user of the council chooses between our casework and a provider's file, with a reason.

Source: Health and Social Care Act 2012 s.259 directions: what is submitted is the council's own statement.
"""

from django.utils import timezone

from delegation.models import Account
from delegation.refusals import NotFound
from delegation.register import act
from returns.models import ReturnRound, SourceChoice
from returns.rounds.asking import lock, permit_on, say, tell
from returns.rounds.matters_shown import Matter, matters_of
from returns.rounds.refusals import NotAChoice


@act
def choose_source(*, by: Account, round_ref: str, matter: str, chosen: str, reason: str) -> SourceChoice:
    """Choose whose word counts on one matter of a round. Choosing again replaces it for what is compiled afterwards.

    What is compiled, signed or submitted already stays as it is.

    Args:
        matter: the hash by which the page of disagreements names it.
        chosen: casework or file.

    Raises:
        NotFound: the last files of the round do not disagree on that (any more).
        NotAChoice: neither of the two was chosen.
        NothingSaid: no reason is written.
    """
    held = lock(round_ref)
    permission = permit_on("choose_source", by, held)
    found = matter_of(held, matter, by)
    if chosen not in SourceChoice.Chosen.values:
        raise NotAChoice("Choose our casework or the file.")
    why = say(reason, "Write why this one is right.")
    choice = SourceChoice.objects.create(
        round=held,
        matter=matter,
        about=found.about,
        casework_file=found.casework,
        other_file=found.other,
        chosen=chosen,
        reason=why,
        chosen_at=timezone.now(),
        chosen_by=by,
        chosen_in=permission.post,
    )
    files = [found.casework.number, found.other.number]
    tell(
        permission, held, reason=why, detail={"matter": matter, "about": found.about, "chosen": chosen, "files": files}
    )
    return choice


def matter_of(held: ReturnRound, matter: str, by: Account) -> Matter:
    """What the last files of the round disagree on under that hash. Raises NotFound, also of a closed record."""
    found = matters_of(held).one(by, matter)
    if found is None or found.closed:
        raise NotFound("The files of this round do not disagree on that, or no longer.")
    return found
