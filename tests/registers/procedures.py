"""The pages of the procedures themselves, tried on the register of AMHPs."""

from tests.registers.kit import Page, Register

REGISTER = Register(
    pages={
        "delegation:procedure": Page(named=lambda things: {"key": "amhp"}),
        "delegation:procedure_svg": Page(named=lambda things: {"key": "amhp"}),
    }
)
