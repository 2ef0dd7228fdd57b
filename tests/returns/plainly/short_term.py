"""Rules 4 to 6 in plain words."""

from collections import Counter, defaultdict

from tests.returns.plainly.people import FOUR_KINDS, LONG, Spell, alive, by_person, identified, islands, key

UNABLE, OTHER = "Unable_To_Classify", "No Services Provided - other reason"
OTHER_2A = "No services provided – other"
ORDER = (
    "Progress to Reablement/ST-Max",
    "Progress to Assessment",
    "Admitted to Hospital",
    "Progress to Re-assessment / Unplanned Review",
    "Progress to Support Planning / Services",
    "Progress to End of Life Care",
    "No change in package",
    "Service ended as planned",
    "Progress to financial assessment",
    "Provision of service",
    "NFA - Deceased",
    "NFA - Moved to another LA",
    "NFA - 100% NHS-funded care",
    "NFA - Information & Advice / Signposting only",
    "NFA - Self-funded client (inc. 12wk disregard)",
    "NFA - Support declined",
    "NFA - Support ended – other reason",
    "NFA - No services offered - other reason",
    "NFA- Other",
)
ENDING = {
    "Progress to End of Life Care": "End of Life",
    "NFA - Moved to another LA": OTHER,
    "NFA - 100% NHS funded care": "100% NHS Funded Care",
    "NFA - Self-funded client (Inc. 12wk disregard)": OTHER,
    "NFA - Support declined": OTHER,
    "NFA - Information & Advice / Signposting only": "Universal Services/ Signposted to other services",
    "NFA - Deceased": "No Services Provided - Deceased",
    "NFA - No services offered: Other reason": OTHER,
    "NFA - Support ended: Other reason": OTHER,
    "NFA- Other": OTHER,
}
OPEN_ENDED = (
    "Progress to Reablement/ST-Max",
    "Progress to Assessment",
    "Admitted to hospital",
    "Progress to Re-assessment / Unplanned Review",
    "Progress to Support Planning / Services",
    "No change in package",
    "Service ended as planned",
    "Progress to financial assessment",
    "Provision of service",
)
EARLY = "Early cessation of service (not leading to long term support) - 100% NHS funded care/End of Life/deceased"
AFTER_ST_MAX = {
    "NFA - 100% NHS funded care": EARLY,
    "NFA - Deceased": EARLY,
    "NFA - Self-funded client (Inc. 12wk disregard)": "No services provided – needs identified but self-funding",
    "NFA - Support declined": "No services provided – needs identified but support declined",
    "NFA - Information & Advice / Signposting only": (
        "No Services Provided – Universal Services / signposted to other services"
    ),
    "NFA - Moved to another LA": OTHER_2A,
    "NFA- Other": OTHER_2A,
    "NFA - No services offered: Other reason": OTHER_2A,
    "NFA - Support ended: Other reason": OTHER_2A,
    "Progress to End of Life Care": OTHER_2A,
    "Admitted to hospital": OTHER_2A,
}
IN_2A = {
    "Long Term Support (any setting)",
    "Ongoing Low Level Support",
    "Short Term Support (other)",
    "No Services Provided – Universal Services / signposted to other services",
    OTHER_2A,
}
RANK = {key(outcome): rank for rank, outcome in enumerate(ORDER, 1)}
ENDING_BY_KEY = {key(outcome): mapped for outcome, mapped in ENDING.items()}
MAPPED = ENDING_BY_KEY | {key(outcome): UNABLE for outcome in OPEN_ENDED}
MAPPED_2A = {key(outcome): mapped for outcome, mapped in AFTER_ST_MAX.items()}
ST_MAX = "short term support: st-max"
LOW, SHORT = "short term support: ongoing low level", "short term support: other short term"
SERVICES_2A = {
    **dict.fromkeys(LONG, "Long Term Support (any setting)"),
    LOW: "Ongoing Low Level Support",
    SHORT: "Short Term Support (other)",
}


def newest(rows, window, which, limit):
    """4.2: of the rows with one key imported up to the limit, those of the newest import."""
    versions = defaultdict(list)
    for row in rows:
        if row.imported <= limit:
            versions[which(row)].append(row)
    kept = []
    for theirs in versions.values():
        last = max(row.imported for row in theirs)
        kept += [row for row in theirs if row.imported == last]
    return kept


def as_request(row):
    return row.la, row.id, row.start, key(row.route or "")


def as_service(row):
    return row.la, row.id, row.start, key((row.service or "") + (row.component or "") + (row.mechanism or ""))


def base(rows, window):
    return [
        row
        for row in rows
        if key(row.kind) in FOUR_KINDS and row.start and row.start <= window.end and key(row.client) == "service user"
    ]


def midnight(window):
    return window.short_term_submitted_to


def request_events(rows, window):
    kept = identified([row for row in base(rows, window) if row.born and alive(row, window.start)])
    requests = newest([row for row in kept if key(row.kind) == "request"], window, as_request, midnight(window))
    services = newest([row for row in kept if key(row.kind) == "service"], window, as_service, midnight(window))
    return requests + services + [row for row in kept if key(row.kind) in ("review", "assessment")]


def st_max_events(rows, window):
    kept = identified(base(rows, window))
    services = newest([row for row in kept if key(row.kind) == "service"], window, as_service, midnight(window))
    return services + [row for row in kept if key(row.kind) != "service"]


def has_support(events, cluster_start):
    return any(
        key(row.service) in LONG and row.start <= cluster_start and (row.end is None or row.end >= cluster_start)
        for row in events
    )


class Cluster:
    """One row of the table of clusters; several rows may tell of one cluster, told apart by outcome, route or age."""

    def __init__(self, number, person, start, end, outcome, route=None, age=None):
        self.number, self.person, self.start, self.end = number, person, start, end
        self.outcome, self.route, self.age = outcome, route, age

    @property
    def which(self):
        return self.person, self.number


def best_outcomes(clusters, *, by_route):
    """4.6 with its self-join: n rows that tie make n times n; a request without a route is lost."""
    groups = defaultdict(list)
    for cluster in clusters:
        groups[cluster.which].append(cluster)
    kept = []
    for theirs in groups.values():
        lowest = min(RANK.get(key(cluster.outcome), 99) for cluster in theirs)
        tied = [cluster for cluster in theirs if RANK.get(key(cluster.outcome), 99) == lowest]
        for cluster in tied:
            if by_route and cluster.route is None:
                continue
            kept += [cluster] * sum(1 for other in tied if not by_route or key(other.route) == key(cluster.route))
    return kept


def sequels(clusters, events, own):
    """4.7: for each cluster the pairs (row of the cluster, later event), and which days are the first."""
    theirs = by_person(events)
    found, first = defaultdict(list), {}
    for cluster in clusters:
        for row in theirs.get(cluster.person, []):
            if row.start < cluster.end:
                continue
            which = cluster.which
            first[which] = min(first.get(which, row.start), row.start)
            if not (own(row) and (row.start == cluster.start or row.end == cluster.end)):
                found[which].append((cluster, row))
    return found, first


def chain(pairs, first, gap, own):
    """4.9: the pairs in scope, day by day; the last of a day to have ended comes before the next day's first."""
    pairs = sorted(pairs, key=lambda pair: (pair[1].start, pair[1].end is not None, pair[1].end or pair[1].start))
    follows, scope, unbroken, previous, kept = 1, 1, 1, None, []
    for day in sorted({row.start for _cluster, row in pairs}):
        today = [(cluster, row) for cluster, row in pairs if row.start == day]
        for _cluster, row in today:
            if previous is not None and (row.start - previous).days > 3:
                follows = 0
            previous = row.end
        for cluster, row in today:
            if day == first and row.end is None:
                in_chain = 1
            elif day == first and (row.start - cluster.end).days > gap:
                in_chain = 0
            else:
                in_chain = follows
            scope = min(scope, in_chain)
            unbroken = 0 if own(row) else unbroken
        if scope and unbroken:
            kept += today
    return kept


def told(outcome, prefix):
    return None if outcome is None else prefix + outcome


# STS001

RANKS_001 = {service: rank for rank, service in enumerate((ST_MAX, *LONG, LOW, SHORT), 1)}


def request_clusters(rows, window):
    events = request_events(rows, window)
    spells = [
        Spell(row.person, row.start, row.end, [row], outcome=row.outcome, route=row.route, age=row.age(window.end))
        for row in events
        if key(row.kind) == "request"
    ]
    placed, first = islands(spells, 4)
    inside = defaultdict(list)
    for number, spell in placed:
        if window.start <= spell.end <= window.end:
            inside[spell.person, number].append(spell)
    theirs = by_person(events)
    clusters = []
    for (person, number), group in inside.items():
        end = max(spell.end for spell in group)
        seen = set()
        for spell in (spell for spell in group if spell.end == end):
            apart = (spell.age, key(spell.route), key(spell.outcome))
            existing = has_support(theirs[person], first[person, number])
            if apart in seen or (existing and spell.route is not None and spell.outcome is not None):
                continue
            seen.add(apart)
            told_apart = (spell.outcome, spell.route, spell.age)
            clusters.append(Cluster(number, person, first[person, number], end, *told_apart))
    return events, best_outcomes(clusters, by_route=True)


def sts001(rows, window):
    """The files of STS001, and the cohort of STS002a."""
    events, clusters = request_clusters(rows, window)

    def own(row):
        return key(row.kind) == "request"

    found, first = sequels(clusters, events, own)
    out, cohort = [], set()
    for cluster in clusters:  # type 1, with every copy
        if cluster.outcome is None or not found[cluster.which]:
            mapped = "No_Chronology_" + MAPPED.get(key(cluster.outcome), UNABLE)
            out.append(line(cluster, told(cluster.outcome, "No_Chronology_"), mapped, 1))
    kept = {which: chain(pairs, first[which], 28, own) for which, pairs in found.items() if pairs}
    third = set()
    for pairs in kept.values():
        if not pairs:
            continue
        best = min(RANKS_001.get(key(row.service), 99) for _cluster, row in pairs)
        if best < 99:
            services = [(cluster, row) for cluster, row in pairs if RANKS_001.get(key(row.service), 99) == best]
            out += list(
                {line(cluster, row.service, row.service, 2, apart=key(cluster.outcome)) for cluster, row in services}
            )
            cohort |= {(cluster.person, row.start) for cluster, row in services if best == 1}
            continue
        others = {
            (c.age, key(c.route), key(c.outcome), key(row.kind), row.start, row.end, key(row.outcome)): (c, row)
            for c, row in pairs
        }.values()
        ending = [row for _cluster, row in others if key(row.outcome) in ENDING_BY_KEY]
        if ending:
            ends = [row.end for row in ending if row.end is not None]
            last = max(ends) if ends else None
            pool = [(cluster, row) for cluster, row in others if row.end == last]
            for cluster, row in pool:
                alone = len(pool) == 1
                outcome = row.outcome if alone else "NFA- Other"
                third.add(line(cluster, outcome, MAPPED.get(key(row.outcome)) if alone else OTHER, 3))
        else:
            fourth = set()
            for cluster, _row in others:
                ended = ENDING_BY_KEY.get(key(cluster.outcome))
                mapped = "No Service Found" + ("_" + ended if ended else "")
                outcome = told(cluster.outcome, "No Service Found_")
                fourth.add(line(cluster, outcome, mapped, 4, apart=key(cluster.outcome)))
            out += fourth
    out += third
    in_scope = {dates_of(cluster) for pairs in kept.values() for cluster, _row in pairs if cluster.outcome is not None}
    fifth = set()
    for pairs in found.values():
        for cluster, _row in pairs:
            if dates_of(cluster) not in in_scope:
                mapped = told(MAPPED.get(key(cluster.outcome)), "No_Chronology_")
                outcome = told(cluster.outcome, "No_Chronology_")
                fifth.add(line(cluster, outcome, mapped, 5, apart=(cluster.start, cluster.end, key(cluster.outcome))))
    out = [row[:-1] for row in [*out, *fifth]]
    return out, cohort


def dates_of(cluster):
    return cluster.person, cluster.start, cluster.end, key(cluster.outcome)


def line(cluster, outcome, mapped, kind, apart=None):
    return (*cluster.person, cluster.age, cluster.route, outcome, mapped, kind, apart)


def sts001_files(out):
    def band(age):
        return "18-64" if 18 <= age <= 64 else "65+" if age > 64 else "under 18"

    return {
        "STS001_rows": out,
        "STS001_by_la_outcome_mapped": tally((la, mapped) for la, _w, _a, _r, _o, mapped, _k in out),
        "STS001_by_outcome_recordtype": tally(row[4:7] for row in out),
        "STS001_x_la_age_roa_outcome": tally(
            (la, band(age), route, mapped) for la, _w, age, route, _o, mapped, _k in out
        ),
    }


def tally(rows):
    return [(*row, count) for row, count in Counter(tuple(row) for row in rows).items()]


# ST-Max

RANKS_002 = {service: rank for rank, service in enumerate((*LONG, LOW, SHORT), 1)}


def periods(rows, window):
    """5.2 and 5.3: the clusters of these ST-Max services that ended in the period, before the outcomes are ranked."""
    given = [
        row for row in rows if key(row.kind) == "service" and key(row.service) == ST_MAX and alive(row, window.start)
    ]
    alike = {(row.person, row.start, row.end, key(row.outcome)): row for row in given}
    spells = [Spell(row.person, row.start, row.end, [row], outcome=row.outcome) for row in alike.values()]
    placed, first = islands(spells, 1)
    groups = defaultdict(list)
    for number, spell in placed:
        groups[spell.person, number].append(spell)
    clusters = []
    for (person, number), group in groups.items():
        end = max(spell.end for spell in group)
        if window.start <= end <= window.end:
            outcomes = {key(spell.outcome): spell.outcome for spell in group if spell.end == end}
            start = first[person, number]
            clusters += [Cluster(number, person, start, end, outcome) for outcome in outcomes.values()]
    return clusters


def sts002a(rows, window, cohort):
    events = st_max_events(rows, window)
    clusters = best_outcomes(
        periods([row for row in events if (row.person, row.start) in cohort], window), by_route=False
    )

    def own(row):
        return key(row.service) == ST_MAX

    found, first = sequels(clusters, events, own)
    out = set()
    for cluster in clusters:
        if cluster.outcome is None or not found[cluster.which]:
            out.add(line_2a(cluster, "No_Chronology_", unfollowed(cluster.outcome), 1))
    kept = {which: chain(pairs, first[which], 3, own) for which, pairs in found.items() if pairs}
    for pairs in kept.values():
        if not pairs:
            continue
        best = min(RANKS_002.get(key(row.service), 99) for _cluster, row in pairs)
        if best < 99:
            for cluster, row in pairs:
                if RANKS_002.get(key(row.service), 99) == best:
                    row_out = (*cluster.person, row.service, SERVICES_2A[key(row.service)], 2)
                    out.add((*row_out, (cluster.number, key(cluster.outcome))))
            continue
        others = {
            (key(cluster.outcome), key(row.kind), row.start, row.end, key(row.outcome)): (cluster, row)
            for cluster, row in pairs
        }.values()
        ending = [(cluster, row) for cluster, row in others if (key(row.outcome) or "").startswith("nfa")]
        if ending:
            ends = [row.end for _cluster, row in ending if row.end is not None]
            last = max(ends) if ends else None
            pool = [(cluster, row) for cluster, row in ending if row.end == last]
            for cluster, row in pool:
                alone = len(pool) == 1
                mapped = MAPPED_2A.get(key(row.outcome)) if alone else OTHER_2A
                out.add((*cluster.person, row.outcome if alone else "NFA- Other", mapped, 3, None))
        else:
            for cluster, _row in others:
                out.add(line_2a(cluster, "No Service Found_", unserved(cluster.outcome), 4))
    in_scope = {dates_of(cluster) for pairs in kept.values() for cluster, _row in pairs if cluster.outcome is not None}
    for pairs in found.values():
        for cluster, _row in pairs:
            if dates_of(cluster) not in in_scope:
                out.add(line_2a(cluster, "No_Chronology_", unfollowed(cluster.outcome), 5))
    return [row[:-1] for row in out]


def line_2a(cluster, prefix, mapped, kind):
    return (*cluster.person, told(cluster.outcome, prefix), mapped, kind, (cluster.number, key(cluster.outcome)))


def unfollowed(outcome):
    if key(outcome) == "service ended as planned":
        return OTHER_2A
    return "No_Chronology_" + MAPPED_2A.get(key(outcome), UNABLE)


def unserved(outcome):
    if (key(outcome) or "").startswith("nfa"):
        return MAPPED_2A.get(key(outcome))
    return "No services provided - other" if key(outcome) == "service ended as planned" else "No Service Found"


def sts002a_files(out):
    return {
        "STS002a_rows": out,
        "STS002a_by_la_outcome_mapped": tally((la, mapped) for la, _who, _outcome, mapped, _kind in out),
        "STS002a_by_outcome_recordtype": tally(row[2:] for row in out),
    }


def ascof_2a_files(out):
    below = Counter(row[0] for row in out if row[3] in IN_2A)
    above = Counter(row[0] for row in out if row[3] in IN_2A and row[3] != "Long Term Support (any setting)")
    figures = [(la, all_, above.get(la), above[la] / all_ * 100 if la in above else None) for la, all_ in below.items()]
    return {"ASCOF_2A": figures, "ASCOF_2A_rows": out}


def sts002b(rows, window):
    events = st_max_events(rows, window)
    theirs = by_person(events)
    clusters = {
        (*cluster.person, cluster.start, cluster.end, cluster.number)
        for cluster in periods(events, window)
        if cluster.outcome is not None and has_support(theirs[cluster.person], cluster.start)
    }
    together = {(la, who + str(number)) for la, who, _start, _end, number in clusters}
    return {"STS002b_clusters": list(clusters), "STS002b": list(Counter(la for la, _text in together).items())}
