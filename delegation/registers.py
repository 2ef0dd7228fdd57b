"""The registers and procedures the council keeps beside the plan's way, told by the modules that keep them.

    tell_of_register(Register(key="amhp", title="...", function="amhp_approval", address="delegation:amhps", count=...))

The page of registers lists them; each module says how many of its records wait and how many are late.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.urls import reverse

from delegation.assurance import LateWork, tell_of_overdue
from delegation.counting import Told, Waiting, counted
from delegation.diagram import Drawn
from delegation.models import Account, Organisation
from delegation.schedule import FUNCTIONS

Standing = Callable[[Organisation, date], Told]


@dataclass(frozen=True, kw_only=True)
class Register:
    """One register: what it is of, the function that guards it, its page, and how its work stands.

    Args:
        address: the name of its page.
        sections: the law it is kept under.
        is_open_to: whether somebody may see the page; the page itself decides again.
        standing: the work waiting in a council on a day, for `waiting_in` to count.
        shared: where its records belong to several functions, what waits for each of them.
        drawn: its procedure, where it has one.
        kept_by: the council roles that keep it, where the schedule names none for its function.
    """

    key: str
    title: str
    says: str
    function: str
    sections: str
    address: str
    is_open_to: Callable[[Account, Organisation], bool]
    standing: Standing
    shared: tuple[tuple[str, Standing], ...] = ()
    drawn: Drawn | None = None
    kept_by: frozenset[str] = frozenset()

    @property
    def keepers(self) -> frozenset[str]:
        """The council roles on whose first page it stands."""
        return self.kept_by or FUNCTIONS[self.function].council_roles

    @property
    def href(self) -> str:
        return reverse(self.address)


RECORDS = ("record is", "records are")
_registers: dict[str, Register] = {}


def tell_of_register(register: Register) -> None:
    """Add a register, once, when the program starts; what is late in it counts as overdue in its function."""
    _registers[register.key] = register
    for function, standing in register.shared or ((register.function, register.standing),):
        tell_of_overdue(function, partial(_overdue, register, standing))


def registers() -> list[Register]:
    """Every register, by its title."""
    return sorted(_registers.values(), key=lambda one: one.title)


def drawn_procedures() -> dict[str, Drawn]:
    """The drawn procedure of each register that has one, by the register's key."""
    return {one.key: one.drawn for one in registers() if one.drawn}


def registers_open_to(account: Account, council: Organisation) -> list[Register]:
    """The registers somebody may see."""
    return [one for one in registers() if one.is_open_to(account, council)]


def waiting_in(registers: Sequence[Register], council: Organisation, on: date) -> list[Waiting]:
    """The work waiting in each of these registers, counted in one statement but for what they work out themselves."""
    return counted([one.standing(council, on) for one in registers])


def _overdue(register: Register, standing: Standing, council: Organisation, on: date) -> LateWork:
    return LateWork(told=standing(council, on), href=register.href, things=RECORDS)
