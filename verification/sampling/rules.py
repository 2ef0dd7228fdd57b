"""How a sample of case files is drawn, and when an audit of one is complete. Nothing here knows a database.

The draw can be made again by anybody: the same seed over the same files draws the same ones. It leans on the one
thing Python promises to keep through its versions, the numbers of `Random.random()` for a seed.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from verification.sampling.questions import QUESTIONS, AuditQuestion

# What became of a file. Where two are as rare as each other the first here counts.
OUTCOMES = {
    "ended": "Ended",
    "changed": "Changed",
    "urgent_start": "Urgent start",
    "refused": "Refused",
    "returned": "Returned at least once",
    "funded": "Funded",
}
ANSWERS = {"met": "Met", "partly": "Partly met", "not_met": "Not met", "does_not_apply": "Does not apply"}
OVERALL = {"good": "Good", "needs_improvement": "Needs improvement", "inadequate": "Inadequate"}
FINDINGS = frozenset({"partly", "not_met"})
MOST_PER_STRATUM = 50
LONGEST_SEED = 64

Stratum = tuple[str, str]  # the provider's key, the outcome


@dataclass(frozen=True)
class Alike:
    """The files of one provider, by their references, of which everything that became is the same."""

    provider: str
    outcomes: frozenset[str]
    refs: Sequence[str]


@dataclass(frozen=True)
class Answer:
    """What an auditor answers to one question, with the reason."""

    answer: str
    reason: str = ""


def strata_of(population: Collection[Alike]) -> dict[Stratum, list[str]]:
    """Every file in one stratum only, its provider's rarest outcome of those it had; references in order."""
    common: Counter[Stratum] = Counter()
    for alike in population:
        common.update({(alike.provider, outcome): len(alike.refs) for outcome in alike.outcomes})
    order = list(OUTCOMES)
    strata: dict[Stratum, list[str]] = defaultdict(list)
    for alike in population:
        rarest = min(alike.outcomes, key=lambda each: (common[alike.provider, each], order.index(each)))
        strata[alike.provider, rarest] += alike.refs
    return {stratum: sorted(strata[stratum]) for stratum in sorted(strata)}


def drawn_from(references: Sequence[str], *, seed: str, stratum: Stratum, wanted: int) -> list[str]:
    """The first `wanted` references of a stratum in the order the seed draws them, each at most once."""
    generator = Random(f"{seed}:{':'.join(stratum)}")  # noqa: S311 (to be repeated, not to be secret)
    left = list(references)
    for place in range(min(wanted, len(left))):
        chosen = place + int(generator.random() * (len(left) - place))
        left[place], left[chosen] = left[chosen], left[place]
    return left[:wanted]


def hash_of_population(strata: Mapping[Stratum, Sequence[str]]) -> str:
    """The SHA-256 over every stratum with its references, a line each, in order: what the sample was drawn from."""
    digest = hashlib.sha256()
    for provider, outcome in sorted(strata):
        lines = (f"{provider}|{outcome}|{ref}\n" for ref in strata[provider, outcome])
        digest.update("".join(lines).encode())
    return digest.hexdigest()


def faults_of_draw(from_day: date, to_day: date, per_stratum: int, seed: str, today: date) -> list[str]:
    """Why a sample of these days cannot be drawn, in sentences."""
    faults = []
    if from_day > to_day:
        faults.append("The first day comes after the last.")
    if to_day > today:
        faults.append("The last day is still to come: draw from what was decided.")
    if not 1 <= per_stratum <= MOST_PER_STRATUM:
        faults.append(f"Draw from 1 to {MOST_PER_STRATUM} files of each stratum.")
    if not seed.isascii() or not seed.isalnum() or len(seed) > LONGEST_SEED:
        faults.append(f"A seed is letters and digits, at most {LONGEST_SEED}.")
    return faults


def faults_of_audit(answers: Mapping[str, Answer], overall: str) -> dict[str, str]:
    """What is missing or cannot be meant in an audit, by the question's key; "overall" for the judgement."""
    faults = {question.key: fault for question in QUESTIONS if (fault := _fault_of(question, answers))}
    given = {answer.answer for answer in answers.values()}
    if set(answers) - {question.key for question in QUESTIONS}:
        faults["overall"] = "An answer is to a question the form does not ask."
    elif overall not in OVERALL:
        faults["overall"] = "Select the overall judgement."
    elif overall == "good" and "not_met" in given:
        faults["overall"] = "A file in which something was not met is not good overall."
    return faults


def _fault_of(question: AuditQuestion, answers: Mapping[str, Answer]) -> str:
    given = answers.get(question.key)
    if given is None or given.answer not in ANSWERS:
        return "Select an answer."
    if given.answer == "does_not_apply" and not question.may_not_apply:
        return "This applies to every file: say whether it was met."
    if given.answer in FINDINGS and not given.reason.strip():
        return "Write what was not met."
    return ""
