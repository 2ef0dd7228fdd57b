"""What the tests of rounds share: a day, a period, figures of a round, and what breaks a promise."""

from datetime import UTC, date, datetime

from delegation.demo import DemoOrganisations
from delegation.promises import broken_promises
from returns.models import FigureCut, ReturnRound
from returns.rounds.signing import (
    compile_return,
    figure,
)

NOW = datetime(2026, 10, 12, 9, 0, tzinfo=UTC)
END = date(2026, 9, 30)
FEW = 24
TABLES = (
    *("collectedfile", "figurecut", "cutfile", "figurefile", "figure"),
    *("returnreview", "returnsignoff", "returnsubmission"),
)


def compiled(here: DemoOrganisations, held: ReturnRound) -> FigureCut:
    return compile_return(by=here.accounts["returns"], round_ref=held.ref, figured=figure(held))


def broken() -> set[tuple[str, str]]:
    return {(one.promise.key, one.promise.sentence) for one in broken_promises(with_register_walk=False)}
