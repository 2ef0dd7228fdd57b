"""Anyone does anything: a state machine over every public service, with every promise asked after each step."""

from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any, ClassVar

import time_machine
from django.db import connection
from django.utils import timezone
from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from casework.models import SupportPlan
from casework.way import WAY
from delegation.chain import walk_register
from delegation.models import Account, Act, Organisation, Post
from delegation.promises import broken_promises
from delegation.refusals import Refused
from tests.proof.arguments import Arguments, act_of, is_on_a_plan
from tests.proof.services import Service, acts
from tests.proof.worlds import BEGINS_AT, Restorer, World
from tests.registers.kit import registers, services
from verification.management.commands.rebuild_queue import Command as RebuildQueue
from verification.models import UrgentSupport

SERVICES: dict[str, Service] = acts()
ON_A_PLAN = sorted(name for name in SERVICES if is_on_a_plan(name))
ELSEWHERE = sorted(set(SERVICES) - set(ON_A_PLAN))
# What ends a plan, or turns aside from its way: done seldom, or no plan would get anywhere.
BESIDE = frozenset(
    {
        "withdraw_plan",
        "withdraw_plan_by_council",
        "record_death_or_move",
        "report_death_or_move",
        "end_package",
        "transfer_plan_to_worker",
        "refuse_funding",
        "reopen_plan",
    }
)
# Who does what is not on the way of a plan: a name in the demo council that may.
DOES = {
    "open_organisation": "administrator",
    "open_account": "administrator",
    "close_account": "administrator",
    "appoint_to_post": "administrator",
    "end_post": "administrator",
    "authorise_function": "dass",
    "revoke_authorisation": "dass",
    "set_financial_limit": "dass",
    "give_cover": "dass",
    "end_cover": "dass",
    "sign_assurance_review": "dass",
    "raise_assurance_exception": "auditor",
    "close_assurance_exception": "dass",
    "set_guide_price": "broker",
    "set_urgent_amount": "dass",
}
# Saving what is already there changes nothing, and is no act.
MAY_CHANGE_NOTHING = frozenset({"amend_plan", "set_personal_budget"})
# A death ends every live plan of the person; an approval as an AMHP stands and falls with the registration.
SEVERAL_LINES = frozenset({"record_death_or_move", "end_registration", "suspend_registration"})
NOBODY_IS_ASKED = frozenset({"open_council"})

HISTORIES = ("casework", "verification", "delegation")


class Tally:
    """What was tried in a run, over all its examples."""

    def __init__(self) -> None:
        self.accepted: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.refusals: Counter[str] = Counter()
        self.steps = 0

    @property
    def share_refused(self) -> float:
        return sum(self.refused.values()) / max(1, sum(self.refused.values()) + sum(self.accepted.values()))

    def never(self) -> dict[str, list[str]]:
        """Services never accepted, and never refused."""
        return {
            "accepted": sorted(set(SERVICES) - set(self.accepted)),
            "refused": sorted(set(SERVICES) - set(self.refused) - NOBODY_IS_ASKED - {"change_own_password"}),
        }


class AnyoneDoesAnything(RuleBasedStateMachine):
    """The house under every service, by everyone, with sensible and foolish arguments, as days pass."""

    world: ClassVar[World]
    restorer: ClassVar[Restorer]
    tally: ClassVar[Tally]

    def __init__(self) -> None:
        super().__init__()
        self.restorer.begin()
        self.clock = time_machine.travel(BEGINS_AT, tick=False)
        self.now = self.clock.start()
        self.count = 0
        self.is_asked = False
        self.walked: list[str] = []

    def teardown(self) -> None:
        try:
            for council in Organisation.objects.filter(kind="council"):
                walked = walk_register(council)
                assert walked.bad is None, walked.bad
        finally:
            self.clock.stop()
            self.restorer.end()

    @rule(days=st.sampled_from([1, 1, 2, 15, 50]))
    def days_pass(self, days: int) -> None:
        self.now.shift(timedelta(days=days))
        for register in registers():
            register.days_pass(self.world)

    @rule(seed=st.integers(0, 2**32 - 1))
    def somebody_sensible_moves_a_plan_on(self, seed: int) -> None:
        random = self._chance(seed)
        plan = self._plan(random)
        here = [name for name in ON_A_PLAN if plan.state in WAY[act_of(name)].from_states]
        urgent = UrgentSupport.objects.filter(plan=plan, live=True).exists()
        in_vain = "start_urgent_support" if urgent else "end_urgent_support"
        on = [name for name in here if name not in BESIDE and name != in_vain]
        names = on if on and random.randrange(12) else here
        if not names or random.randrange(6) == 0:
            names, plan = ELSEWHERE, None  # type: ignore[assignment]
        name = random.choice(names)
        self._do(name, plan, self._who_may(name, plan, random), Arguments(self.world, random, folly=6))

    @rule(seed=st.integers(0, 2**32 - 1))
    def anyone_does_anything(self, seed: int) -> None:
        random = self._chance(seed)
        name = random.choice(sorted(SERVICES))
        plan = self._plan(random)
        if is_on_a_plan(name) and random.randrange(3):
            standing = SupportPlan.objects.filter(state__in=WAY[act_of(name)].from_states).order_by("pk")
            plan = random.choice(list(standing) or [plan])
        ordinary = self._who_may(name, plan if is_on_a_plan(name) else None, random)
        by = ordinary if random.randrange(3) == 0 else random.choice(self._accounts())
        self._do(name, plan, by, Arguments(self.world, random, folly=random.choice([0, 25, 60])))

    @invariant()
    def every_promise_holds(self) -> None:
        """Asked after whatever changed something; a refusal was seen to leave nothing but its line."""
        if self.is_asked:
            return
        self.is_asked = True
        broken = broken_promises()
        assert not broken, [(each.promise.key, each.promise.sentence, each.columns, each.rows) for each in broken]

    # -- one call ------------------------------------------------------------------------------------------------------

    def _do(self, name: str, plan: SupportPlan | None, by: Account, arguments: Arguments) -> None:
        given = arguments.give(name, plan)
        if name not in NOBODY_IS_ASKED:
            given["by"] = Account.objects.select_related("worker").get(pk=by.pk)
        before, lines = _traces(), _lines()
        self.count += 1
        self.now.shift(timedelta(minutes=1))
        try:
            SERVICES[name](**given)
        except Refused as refused:
            self._was_refused(name, refused, before, lines)
        else:
            self._was_accepted(name, before, lines)
        if plan is not None:
            now = SupportPlan.objects.get(pk=plan.pk)
            assert not RebuildQueue().compare(now, mend=False), f"the queue does not agree after {name}"

    def _was_refused(self, name: str, refused: Refused, before: Any, lines: int) -> None:
        self.tally.steps += 1
        self.tally.refused[name] += 1
        self.tally.refusals[f"{name}: {refused.name}"] += 1
        event(f"{name} refused")
        assert refused.sentence.strip(), f"{refused.name} says nothing"
        assert _traces() == before, f"{name} was refused and changed something"
        told = _lines() - lines
        assert told == (1 if refused.question else 0), f"{name} was refused ({refused.name}) with {told} lines"
        if refused.question:
            last = Act.objects.latest("pk")
            assert (last.outcome, last.refusal, last.verb) == ("refused", refused.name, act_of(name))

    def _was_accepted(self, name: str, before: Any, lines: int) -> None:
        self.tally.steps += 1
        self.tally.accepted[name] += 1
        self.is_asked = False
        event(f"{name} accepted")
        told = _lines() - lines
        if told == 0:
            assert name in MAY_CHANGE_NOTHING, f"{name} was done and left no line"
            assert _traces() == before, f"{name} changed something and left no line"
            return
        assert told == 1 or (name in SEVERAL_LINES and told > 0), f"{name} left {told} lines"
        last = Act.objects.latest("pk")
        assert (last.outcome, last.verb) in {("exercised", act_of(name)), ("noted", name)}
        if last.verb in WAY:
            _was_done_in_a_role_of_the_way(last)

    # -- who and what --------------------------------------------------------------------------------------------------

    def _chance(self, seed: int) -> Random:
        return Random(f"{seed}/{self.count}")

    def _plan(self, random: Random) -> SupportPlan:
        refs = list(SupportPlan.objects.order_by("pk").values_list("ref", flat=True))
        # Coming back to the same plans, so that some go far.
        if self.walked and random.randrange(3):
            ref = random.choice(self.walked)
        else:
            ref = random.choice(refs)
            self.walked = [*self.walked[-2:], ref]
        return SupportPlan.objects.select_related("council", "provider", "person").get(ref=ref)

    def _accounts(self) -> list[Account]:
        return list(Account.objects.order_by("pk"))

    def _who_may(self, name: str, plan: SupportPlan | None, random: Random) -> Account:
        """Somebody who, by their post today, might do it."""
        step = WAY.get(act_of(name))
        if step is None:
            told = services().get(name)
            return Account.objects.get(username=told.by if told else DOES.get(name, "dass"))
        posts = Post.objects.live_on(timezone.localdate()).filter(role__in=step.roles)
        if step.side == "council":
            posts = posts.filter(organisation=self.world.council)
        else:
            posts = posts.filter(organisation_id=plan.provider_id if plan else self.world.demo.northgate.pk)
        accounts = Account.objects.filter(is_active=True, worker__posts__in=posts).order_by("pk").distinct()
        if plan and plan.state == "in_verification" and random.randrange(4):
            holders = plan.verifications.filter(outcome="open").values("verifier")
            accounts = accounts.filter(worker__in=holders)
        return random.choice(list(accounts) or self._accounts())


def _was_done_in_a_role_of_the_way(act: Act) -> None:
    step = WAY[act.verb]
    assert act.post
    assert act.post.role in step.roles, f"{act.verb} was done as {act.post.role}"
    side = "council" if act.post.organisation_id == act.council_id else "provider"
    assert side == step.side, f"{act.verb} was done by the {side}"


def _lines() -> int:
    return Act.objects.count()


_TRACES: list[str] = []


def _traces() -> list[tuple[Any, ...]]:
    """How many lines each history has, and the last of each: whatever a service saves adds to one."""
    if not _TRACES:
        tables = [
            table
            for table in connection.introspection.table_names()
            if table.partition("_")[0] in HISTORIES and "historical" in table
        ]
        parts = [f"SELECT '{table}', COUNT(*), MAX(history_id) FROM {table}" for table in sorted(tables)]
        parts.append("SELECT 'hands', COUNT(*), MAX(id) FROM casework_planhand")
        parts.append("SELECT 'versions', COUNT(*), MAX(id) FROM casework_planversion")
        parts.append("SELECT 'reviews', COUNT(*), MAX(id) FROM delegation_assurancereview")
        parts.append("SELECT 'accounts', COUNT(*), SUM(CASE WHEN is_active THEN 1 ELSE 0 END) FROM delegation_account")
        parts.append("SELECT 'tasks', COUNT(*), MAX(id) FROM viewflow_task")
        _TRACES.append(" UNION ALL ".join(parts))
    with connection.cursor() as cursor:
        cursor.execute(_TRACES[0])
        return list(cursor.fetchall())
