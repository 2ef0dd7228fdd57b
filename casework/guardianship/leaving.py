"""A guardianship leaves the council: to another council, or to a hospital with what admission for treatment asks.

Source: Mental Health Act 1983 ss.3(3), 12, 19; SI 2008/1184 reg 8 (what it asks of a transfer to hospital is general
knowledge).
"""

from dataclasses import asdict
from datetime import date

from django.utils import timezone

from casework.details import field_faults
from casework.guardianship.applying import RECOMMENDED
from casework.guardianship.details import HospitalDetails
from casework.guardianship.hospital import MUST_BE_SAID, Admission, why_not_moved
from casework.guardianship.lock import KIND, ask, check_in_force, end, lock_guardianship, say
from casework.guardianship.words import AWAY
from casework.models import Guardianship, GuardianshipTransfer, TransferRecommendation
from casework.refusals import refuse_faults
from delegation.amhp.naming import refuse_unless_amhp_in_force
from delegation.models import Account, AmhpApproval
from delegation.refusals import Fault
from delegation.register import act, keep, keep_many, record

REFUSED = "This transfer cannot be agreed"
HOSPITAL_TEXTS = ("recommended_on", "why_no_acquaintance", "managers_agreed_by", "arrangements")
HOSPITAL_DAYS = ("applied_on", "managers_agreed_on")


@act
def transfer_guardianship_away(
    *,
    by: Account,
    guardianship: str,
    to: str,
    to_name: str,
    moved_on: date,
    because: str,
    council_agreed_by: str = "",
    council_agreed_on: date | None = None,
    hospital: HospitalDetails | None = None,
) -> GuardianshipTransfer:
    """Agree to a transfer to another council or to a hospital, after which it is no longer this council's.

    Another council agrees by the day of the transfer, and it is named who agreed for it.
    To a hospital an AMHP applies, in force on that day, on two medical recommendations as for admission for treatment;
    the hospital's managers agree, and the person is admitted within fourteen days of the later examination. Whoever
    applied does not agree for the council. Raises SameHands, NotQualified, NotKept.
    Source: s.19(1); SI 2008/1184 reg 8 (what it asks of a hospital: general knowledge).
    """
    held = lock_guardianship(guardianship)
    applicant = AmhpApproval.objects.filter(ref=hospital.amhp).first() if to == "hospital" and hospital else None
    permission = ask("transfer_guardianship_away", held, by, applicant)
    check_in_force(held, moved_on)
    words = say(because, "Write why it is transferred.")
    transfer = GuardianshipTransfer(
        guardianship=held,
        to=to,
        to_name=to_name.strip(),
        moved_on=moved_on,
        council_agreed_by=council_agreed_by.strip() if to == "council" else "",
        council_agreed_on=council_agreed_on if to == "council" else None,
        agreed_at=timezone.now(),
        agreed_by=by,
    )
    doctors = _founded_on(held, transfer, hospital)
    keep(transfer, by=by, why=words)
    keep_many(doctors, by=by, why="received")
    end(held, "transferred", f"to_{to}", moved_on, by=by, because=words)
    detail = {"to": to, "moved_on": moved_on, "amhp": transfer.amhp.ref if transfer.amhp else ""}
    record(permission, subject_kind=KIND, subject=held.ref, reason=words, detail=detail)
    return transfer


def _founded_on(
    held: Guardianship, transfer: GuardianshipTransfer, hospital: HospitalDetails | None
) -> list[TransferRecommendation]:
    """The recommendations of a transfer to hospital, none of another; raises with every fault of either."""
    faults = field_faults(transfer, ["to_name"])
    if transfer.to not in AWAY:
        faults.append(Fault("to", "Choose where it goes."))
    if transfer.to != "hospital":
        refuse_faults(faults + _council_faults(transfer), REFUSED)
        return []
    if hospital is None:
        faults += [Fault(path, sentence) for path, sentence in MUST_BE_SAID.items()]
        refuse_faults(faults, REFUSED)
        return []
    doctors = _told(transfer, hospital)
    refuse_faults(faults + _form_faults(transfer, doctors, hospital), REFUSED)
    admission = Admission(
        applied_on=hospital.applied_on,
        recommendations=[each.told for each in doctors],
        managers_agreed_on=hospital.managers_agreed_on,
        moved_on=transfer.moved_on,
        why_no_acquaintance=hospital.why_no_acquaintance,
        others=_others(held, hospital),
    )
    refuse_faults([Fault(path, sentence) for path, sentence in why_not_moved(admission)], REFUSED)
    transfer.amhp = refuse_unless_amhp_in_force(hospital.amhp, held.council, hospital.applied_on)
    return doctors


def _others(held: Guardianship, hospital: HospitalDetails) -> dict[str, str]:
    """Who else has a part in the transfer, by what they are to it: none of them is one of the doctors."""
    applicant = AmhpApproval.objects.filter(ref=hospital.amhp).values_list("worker__name", flat=True).first()
    return {"the applicant": applicant or "", "the nearest relative": held.nearest_relative_name}


def _council_faults(transfer: GuardianshipTransfer) -> list[Fault]:
    """What of another council's agreement is missing, or cannot be. Source: s.19; reg 8 (Form G7)."""
    faults = field_faults(transfer, ["council_agreed_by"])
    if not transfer.council_agreed_by:
        faults.append(Fault("council_agreed_by", "Name who agreed for the other council (s.19; reg 8)."))
    if transfer.council_agreed_on is None:
        faults.append(Fault("council_agreed_on", "Say on which day the other council agreed (s.19; reg 8)."))
    elif transfer.council_agreed_on > transfer.moved_on:
        faults.append(Fault("council_agreed_on", "The other council agrees by the day of the transfer (s.19; reg 8)."))
    return faults


def _told(transfer: GuardianshipTransfer, hospital: HospitalDetails) -> list[TransferRecommendation]:
    """The transfer filled with what is told of the hospital, and its recommendations, not yet saved."""
    for name in HOSPITAL_TEXTS:
        setattr(transfer, name, getattr(hospital, name).strip())
    for name in HOSPITAL_DAYS:
        setattr(transfer, name, getattr(hospital, name))
    return [
        TransferRecommendation(transfer=transfer, number=number, **asdict(each))
        for number, each in enumerate(hospital.recommendations, 1)
    ]


def _form_faults(
    transfer: GuardianshipTransfer, doctors: list[TransferRecommendation], hospital: HospitalDetails
) -> list[Fault]:
    faults = field_faults(transfer, HOSPITAL_TEXTS)
    told = {name: getattr(transfer, name) for name in (*HOSPITAL_TEXTS, *HOSPITAL_DAYS)} | {"amhp": hospital.amhp}
    faults += [Fault(path, sentence) for path, sentence in MUST_BE_SAID.items() if not told[path]]
    for each in doctors:
        faults += field_faults(each, RECOMMENDED, f"doctor_{each.number}_")
    return faults
