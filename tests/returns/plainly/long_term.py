"""Rules 1 to 3 and 7 to 11 in plain words."""

from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction

from returns.reference import listed
from tests.returns.plainly.people import (
    COMMUNITY,
    FOUR_KINDS,
    LONG,
    NURSING,
    RESIDENTIAL,
    Spell,
    alive,
    by_person,
    identified,
    islands,
    key,
    printed,
    setting,
)

# The lists are data; what is done twice is the counting.
REASONS, ETHNICITIES, JOBS = listed("primary_support_reason"), listed("ethnicity"), listed("employment_status")
SETTLED, UNSETTLED = listed("accommodation_status", "settled"), listed("accommodation_status", "unsettled")
NOT_KNOWN = "No data - Undeclared or Not known"
ADVICE = "nfa - information & advice / signposting only"


def distinct(rows):
    """Rows alike once, the printed one being the first by its letters."""
    groups = defaultdict(list)
    for row in rows:
        groups[tuple(key(cell) if isinstance(cell, str) else cell for cell in row)].append(row)
    return [
        tuple(printed(cells) if isinstance(cells[0], str) else cells[0] for cells in zip(*group, strict=True))
        for group in groups.values()
    ]


def counts(rows, person):
    """Distinct persons for each combination of the other cells; `person` is the place of the ID."""
    groups = defaultdict(list)
    for row in rows:
        others = row[:person] + row[person + 1 :]
        groups[tuple(key(cell) if isinstance(cell, str) else cell for cell in others)].append((others, row[person]))
    return [
        (*distinct([others for others, _who in group])[0], len({who for _others, who in group}))
        for group in groups.values()
    ]


# LTS001


def clients(submission):
    return [row for row in submission if key(row.service) in LONG and key(row.client) == "service user" and row.born]


def active(row, first, last):
    return row.start and row.start <= last and (row.end is None or row.end >= first) and alive(row, first)


def choose(rows, answer, unknown, valid, conflict, as_written=False):
    """Rules 1 to 3: rank, known, latest start, then the answer; one row for each person of a council."""
    listed = {key(value): value for value in valid}
    people = []
    for (la, who), theirs in by_person(rows).items():
        best = min(setting(row)[0] for row in theirs)
        theirs = [row for row in theirs if setting(row)[0] == best]
        known = [row for row in theirs if answer(row) is not None and key(answer(row)) != key(unknown)]
        theirs = known or theirs
        latest = max(row.start for row in theirs)
        theirs = [row for row in theirs if row.start == latest]
        by_setting = defaultdict(list)
        for row in theirs:
            by_setting[key(row.service), key(setting(row)[1])].append(row)
        for alike in by_setting.values():
            told = [answer(row) if as_written else listed.get(key(answer(row)), "Invalid/NULL") for row in alike]
            several = len({key(text) for text in told}) > 1
            people.append(
                (
                    la,
                    who,
                    conflict if several else printed(told),
                    printed([row.service for row in alike]),
                    printed([setting(row)[1] for row in alike]),
                )
            )
    return people


def lts001a(submission, window):
    rows = identified([row for row in clients(submission) if active(row, window.start, window.end)])
    return by_age("LTS001a", rows, window)


def by_age(name, rows, window, **more):
    young = [row for row in rows if 18 <= row.age(window.end) <= 64]
    old = [row for row in rows if row.age(window.end) > 64]
    files = {}
    for letter, some in (("a", young), ("b", old)):
        people = choose(some, lambda row: row.reason, "Unknown", REASONS, "Unknown", **more)
        files |= {f"{name}_T1{letter}_persons": people, f"{name}_T1{letter}": counts(people, 1)}
    return files


def snapshot(submission, window):
    return identified([row for row in clients(submission) if active(row, window.end, window.end)])


def lts001b(submission, window):
    rows = snapshot(submission, window)
    files = by_age("LTS001b", rows, window)
    parts = {
        "T2": (rows, lambda row: row.carer, "Unknown", ("Yes", "No", "Invalid"), "Unknown"),
        "T3a": (
            [row for row in rows if key(row.gender) == "male"],
            lambda row: row.ethnicity,
            NOT_KNOWN,
            ETHNICITIES,
            NOT_KNOWN,
        ),
        "T3b": (
            [row for row in rows if key(row.gender) == "female"],
            lambda row: row.ethnicity,
            NOT_KNOWN,
            ETHNICITIES,
            NOT_KNOWN,
        ),
    }
    for name, words in parts.items():
        people = choose(*words)
        files |= {f"LTS001b_{name}_persons": people, f"LTS001b_{name}": counts(people, 1)}
    others = {(row.la, row.id) for row in rows if key(row.gender) in ("other", "unknown")}
    files["LTS001b_T3c"] = list(Counter(la for la, _who in others).items())
    return files


def lts001c(submission, window):
    begun = [row for row in clients(submission) if row.start and row.start <= window.end and alive(row, window.end)]
    spells = [Spell(row.person, row.start, row.end, [row]) for row in identified(begun)]
    placed, first = islands(spells, 1)
    lasting = [
        spell.rows[0]
        for island, spell in placed
        if first[spell.person, island] < window.chain_starts_before and spell.end >= window.end
    ]
    return by_age("LTS001c", lasting, window, as_written=True)


# Carers

CLASSES = (
    "Direct Payment only",
    "CASSR Managed Personal Budget",
    "CASSR Commissioned Support only",
    "Support Direct to Carer: Unknown Delivery Mech",
    "Information, Advice and Other Universal Services / Signposting",
    "No Direct Support Provided to Carer",
)


def carers(submission, window):
    kept = []
    for row in submission:
        service = key(row.service)
        tells = (service is None and key(row.outcome) == ADVICE) or (
            service in ("carer support: direct to carer", "carer support: support involving the person cared-for")
        )
        tells = tells or (key(row.kind) in ("assessment", "review") and service is None)
        who = key(row.client) in ("carer", "carer known by association")
        if tells and who and key(row.kind) in FOUR_KINDS and active(row, window.start, window.end):
            kept.append(row)
    return identified(kept)


def support(row, with_component=False):
    """The class of support of rule 7, or with the component of rule 10; None for none."""
    service, mechanism, component = key(row.service), key(row.mechanism), key(row.component)
    if service == "carer support: direct to carer":
        if mechanism == "direct payment" or (with_component and component == "direct payment"):
            return CLASSES[0]
        if with_component and component is None:
            pass  # `not like` on nothing is not true: none of the three classes; what follows may still fit
        elif mechanism == "cassr managed personal budget":
            return CLASSES[1]
        elif mechanism == "cassr commissioned support":
            return CLASSES[2]
        else:
            return CLASSES[3]
    if service == "carer support: support involving the person cared-for":
        return CLASSES[5]
    if key(row.kind) in ("assessment", "review"):
        return CLASSES[4] if key(row.outcome) == ADVICE else CLASSES[5]
    return CLASSES[4] if key(row.kind) == "request" else None


def carer_age(row, window):
    born = row.born.replace(day=1) if row.born else date(1800, 1, 1)
    return int((window.end - born).days // 365.25)


def best_class(rows, with_component):
    best = []
    for theirs in by_person(rows).values():
        told = [(support(row, with_component), row) for row in theirs]
        ranks = [CLASSES.index(given) for given, _row in told if given]
        best += [(given, row) for given, row in told if given and CLASSES.index(given) == min(ranks)]
    return best


def lts003(submission, window):
    best = best_class(carers(submission, window), with_component=False)
    people = distinct([(row.la, row.id, given) for given, row in best])

    def band(row):
        bands = ((17, "under 18"), (25, "18-25"), (64, "26-64"), (84, "65-84"), (9999, "85+"))
        return next("Carer aged " + name for oldest, name in bands if carer_age(row, window) <= oldest)

    bands = [("Unknown" if row.born is None else band(row), given, row.id) for given, row in best]
    return {
        "LTS003_persons": people,
        "LTS003_total": counts([(given, who) for _la, who, given in people], 1),
        "LTS003_x_by_la": counts(people, 1),
        "LTS003_by_ageband": counts(bands, 2),
    }


# Home and work


def last_known(rows, answer, across):
    """Rules 8 and 9: the latest start, known before unknown, several as Unknown. Rows (la, id, gender, answer)."""
    latest = defaultdict(lambda: date.min)
    for row in rows:
        latest[across(row)] = max(latest[across(row)], row.start)
    left = [row for row in rows if row.start == latest[across(row)]]
    people = []
    for (la, who), theirs in by_person(left).items():
        known = [row for row in theirs if answer(row) is not None and key(answer(row)) != "unknown"]
        told = distinct([(row.gender, answer(row)) for row in known or theirs])
        for gender, given in told:
            several = sum(1 for other, _given in told if key(other) == key(gender)) > 1 and gender is not None
            people.append((la, who, gender, "Unknown" if several else given))
    return distinct(people)


def lts004(submission, window):
    rows = [
        row
        for row in submission
        if key(row.kind) == "service"
        and key(row.service) in LONG
        and key(row.client) == "service user"
        and key(row.reason) == "learning disability support"
        and active(row, window.start, window.end)
        and row.born
        and 18 <= row.age(window.end) <= 64
    ]
    rows = identified(rows)
    files = {}
    for name, answer, permitted in (
        ("T1", lambda row: row.work, JOBS),
        ("T2", lambda row: row.home, SETTLED + UNSETTLED),
    ):
        words = {key(value) for value in permitted}
        valid = [row for row in rows if answer(row) is not None and key(answer(row).strip(" ")) in words]
        people = last_known(valid, answer, lambda row: row.id)
        counted = {who for _la, who, _gender, _given in people}
        without = [row for row in rows if row not in valid and row.id not in counted]
        files[f"LTS004_{name}_persons"] = [(la, gender, given, who) for la, who, gender, given in people]
        files[f"LTS004_{name}_invalid"] = counts([(row.la, row.gender, "NULL/Invalid", row.id) for row in without], 3)
    homes = files["LTS004_T2_persons"]
    files["LTS004_T1"] = counts(files["LTS004_T1_persons"], 3)
    for letter, values in (("a", SETTLED), ("b", UNSETTLED)):
        words = {key(value) for value in values}
        files[f"LTS004_T2{letter}"] = counts([row for row in homes if key(row[2]) in words], 3)
    return files


def ascof_2e(submission, window):
    rows = [
        row
        for row in submission
        if key(row.service) in LONG[:3] and key(row.client) == "service user" and active(row, window.start, window.end)
    ]
    people = last_known(identified(rows), lambda row: row.home, lambda row: row.person)
    settled = {key(value) for value in SETTLED}
    figures = []
    for la in sorted({row[0] for row in people}):
        above, below = [], []
        for genders in (("male", "female"), ("male",), ("female",)):
            theirs = [row for row in people if row[0] == la and key(row[2]) in genders]
            below.append(len({row[1] for row in theirs}) or None)
            above.append(len({row[1] for row in theirs if key(row[3]) in settled}) or None)
        if above[0] is None:
            above = [None] * 3
        shares = [up / down * 100 if up and down else None for up, down in zip(above, below, strict=True)]
        if below[0]:
            figures.append((la, *below, *above, *shares))
    return {"ASCOF_2E_persons": people, "ASCOF_2E": figures}


# 3D


def one_decimal(up, down):
    return None if up is None else int(Fraction(up * 1000, down) + Fraction(1, 2)) / 10


def ascof_3d(submission, window):
    rows = snapshot(submission, window)

    def rank(row):
        by_component = key(row.service) == COMMUNITY and key(row.component) == "direct payment"
        return 3 if by_component else setting(row)[0]

    bands = {
        "Total": lambda age: True,
        "1864": lambda age: 18 <= age <= 64,
        "65Over": lambda age: age > 64,
    }
    files, measures = {}, {}
    for band, inside in bands.items():
        some = [row for row in rows if inside(row.age(window.end))]
        best = {(who, min(rank(row) for row in theirs)) for (_la, who), theirs in by_person(some).items()}
        kept = [row for row in some if (row.id, rank(row)) in best]
        people = distinct([(row.la, row.id, row.service, row.component, setting(row)[1]) for row in kept])
        files[f"ASCOF_3D_Clients_{band}_persons"] = people
        community = [row for row in people if key(row[2]) == COMMUNITY]
        paid = [row for row in community if "direct payment" in (key(row[3]), key(row[4]))]
        directed = paid + [row for row in community if key(row[4]) == "cassr managed personal budget"]
        measures[band, "Client"] = (community, directed, paid)
    best = best_class(carers(submission, window), with_component=True)
    people = distinct([(row.la, row.id, given, carer_age(row, window)) for given, row in best])
    files["ASCOF_3D_Carers_persons"] = people
    ages = {"Total": (18, 9999), "1864": (18, 64), "65Over": (65, 200)}
    for band, (young, old) in ages.items():
        some = [row for row in people if young <= row[3] <= old]
        measures[band, "Carer"] = tuple([row for row in some if row[2] in CLASSES[:best]] for best in (3, 2, 1))
    figures = []
    for la in sorted({row[0] for row in measures["Total", "Client"][0]}):
        cells = [la]
        for who in ("Client", "Carer"):
            for band in bands:
                below, up1, up2 = (
                    len({row[1] for row in some if row[0] == la}) or None for some in measures[band, who]
                )
                cells += [below, up1, one_decimal(up1, below), up2, one_decimal(up2, below)]
        figures.append(tuple(cells))
    return files | {"ASCOF_3D": figures}


# 2B and 2C


def ascof_2b2c(rows, window):
    snapshot_day = window.admissions_snapshot
    stays = identified(
        [
            row
            for row in rows
            if key(row.kind) == "service"
            and key(row.client) == "service user"
            and key(row.service) in (RESIDENTIAL, NURSING)
            and row.born
        ]
    )

    def is_open(row):
        return row.end is None or row.end >= snapshot_day

    def event(row):
        run_together = (row.service or "") + (row.component or "") + (row.mechanism or "")
        return row.la, row.id, row.start, key(run_together)

    versions = defaultdict(list)
    for row in stays:
        if row.imported < window.admissions_submitted_before:
            versions[event(row)].append(row)
    gone = set()
    for which, theirs in versions.items():
        newest = [row for row in theirs if row.imported == max(other.imported for other in theirs)]
        if any(not is_open(row) for row in newest) and not any(is_open(row) for row in newest):
            gone.add(which)
    left = [row for row in stays if is_open(row) and event(row) not in gone]
    before = {row.id for row in left if row.start and row.start < window.year_start}
    people = {
        (row.la, row.id, row.age(snapshot_day))
        for row in left
        if row.start and window.year_start <= row.start < snapshot_day and row.id not in before
    }
    young = Counter(la for la, _who, age in people if 18 <= age <= 64)
    old = Counter(la for la, _who, age in people if age > 64)
    figures = [(la, young.get(la), old.get(la)) for la in sorted({*young, *old})]
    return {"ASCOF_2B2C_persons": list(people), "ASCOF_2B_2C_numerators": figures}
