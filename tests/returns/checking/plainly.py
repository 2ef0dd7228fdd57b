"""The rules of a row once more, in plain Python, a row at a time, written from the rules' own texts.

It shares nothing with the expressions but the lists of values. It gives the faults of rows as (row, column, rule).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from returns.cld.checking.specification import FIELDS, NAMES, values_of

Fault = tuple[int, str, str]
Row = Mapping[str, str]
EVENTS = ("request", "assessment", "service", "review")
ROUTE = "Request: Route of Access"
LOCAL = "LA Person Unique Identifier"
COSTS = ("Unit Cost", "Cost Frequency (Unit Type)", "Planned units per week")
DATES = tuple(field.name for field in FIELDS if field.kind == "date")
# Rules this way does not go through: forms that only warn, and what only the file as a whole shows.
LEFT_OUT = {
    "CSN003",
    "CSN004",
    "CSN010",
    "CSN014",
    "CSN015",
    "CSN016",
    "CLD002",
    "CLD004",
    "CLD040",
    "CLD068",
    "CLD069",
}
LEFT_OUT |= {"CLD072", "CSN005", "CSN006"}


def faults(rows: Sequence[Row], start: date, end: date, release: int) -> set[Fault]:
    """What is wrong in each row; the first is row 2."""
    found: set[Fault] = set()
    council = _most([row["LA Code"] for row in rows])
    users = {row[LOCAL] for row in rows if row["Client Type"].strip().lower() == "service user"}
    for number, row in enumerate(rows, start=2):
        if not any(row.values()):
            continue
        found |= {(number, column, rule) for column, rule in OneRow(row, start, end, release).faults()}
        if not _blank(row["LA Code"]) and row["LA Code"] != council:
            found.add((number, "LA Code", "CLD001"))
        for column in LINKED:
            if not _blank(row[column]) and row[column] not in users:
                found.add((number, column, "CLD064"))
    return found


LINKED = tuple(f"Adult {number} Linked Person_ID" for number in (1, 2, 3))


def _blank(text: str) -> bool:
    return text.strip() in ("", "NULL")


def _most(texts: Sequence[str]) -> str:
    told = [text for text in texts if not _blank(text)]
    return max(dict.fromkeys(told), key=told.count) if told else ""


def day(text: str) -> date | None:
    """A day as councils write it."""
    forms = [form + time for form in ("%Y-%m-%d", "%d/%m/%Y") for time in ("", " %H:%M:%S", "T%H:%M:%S", " %H:%M")]
    for form in forms:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def is_nhs_number(text: str) -> bool:
    if not re.fullmatch("[0-9]{10}", text):
        return False
    digits = [int(digit) for digit in text]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return {11: 0}.get(check, check) == digits[9]


class OneRow:
    """One row, asked in the words of the rules."""

    def __init__(self, row: Row, start: date, end: date, release: int) -> None:
        self.cells = {name: "" if _blank(row[name]) else row[name] for name in NAMES}
        self.written = row
        self.start, self.end, self.release = start, end, release
        self.event = self.low("Event Type")
        self.client = self.low("Client Type")
        self.by_association = self.client.endswith("known by association")
        self.is_carer = self.client in ("carer", "unpaid carer") or self.by_association
        self.is_user = self.client == "service user"
        self.is_financial = self.low("Assessment Type").startswith("financial assessment")

    def low(self, column: str) -> str:
        return self.cells[column].strip().lower()

    def has(self, column: str) -> bool:
        return self.cells[column] != ""

    def age(self) -> int | None:
        born = day(self.cells["Date of Birth"])
        if born is None:
            return None
        return self.end.year - born.year - ((self.end.month, self.end.day) < (born.month, born.day))

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from self._everyone()
        yield from self._by_client()
        yield from self._writing()
        if not self.by_association:
            yield from self._event()
        yield from self._days()
        yield from self._service()

    def _everyone(self) -> Iterator[tuple[str, str]]:
        for rule, columns in {
            "CLD001": ("LA Code", "Reporting Period Start Date", "Reporting Period End Date"),
            "CLD005": (LOCAL,),
            "CLD006": ("NHS Number",),
            "CLD009": ("Gender",),
            "CLD010": ("Ethnicity",),
            "CLD011": ("Date of Birth",),
            "CLD012": ("Client Type",),
            "CLD013": ("Postcode",),
            "CLD014": ("Accommodation Status",),
            "CLD015": ("Has Unpaid Carer",),
        }.items():
            yield from ((column, rule) for column in columns if not self.has(column))
        for column, asked in (("Reporting Period Start Date", self.start), ("Reporting Period End Date", self.end)):
            told = day(self.cells[column])
            if told is not None and told != asked:
                yield column, "CLD001"
        if self.has(LOCAL) and re.search(r"[^A-Za-z0-9/_.-]", self.cells[LOCAL]):
            yield LOCAL, "CLD005"
        if self.has("NHS Number") and not is_nhs_number(self.cells["NHS Number"]):
            yield "NHS Number", "CLD006"
        if not self.has("NHS Number") and not self.has(LOCAL):
            yield LOCAL, "CLD007"
        age = self.age()
        if age is not None and age > 115:
            yield "Date of Birth", "CLD022"

    def _by_client(self) -> Iterator[tuple[str, str]]:
        if self.event in EVENTS[1:] and not self.has("Primary Support Reason"):
            yield "Primary Support Reason", "CLD016"
        learning = self.low("Primary Support Reason") == "learning disability support"
        age = self.age()
        if self.is_user and learning and age is not None and 18 <= age <= 64 and not self.has("Employment Status"):
            yield "Employment Status", "CLD017"
        if self.has("Client Type") and not self.is_user:
            impaired = ("Autism Spectrum Disorder (ASD)", "Visual Impairment", "Hearing Impairment", "Dementia")
            yield from ((column, "CLD018") for column in impaired if self.has(column))
        financial = self.event == "assessment" and self.is_financial
        if (
            self.is_user
            and (self.event in ("service", "review") or financial)
            and not self.has("Client Funding Status")
        ):
            yield "Client Funding Status", "CLD019"
        if self.has("Client Type") and not self.is_carer:
            told = ("Total Hrs Caring per week", "No. of adults being cared for")
            yield from ((column, "CLD065") for column in told if self.has(column))
            yield from ((column, "CLD064") for column in LINKED if self.has(column))
        for place, column in enumerate(LINKED):
            others = [self.cells[LOCAL], *(self.cells[other] for other in LINKED[:place])]
            if self.has(column) and self.cells[column] in others:
                yield column, "CSN013"
        adults = "No. of adults being cared for"
        if self.has(adults) and not re.fullmatch("[0-9]{1,3}", self.cells[adults]):
            yield adults, "CSN011"
        if self.low("Client Funding Status") in (
            "joint health and social care funded",
            "fully health funded",
            "self-funder - metering only",
        ):
            yield "Client Funding Status", "CLD020"

    def _writing(self) -> Iterator[tuple[str, str]]:
        for field in FIELDS:
            text = self.cells[field.name]
            if self.written[field.name] == "NULL":
                yield field.name, "CLD008"
            if text and field.kind == "date" and day(text) is None:
                yield field.name, "CSN001"
            if field.kind == "free" and text[:1] in tuple("=+-@\t\r"):
                yield field.name, "CSN002"
            if text and field.list_name:
                yield from ((field.name, rule) for rule in self._listed(field.list_name, text))
        for column in ("Unit Cost", "Planned units per week"):
            if self.has(column) and not re.fullmatch(r"-?[0-9]{1,16}(\.[0-9]{1,2})?", self.cells[column]):
                yield column, "CLD057"

    def _listed(self, name: str, text: str) -> Iterator[str]:
        values = values_of(name, self.release)
        if not values or _stands_in(text, name, self.release):
            return
        yield "CLD067" if self.release == 2 and _stands_in(text, name, 1) else "CLD066"

    def _event(self) -> Iterator[tuple[str, str]]:
        if not self.has("Event Type") or self.cells["Event Type"] not in ("Request", "Assessment", "Service", "Review"):
            yield "Event Type", "CLD025"
        if not self.has("Event Start Date"):
            yield "Event Start Date", "CLD027"
        completed = self.event in ("request", "assessment", "review")
        if completed and not self.has("Event End Date"):
            yield "Event End Date", "CLD029"
        ended = day(self.cells["Event End Date"])
        if completed and ended is not None and not self.start <= ended <= self.end:
            yield "Event End Date", "CLD030"
        if not (self.event == "assessment" and self.is_financial) and not self.has("Event Outcome"):
            yield "Event Outcome", "CLD041"
        if self.event == "request" and not self.has(ROUTE):
            yield ROUTE, "CLD045"
            if self.is_carer:
                yield ROUTE, "CLD047"
        if self.event in EVENTS[1:] and self.has(ROUTE):
            yield ROUTE, "CLD045"
        yield from self._assessment_and_review()
        for field in FIELDS:
            is_of_one_kind = len(field.used_on) == 1 and field.name != ROUTE
            is_of_another = self.event in EVENTS and self.event != field.used_on[0].lower()
            if is_of_one_kind and is_of_another and self.has(field.name):
                yield field.name, "CSN012"

    def _assessment_and_review(self) -> Iterator[tuple[str, str]]:
        if self.event == "assessment":
            if not self.has("Assessment Type"):
                yield "Assessment Type", "CLD048"
            if not self.is_financial:
                for column, rule in (("Method of Assessment", "CLD049"), ("Eligible Needs Identified", "CLD050")):
                    if not self.has(column):
                        yield column, rule
        if self.event == "review":
            for column, rule in (("Review Reason", "CLD060"), ("Method of Review", "CLD061")):
                if not self.has(column):
                    yield column, rule
            if self.low("Review Reason").startswith("planned") and not self.has("Review Outcomes Achieved"):
                yield "Review Outcomes Achieved", "CLD062"
            if self.is_carer and not self.has("Review Reason"):
                yield "Review Reason", "CLD063"

    def _days(self) -> Iterator[tuple[str, str]]:
        began, ended = day(self.cells["Event Start Date"]), day(self.cells["Event End Date"])
        born, died = day(self.cells["Date of Birth"]), day(self.cells["Date of Death"])
        if began and ended and ended < began:
            yield "Event End Date", "CLD028"
        if born and died and died < born:
            yield "Date of Death", "CSN007"
        if born and born > self.end:
            yield "Date of Birth", "CSN007"
        if born and began and began < born:
            yield "Event Start Date", "CSN008"
        if died and began and began > died:
            yield "Event Start Date", "CSN009"
        if self.by_association:
            told = [field.name for field in FIELDS if len(field.used_on) == 1 or field.name.startswith("Event ")]
            yield from ((column, "CLD026") for column in told if self.has(column))
            return
        open_after = self.has("Date of Death") and self.event == "service" and not self.has("Event End Date")
        if open_after:
            yield "Event End Date", "CLD032"
        if open_after or (died and ended and ended > died):
            yield "Event End Date", "CLD021"
        if self.event == "service" and began and began > self.end:
            yield "Event Start Date", "CLD031"
        if self.event == "service" and ended and ended < self.start:
            yield "Event End Date", "CLD031"

    def _service(self) -> Iterator[tuple[str, str]]:
        outcome, words = self.low("Event Outcome"), self.cells["Event Description"].lower()
        cancelled = re.search(r"\bcancell?ed\b", words)
        began, ended = day(self.cells["Event Start Date"]), day(self.cells["Event End Date"])
        if re.search(r"[;|\n]", self.cells["Event Outcome"]):
            yield "Event Outcome", "CLD042"
        if self.event == "review" and outcome == "provision of service":
            yield "Event Outcome", "CLD044"
        if cancelled and self.event in ("request", "assessment", "review"):
            yield "Event Description", "CLD035"
        unwanted = (
            r"\b(dols|deprivation of liberty|safeguarding enquiry|section 42|mental capacity act|mental health act)\b"
        )
        if re.search(unwanted, words):
            yield "Event Description", "CLD037"
        if self.event != "service":
            return
        is_open = not self.has("Event End Date")
        if cancelled and (is_open or (began and ended and began >= ended)):
            yield "Event Description", "CLD034"
        if is_open and outcome and outcome not in ("provision of service", "continuation of support or services"):
            yield "Event Outcome", "CLD043"
        if not self.by_association:
            yield from self._kind_of_service()

    def _kind_of_service(self) -> Iterator[tuple[str, str]]:
        kind, component = self.low("Service Type"), self.low("Service Component")
        delivery, funding = self.low("Delivery Mechanism"), self.low("Client Funding Status")
        for column in ("Service Type", "Service Component"):
            if not self.has(column):
                yield column, "CLD051"
        if kind and component and _misfit(kind, component):
            yield "Service Component", "CLD052"
        home = kind in ("long term support: nursing care", "long term support: residential care")
        if (kind == "long term support: community" and not delivery) or (home and delivery):
            yield "Delivery Mechanism", "CLD053"
        if component == "direct payment" and delivery != "direct payment":
            yield "Delivery Mechanism", "CLD054"
        if kind == "long term support: prison" and delivery == "direct payment":
            yield "Delivery Mechanism", "CLD055"
        long = kind.startswith(("long term support", "carer support", "unpaid carer support"))
        short = component in (
            "short term residential care",
            "short term nursing care",
            "carer respite",
            "unpaid carer respite",
        )
        if delivery != "cassr commissioned support" and (long or short):
            yield from ((column, "CLD056") for column in COSTS if not self.has(column))
        if self.low(COSTS[1]) in ("per session", "hourly", "daily") and not self.has(COSTS[2]):
            yield COSTS[2], "CLD058"
        if funding == "self-funder - metering only" or delivery == "self-funder metering only":
            yield "Client Funding Status", "CLD036"
        age = self.age()
        if self.is_user and age is not None and age < 18:
            yield "Date of Birth", "CLD038"


def _misfit(kind: str, component: str) -> bool:
    if component.startswith("short term ") and kind.startswith("long term support"):
        return True
    homes = {"long term nursing care": "nursing care", "long term residential care": "residential care"}
    return component in homes and kind != f"long term support: {homes[component]}"


def _stands_in(text: str, name: str, release: int) -> bool:
    for value in values_of(name, release):
        if value.match == "exact" and text == value.value:
            return True
        if value.match == "any case" and text.lower() == value.value.lower():
            return True
        if value.match == "begins" and text.startswith(value.value):
            return True
    return False
