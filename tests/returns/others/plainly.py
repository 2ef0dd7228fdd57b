"""The same tables counted a second time, in plain Python, row by row, as their rules read."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from tests.returns.others.rows import END, START, Row

ENQUIRIES = ("Section 42", "Other")
Counts = Counter[tuple[str, ...]]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def in_year(text: str) -> bool:
    found = day(text)
    return found is not None and START <= found <= END


def age(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def band_of(years: int | None) -> str:
    for name, least, most in (("18-64", 18, 64), ("65-74", 65, 74), ("75-84", 75, 84), ("85-94", 85, 94)):
        if years is not None and least <= years <= most:
            return name
    return "95 and over" if years is not None and years >= 95 else "Not recorded"


def safeguarding_cases(rows: Sequence[Row]) -> Counts:
    """Concerns raised, and enquiries begun and concluded, in the year."""
    counts: Counts = Counter()
    for row in rows:
        counts["Concern raised",] += in_year(row["Date concern raised"])
        if row["Enquiry"] in ENQUIRIES:
            counts[f"{row['Enquiry']} enquiry begun",] += in_year(row["Date enquiry began"])
            counts[f"{row['Enquiry']} enquiry concluded",] += in_year(row["Date enquiry concluded"])
    return +counts


def individuals(rows: Sequence[Row]) -> Counts:
    """SG1a: each person once in each way of being involved; told of as by the last concern that says it."""
    births, deaths, involved = {}, {}, defaultdict(set)
    ordered = sorted(rows, key=lambda row: (row["Date concern raised"], row["Concern reference"]))
    for row in ordered:
        person = row["Person reference"]
        births[person] = row["Date of birth"] or births.get(person, "")
        deaths[person] = row["Date of death"] or deaths.get(person, "")
        if in_year(row["Date concern raised"]):
            involved[person].add("Concern")
        if row["Enquiry"] in ENQUIRIES and in_year(row["Date enquiry began"]):
            involved[person].add(f"{row['Enquiry']} enquiry")
    counts: Counts = Counter()
    for person, ways in involved.items():
        birth, death = day(births[person]), day(deaths[person])
        on = death if death is not None and death <= END else END
        band = band_of(age(birth, on) if birth else None)
        for way in ways:
            counts[way, band] += 1
            counts[way, "All"] += 1
    return counts


def risks(rows: Sequence[Row]) -> Counts:
    """SG2: concluded enquiries by each type of risk and by source."""
    counts: Counts = Counter()
    for row in rows:
        if row["Enquiry"] not in ENQUIRIES or not in_year(row["Date enquiry concluded"]):
            continue
        kinds = {kind.strip() for kind in row["Types of risk"].split(";") if kind.strip()} or {"Not recorded"}
        for kind in (*kinds, "All"):
            for source in (row["Source of risk"] or "Not recorded", "All"):
                counts[row["Enquiry"], kind, source] += 1
    return counts


def movements(rows: Sequence[Row], begins: str, ends: str) -> Counts:
    """There before the year, new in it, ended in it, there at its end."""
    counts: Counts = Counter()
    for row in rows:
        begun, ended = day(row[begins]), day(row[ends])
        if begun is None:
            counts["Ended in the period",] += in_year(row[ends])
            continue
        counts["There before the period",] += begun < START and (ended is None or ended >= START)
        counts["New in the period",] += START <= begun <= END
        counts["Ended in the period",] += in_year(row[ends])
        counts["There at its end",] += begun <= END and (ended is None or ended > END)
    return +counts


def control(rows: Sequence[Row]) -> tuple[Fraction, Fraction]:
    """1B: of those who answered q3a the best two answers, weighed by the people of their stratum."""
    answers, people = defaultdict(list), {}
    for row in rows:
        if row["Response"] == "1" and row["q3a"] in ("1", "2", "3", "4"):
            answers[row["Stratum"]].append(row["q3a"] in ("1", "2"))
            people[row["Stratum"]] = int(row["Population in stratum"])
    above = sum((Fraction(people[name] * sum(told), len(told)) for name, told in answers.items()), Fraction(0))
    return above, Fraction(sum(people.values()))
