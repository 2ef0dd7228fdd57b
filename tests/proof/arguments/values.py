"""Values of chance, sensible or foolish, and records there are at that moment."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from django.utils import timezone

from casework.models import SupportPlan
from delegation.models import Account, Organisation, Worker
from tests.proof.worlds import World

T = TypeVar("T")
Given = dict[str, Any]


class Values:
    """Draws values from chance; `folly` of a hundred of them are foolish."""

    def __init__(self, world: World, random: Random, folly: int = 0) -> None:
        self.world, self.random, self.folly = world, random, folly

    def is_foolish(self) -> bool:
        return self.random.randrange(100) < self.folly

    def either(self, good: T, *bad: T) -> T:
        return self.random.choice(bad) if bad and self.is_foolish() else good

    def one_of(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def words(self, good: str = "Because of what changed at home.") -> str:
        return self.either(good, "", "   ", "x" * 3000, "Ünïcode £ ‘quoted’ \n <b>")

    def today(self, days: int = 0) -> date:
        return timezone.localdate() + timedelta(days=days)

    def day(self, days: int = 0) -> date:
        good = self.today(days)
        return self.either(
            good, good + timedelta(days=500), good - timedelta(days=500), date(1800, 1, 1), self.today(1)
        )

    def money(self, *good: str) -> Decimal:
        bad = (Decimal("-0.01"), Decimal(0), Decimal("9999999.99"), Decimal("0.004"), Decimal("1E+3"))
        return self.either(Decimal(self.one_of(good)), *bad)

    def ref(self, plan: SupportPlan | None) -> str:
        good = plan.ref if plan else ""
        return good if self.random.randrange(5) else self.either(good, "SP-0000-0000", "")

    def seen(self, plan: SupportPlan) -> int:
        return self.either(plan.revision, plan.revision - 1, plan.revision + 1, 0, -1)

    def account(self) -> Account:
        return self.one_of([self.world.accounts[name] for name in sorted(self.world.accounts)])

    def a_worker(self) -> Worker:
        return self.one_of(list(Worker.objects.order_by("pk")))

    def organisation(self) -> Organisation:
        return self.one_of(list(Organisation.objects.order_by("pk")))

    def a_council(self) -> Organisation:
        return self.either(self.world.council, Organisation.objects.get(key="othershire"))

    def provider(self) -> Organisation:
        return self.either(
            self.world.demo.northgate, self.world.demo.riverside, self.world.council, self.organisation()
        )

    def _a(self, model: Any, name: str = "ref", **such: Any) -> str:
        found = list(model.objects.filter(**such).order_by("-pk").values_list(name, flat=True)[:12])
        good = self.one_of(found) if found else "XX-0000-0000"
        return good if self.random.randrange(5) else self.either(good, "XX-0000-0000", "")

    def _line_keys(self, plan: SupportPlan) -> list[str]:
        return list(plan.lines.order_by("pk").values_list("line_key", flat=True)) or ["L1"]
