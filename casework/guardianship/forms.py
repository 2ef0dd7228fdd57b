"""The forms of guardianship."""

from collections.abc import Iterable
from typing import Any

from django import forms

from casework.forms.fields import CaseworkForm, Group, Passage, short, yes_or_no
from casework.guardianship.details import (
    ApplicationDetails,
    GuardianDetails,
    ReceptionDetails,
    RecommendationDetails,
    RenewalDetails,
    VisitDetails,
)
from casework.guardianship.words import (
    ACTING,
    APPLICANTS,
    CHANGES,
    CLINICIANS,
    DISCHARGED_BY_OTHERS,
    GUARDIANS,
    NOTICES,
    OTHER_ENDINGS,
    PAPERS,
    RECEIVED,
    VISITORS,
)
from delegation.govuk import DayField, Radios
from delegation.models import AmhpApproval
from delegation.wording import long_day

MEMBERS = ("member_1", "member_2", "member_3", "member_4", "member_5")
TIES = ("is_relative", "has_business_tie", "has_professional_tie")
GUARDIAN_FIELDS = (
    "kind",
    "name",
    "address",
    "relationship",
    "lives_here",
    "willing_on",
    "is_fit",
    "fit_because",
)


def chosen(words: Iterable[tuple[str, str]], label: str, **options: Any) -> forms.ChoiceField:
    """One of a list of words, as radio buttons."""
    return forms.ChoiceField(label=label, choices=list(words), widget=Radios(), **options)


def amhp_field(**options: Any) -> forms.ChoiceField:
    """An AMHP in force, by the reference of the approval; the form gives the names."""
    return forms.ChoiceField(label="Approved mental health professional", required=False, **options)


class GuardianForm(CaseworkForm):
    """Who is to be guardian; a private guardian's own part is asked where there is one."""

    kind = chosen(GUARDIANS.items(), "Who is to be guardian")
    name = forms.CharField(label="Private guardian’s name", required=False, max_length=200, widget=short(20))
    address = Passage(label="Private guardian’s address", required=False, rows=3)
    relationship = forms.CharField(label="Who they are to the person", required=False, max_length=100, widget=short(20))
    lives_here = yes_or_no(label="Do they live in this council’s area?", required=False)
    willing_on = DayField(label="Their statement that they are willing is of", required=False)
    is_fit = yes_or_no(label="Did the council find that they can act as guardian?", required=False)
    fit_because = Passage(label="How the council found it", required=False, rows=3)

    def guardian(self) -> GuardianDetails:
        """What was typed of the guardian."""
        told = {name: self.cleaned_data[name] for name in GUARDIAN_FIELDS}
        told |= {name: bool(told[name]) for name in ("lives_here", "is_fit")}
        return GuardianDetails(**told)


GUARDIAN = Group(
    title="The guardian",
    fields=GUARDIAN_FIELDS,
    hint="The council itself, or somebody who said in writing that they are willing (s.7(5)).",
)


def recommendation_fields(number: int, *, required: bool = True) -> dict[str, forms.Field]:
    """What is asked of one medical recommendation."""
    asked: dict[str, forms.Field] = {
        "doctor": forms.CharField(label="Doctor", max_length=200, widget=short(20), required=required),
        "examined_on": DayField(label="Examined on", required=required),
        "signed_on": DayField(label="Signed on", required=required),
        "is_section_12": yes_or_no(label="Is the doctor approved under section 12?", required=required),
        "is_acquainted": yes_or_no(label="Did the doctor know the person before?", required=required),
        "is_relative": yes_or_no(
            label="Is the doctor related to the person, the applicant or the other doctor?", required=required
        ),
        "has_business_tie": yes_or_no(label="Have they a business or financial interest with any?", required=required),
        "has_professional_tie": yes_or_no(label="Does any of them direct the work of another?", required=required),
    }
    return {f"doctor_{number}_{name}": field for name, field in asked.items()}


RECOMMENDATIONS = {number: tuple(recommendation_fields(number)) for number in (1, 2)}


class ApplicationForm(GuardianForm):
    """An application with its two recommendations and the guardian named."""

    received_on = DayField(label="Received by the council on")
    applicant = chosen(APPLICANTS.items(), "Who applies")
    amhp = amhp_field(help_text="In force on the day of the application.")
    applicant_name = forms.CharField(
        label="Or the nearest relative’s name, where they apply", required=False, max_length=200, widget=short(20)
    )
    applied_on = DayField(label="Application made on")
    seen_on = DayField(label="The applicant last saw the person on", help_text="Within the 14 days before: s.11(5).")
    grounds = Passage(label="Why it is necessary, for their welfare or to protect others")
    is_learning_disability = yes_or_no(label="Is the disorder a learning disability alone?")
    has_serious_conduct = yes_or_no(
        label="With abnormally aggressive or seriously irresponsible conduct?", required=False
    )
    nearest_relative_name = forms.CharField(label="Nearest relative", required=False, max_length=200, widget=short(20))
    nearest_relative_consulted_on = DayField(label="Consulted by the AMHP on", required=False)
    nearest_relative_not_consulted_because = Passage(label="Or why they were not consulted", required=False, rows=2)
    nearest_relative_objects = yes_or_no(label="Do they object?")
    why_no_acquaintance = Passage(
        label="Why neither doctor knew the person before", required=False, rows=2, help_text="Where neither did."
    )
    groups = (
        Group(
            title="The application",
            fields=(
                "received_on",
                "applicant",
                "amhp",
                "applicant_name",
                "applied_on",
                "seen_on",
                "grounds",
                "is_learning_disability",
                "has_serious_conduct",
            ),
            hint="Form G1 or G2.",
        ),
        Group(
            title="The nearest relative",
            fields=(
                "nearest_relative_name",
                "nearest_relative_consulted_on",
                "nearest_relative_not_consulted_because",
                "nearest_relative_objects",
            ),
            hint="An AMHP consults them, and does not apply over their objection (s.11(4)).",
        ),
        Group(title="First medical recommendation", fields=RECOMMENDATIONS[1], hint="Form G3 or G4."),
        Group(title="Second medical recommendation", fields=(*RECOMMENDATIONS[2], "why_no_acquaintance")),
        GUARDIAN,
    )

    def __init__(self, *args: Any, amhps: Iterable[AmhpApproval] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in (1, 2):
            self.fields.update(recommendation_fields(number))
        self.fields["amhp"].choices = named(amhps)  # type: ignore[attr-defined]

    def details(self) -> ApplicationDetails:
        """What was typed."""
        typed = self.cleaned_data
        names = set(ApplicationDetails.__dataclass_fields__) - {"guardian", "recommendations"}
        told = {name: typed[name] for name in names}
        told |= {name: bool(told[name]) for name in ("is_learning_disability", "has_serious_conduct")}
        return ApplicationDetails(**told, guardian=self.guardian(), recommendations=recommended(typed))


def recommended(typed: dict[str, Any]) -> tuple[RecommendationDetails, RecommendationDetails]:
    """The two recommendations as they were typed."""
    names = RecommendationDetails.__dataclass_fields__
    one, two = ({name: typed[f"doctor_{number}_{name}"] for name in names} for number in (1, 2))
    return RecommendationDetails(**one), RecommendationDetails(**two)


def named(amhps: Iterable[AmhpApproval]) -> list[tuple[str, str]]:
    """The AMHPs to choose from, or none of them."""
    return [("", "None"), *((each.ref, _named(each)) for each in amhps)]


def _named(approval: AmhpApproval) -> str:
    """The AMHP with the days between which they may have been in force."""
    ends = (approval.last_day, approval.ended_on, approval.registration.live_to)
    until = min(day for day in ends if day)
    suspended = ", now suspended" if approval.state == "suspended" else ""
    days = f"{long_day(approval.decided_on)} to {long_day(until)}"
    return f"{approval.worker.name}, {approval.ref}, approved {days}{suspended}"


class ReceptionForm(GuardianForm):
    """A guardianship that began elsewhere."""

    origin = chosen(RECEIVED.items(), "How it comes here")
    from_name = forms.CharField(label="Court, council or hospital", max_length=200, widget=short(20))
    began_on = DayField(
        label="Began on", help_text="The day of the order, of the first acceptance, or of admission to the hospital."
    )
    received_on = DayField(label="Received by the council on")
    groups = (Group(title="Where it comes from", fields=("origin", "from_name", "began_on", "received_on")), GUARDIAN)

    def details(self) -> ReceptionDetails:
        """What was typed."""
        told = {name: self.cleaned_data[name] for name in ("origin", "from_name", "began_on", "received_on")}
        return ReceptionDetails(**told, guardian=self.guardian())


class AcceptForm(CaseworkForm):
    """The day of acceptance."""

    accepted_on = DayField(label="Accepted on")
    signed_in = forms.CharField(
        label="Where Form G5 is kept",
        required=False,
        max_length=200,
        help_text="Where it was signed on an earlier day than this.",
    )


class BecauseForm(CaseworkForm):
    """One act, and its reasons."""

    because = Passage(label="Reasons", rows=4)


class AmendmentForm(CaseworkForm):
    """Which paper was mended, what was wrong with it, by whom and when."""

    paper = chosen(PAPERS.items(), "Paper")
    defect = Passage(label="What was incorrect or defective", rows=3)
    amended_on = DayField(label="Amended on")
    amended_by_name = forms.CharField(label="By whoever signed it", max_length=200, widget=short(20))


class RenewalForm(CaseworkForm):
    """The report that renews (Form G9)."""

    clinician = chosen(CLINICIANS.items(), "Who reports")
    clinician_name = forms.CharField(label="Name", max_length=200, widget=short(20))
    examined_on = DayField(label="Examined on")
    signed_on = DayField(label="Report made on")
    received_on = DayField(label="Received by the council on")
    reasons = Passage(label="Why guardianship is still necessary", rows=3)

    def details(self) -> RenewalDetails:
        """What was typed."""
        return RenewalDetails(**self.cleaned_data)


class VisitForm(CaseworkForm):
    """A visit."""

    visited_on = DayField(label="Visited on")
    visitor = chosen(VISITORS.items(), "Who visited")
    visitor_name = forms.CharField(label="Name", max_length=200, widget=short(20))
    findings = Passage(label="What was found")

    def details(self) -> VisitDetails:
        """What was typed."""
        return VisitDetails(**self.cleaned_data)


class AttendantForm(CaseworkForm):
    """Whom the private guardian appointed as medical attendant."""

    name = forms.CharField(label="Medical attendant", max_length=200, widget=short(20))
    address = Passage(label="Address", required=False, rows=3)
    told_on = DayField(label="The guardian told the council on")


class NoticeForm(CaseworkForm):
    """What the private guardian told."""

    kind = chosen(NOTICES.items(), "What they told")
    happened_on = DayField(label="It happened on")
    told_on = DayField(label="They told the council on")
    says = Passage(label="What they said", rows=3)


class ChangeGuardianForm(GuardianForm):
    """Why the guardian changes, from when, and who is guardian then."""

    why = chosen(CHANGES.items(), "Why")
    on = DayField(label="First day of the new guardian")
    because = Passage(label="What brought it about", rows=3)
    groups = (Group(title="What happened", fields=("why", "on", "because")), GUARDIAN)


class ActingForm(CaseworkForm):
    """Who acts for the private guardian, since when, and why."""

    kind = chosen(ACTING.items(), "Who acts for the guardian")
    name = forms.CharField(label="Name, where the council approved somebody", required=False, max_length=200)
    address = Passage(label="Their address", required=False, rows=3)
    from_day = DayField(label="First day of acting")
    because = Passage(label="What keeps the guardian from acting", rows=3)


class EndActingForm(CaseworkForm):
    """Since when nobody acts for the guardian any more, and why."""

    on = DayField(label="Last day of acting")
    because = Passage(label="Why it ends", rows=3)


class DisplacementForm(CaseworkForm):
    """Which court put another in the place of the nearest relative."""

    on = DayField(label="Order made on")
    court = forms.CharField(label="County court", max_length=200, widget=short(20))


class AbsenceForm(CaseworkForm):
    """Since when."""

    left_on = DayField(label="Absent since")


class ReturnForm(CaseworkForm):
    """Since when the person is back."""

    returned_on = DayField(label="Returned on")


class ReportOfReturnForm(CaseworkForm):
    """The report on Form G10."""

    reported_on = DayField(label="Received on")
    clinician_name = forms.CharField(label="Clinician", max_length=200, widget=short(20))


class DischargeForm(CaseworkForm):
    """The members who agree, as what they sit, and why."""

    ordered_on = DayField(label="Ordered on")
    sitting_as = forms.CharField(
        label="Sitting as", max_length=200, help_text="The committee, or members authorised by the council."
    )
    member_1 = forms.CharField(label="First member who agrees", max_length=200, widget=short(20))
    member_2 = forms.CharField(label="Second member who agrees", max_length=200, widget=short(20))
    member_3 = forms.CharField(label="Third member who agrees", max_length=200, widget=short(20))
    member_4 = forms.CharField(label="Fourth member who agrees", required=False, max_length=200, widget=short(20))
    member_5 = forms.CharField(label="Fifth member who agrees", required=False, max_length=200, widget=short(20))
    reasons = Passage(label="Reasons")

    def field_of(self, path: str) -> str | None:
        """The members are told of at the first of them."""
        return "member_1" if path == "members" else super().field_of(path)

    def members(self) -> list[str]:
        """Those named, in order."""
        return [self.cleaned_data[name] for name in MEMBERS if self.cleaned_data[name]]


class DischargedForm(CaseworkForm):
    """Somebody else's order of discharge."""

    discharged_by = chosen(DISCHARGED_BY_OTHERS.items(), "Whose order")
    ordered_by_name = forms.CharField(label="Name", max_length=200, widget=short(20))
    ordered_on = DayField(label="Ordered on")
    reasons = Passage(label="Reasons")


class NothingForm(CaseworkForm):
    """One act that asks nothing more."""


class EndForm(CaseworkForm):
    """What ended it by law."""

    ending = chosen(OTHER_ENDINGS.items(), "What ended it")
    on = DayField(label="Day it ended")
    because = Passage(label="What shows it", rows=3)
