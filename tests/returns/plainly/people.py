"""Rules 0.2 to 0.9 in plain words: rows, submissions, persons, ages, islands."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from itertools import count

TODAY = date(2100, 1, 1)
LONG = (
    "long term support: nursing care",
    "long term support: residential care",
    "long term support: community",
    "long term support: prison",
)
NURSING, RESIDENTIAL, COMMUNITY, PRISON = LONG
FOUR_KINDS = ("service", "request", "review", "assessment")


def key(text):
    """A text as SQL Server compares it; nothing stays nothing."""
    return None if text is None else text.rstrip(" ").lower()


def printed(texts):
    """Of texts that are the same, the one that is printed: the first by its letters."""
    kept = [text for text in texts if text is not None]
    return min(kept) if kept else None


class Row:
    """One row of the input, its blanks as None, its dates as dates."""

    def __init__(self, cells, number):
        def text(field):
            return cells.get(field) or None

        def day(field):
            return date.fromisoformat(text(field)) if text(field) else None

        self.record = int(cells.get("Record ID") or number)
        self.imported = datetime.fromisoformat(cells["Import Date"])
        self.la, self.la_name = cells["LA Code"], cells["LA Name"]
        self.period_start, self.period_end = day("Reporting Period Start Date"), day("Reporting Period End Date")
        self.nhs, self.local = text("NHS Number"), text("LA Person Unique Identifier")
        self.nhs = self.nhs and "N" + self.nhs
        self.local = self.local and "L" + self.local
        self.gender, self.ethnicity = text("Gender"), text("Ethnicity")
        self.born, self.died = day("Date of Birth"), day("Date of Death")
        self.client, self.reason = text("Client Type"), text("Primary Support Reason")
        self.home, self.work = text("Accommodation Status"), text("Employment Status")
        self.carer = text("Has Unpaid Carer")
        self.kind, self.outcome = text("Event Type"), text("Event Outcome")
        self.start, self.end = day("Event Start Date"), day("Event End Date")
        self.route = text("Request: Route of Access")
        self.service, self.component = text("Service Type"), text("Service Component")
        self.mechanism = text("Delivery Mechanism")
        self.id = None

    def age(self, day):
        """Whole days since the first of the month of birth, by 365.25, rounded down (0.4)."""
        return int((day - self.born.replace(day=1)).days // 365.25)

    @property
    def person(self):
        return self.la, self.id


def rows_of(table):
    rows = [Row(cells, number) for cells, number in zip(table, count(1), strict=False)]
    spellings = defaultdict(set)
    for row in rows:
        spellings[key(row.local)].add(row.local)
    for row in rows:  # one number of a person, one spelling (the reading taken of 0.7)
        row.local = printed(spellings[key(row.local)])
    return rows


def latest_submission(rows, window):
    """0.2: of each council's files that cover the period and came in time, the rows of the newest."""
    files = defaultdict(list)
    for row in rows:
        files[row.la_name, row.la, row.imported].append(row)
    newest = {}
    for (name, code, imported), of_file in files.items():
        covers = min(row.period_start for row in of_file) <= window.start
        covers &= max(row.period_end for row in of_file) >= window.end
        midnight = datetime.combine(window.end, time())
        in_time = imported > midnight and imported.date() <= window.long_term_submitted_to
        if covers and in_time and imported > newest.get((name, code), midnight):
            newest[name, code] = imported
    wanted = {(name, imported) for (name, _code), imported in newest.items()}
    return [row for row in rows if (row.la_name, row.imported) in wanted]


def identified(rows):
    """0.3: the NHS number, else a local number that stands beside none; whoever is neither is dropped."""
    beside = {key(row.local) for row in rows if row.nhs and row.local}
    kept = []
    for row in rows:
        row.id = row.nhs or (row.local if row.local and key(row.local) not in beside else None)
        if row.id:
            kept.append(row)
    return kept


def by_person(rows):
    people = defaultdict(list)
    for row in rows:
        people[row.person].append(row)
    return people


def alive(row, day):
    return row.died is None or row.died >= day


def setting(row):
    """0.6: the rank of setting and mechanism, and the mechanism as it is left."""
    table = {
        (NURSING, ""): 1,
        (RESIDENTIAL, ""): 2,
        (COMMUNITY, "direct payment"): 3,
        (COMMUNITY, "cassr managed personal budget"): 4,
        (COMMUNITY, "cassr commissioned support"): 5,
        (COMMUNITY, ""): 6,
        (PRISON, "cassr managed personal budget"): 7,
        (PRISON, "cassr commissioned support"): 8,
        (PRISON, ""): 9,
    }
    service = key(row.service)
    mechanism = row.mechanism
    keeps = service in (COMMUNITY, PRISON) and mechanism and (service, key(mechanism.strip(" "))) in table
    if not keeps:
        mechanism = ""
    return table[service, key(mechanism.strip(" "))], mechanism


class Spell:
    """What islands are made of: a person's dates, with whatever belongs to them."""

    def __init__(self, person, start, end, rows, **told):
        self.person, self.start, self.end, self.rows = person, start, end or TODAY, rows
        self.__dict__.update(told)


def islands(spells, gap):
    """0.9, with its faults: (number of the island, spell) pairs, and the first day of each (person, number)."""
    people = defaultdict(list)
    for spell in spells:
        people[spell.person].append(spell)
    numbers = defaultdict(set)  # by ID and dates, not by council
    for (_la, who), theirs in people.items():
        theirs.sort(key=lambda spell: (spell.start, spell.end))
        number, at, previous = 0, {}, None
        for spell in theirs:
            if previous is None or previous < spell.start - timedelta(days=gap):
                number += 1
            at[spell.start, spell.end] = number  # rows alike share the last number given to one of them
            previous = spell.end
        for (start, end), island in at.items():
            numbers[who, start, end].add(island)
    placed = [
        (island, spell) for spell in spells for island in sorted(numbers[spell.person[1], spell.start, spell.end])
    ]
    first = {}
    for island, spell in placed:
        at = (spell.person, island)
        first[at] = min(first.get(at, spell.start), spell.start)
    return placed, first
