"""Who or what a concern is about: what may be said of it, and how it is put right once more is known.

Source: Care Act 2014 s.42(2); schedule, "Safeguarding: carrying out the enquiry".
"""

from casework.details import unfit_text
from casework.models import SafeguardingConcern, SafeguardingEnquiry
from casework.refusals import refuse_faults
from casework.safeguarding.asking import ask, check_state, lock_concern, refuse_managed_in_a_provider
from casework.safeguarding.beginning import SUBJECT
from casework.safeguarding.enquirers import is_of_those_complained_of
from casework.safeguarding.words import faults_of_text
from delegation.models import Account, Organisation
from delegation.refusals import Fault
from delegation.register import act, keep, record

About = SafeguardingConcern.About
State = SafeguardingConcern.State
LONGEST_NAME = 200


@act
def record_who_it_is_about(
    *,
    by: Account,
    concern: str,
    about: str,
    because: str,
    about_organisation: Organisation | None = None,
    about_whom: str = "",
    despite_that_because: str = "",
) -> SafeguardingConcern:
    """Record who or what an open concern is now held to be about; only the council's own manager does.

    Whoever enquires, or has enquired, and turns out to be of those complained of goes on only with a reason.
    Args: who or what, and what came to light; why the enquirer goes on all the same, where they are of those.

    Raises:
        WrongState: the concern is ended.
        ManagedInAProvider: the one who records it holds a post outside the council.
        NotKept: with every fault, among them that the enquirer is of those complained of and no reason is given.
    Source: Care Act 2014 s.42(2); schedule, "Safeguarding: carrying out the enquiry".
    """
    held = lock_concern(concern)
    permission = ask("record_who_it_is_about", held, by)
    check_state(held, "record_who_it_is_about")
    refuse_managed_in_a_provider(by)
    before = (held.about, held.about_organisation, held.about_whom)
    now = (about, about_organisation, about_whom.strip())
    faults = faults_of_about(held.council, *now)
    faults += faults_of_text(because=because, optional={"despite_that_because": despite_that_because})
    if now == before and not faults:
        faults.append(Fault("about", "This is what is recorded already: change it, or leave the page."))
    held.about, held.about_organisation, held.about_whom = now
    enquiry = held.enquiries.select_related("enquirer", "organisation").filter(live=True).first()
    if enquiry and not faults:
        faults += _weigh_enquirer(held, enquiry, despite_that_because.strip())
    refuse_faults(faults, "Who the concern is about cannot be recorded yet")
    keep(held, by=by, why=because.strip())
    if enquiry:
        keep(enquiry, by=by, why=because.strip())
    detail: dict[str, object] = {
        "about": about,
        "organisation": about_organisation.key if about_organisation else "",
    }
    if enquiry:
        detail |= {"enquiry": enquiry.ref, "of_those_complained_of": enquiry.is_of_those_complained_of}
    record(permission, subject_kind=SUBJECT, subject=held.ref, reason=because.strip(), detail=detail)
    return held


def _weigh_enquirer(concern: SafeguardingConcern, enquiry: SafeguardingEnquiry, because: str) -> list[Fault]:
    """Say on the enquiry whether the enquirer is of those complained of; a fault where they are and nobody said why."""
    complained_of = is_of_those_complained_of(concern, enquiry.enquirer, enquiry.organisation)
    enquiry.is_of_those_complained_of = complained_of
    enquiry.despite_that_because = because if complained_of else ""
    if not complained_of or because:
        return []
    who = f"{enquiry.enquirer} of {enquiry.organisation} is of those complained of"
    instead = {
        State.UNDER_ENQUIRY: "write why they go on with the enquiry, or name another to enquire first.",
        State.AWAITING_SCRUTINY: "write why what they found may stand, or send it back and name another first.",
    }
    what = instead.get(State(concern.state), "write why what they found may stand.")
    return [Fault("despite_that_because", f"{who}: {what}")]


def faults_of_about(council: Organisation, about: str, organisation: Organisation | None, whom: str) -> list[Fault]:
    """What stands against who a concern is said to be about."""
    if about not in About.values:
        return [Fault("about", "Choose who it is about.")]
    if organisation and organisation.answerable_council_id != council.pk:
        return [Fault("about_organisation", "Choose an organisation of this council, or write its name.")]
    if len(whom.strip()) > LONGEST_NAME or unfit_text(whom):
        return [Fault("about_whom", f"A name has at most {LONGEST_NAME} letters that can be kept.")]
    named = bool(organisation or whom.strip())
    if about in (About.ORGANISATION, About.NAMED_PERSON) and not named:
        return [Fault("about_whom", "Say which organisation, or who.")]
    if about in (About.NOT_KNOWN, About.NOBODY_ELSE) and named:
        return [Fault("about", "You named somebody: choose an organisation or another person.")]
    return []
