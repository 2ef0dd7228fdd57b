"""Guardianship, for the proofs: an application and a guardianship at every step, its services and its pages."""

from tests.registers.guardianship.pages import PAGES, furnish
from tests.registers.guardianship.services import SERVICES
from tests.registers.guardianship.steps import days_pass, populate
from tests.registers.kit import Register

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate, days_pass=days_pass)
