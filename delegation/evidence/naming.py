"""How a pack names people and records: as little as it needs, or by codes of its own.

Neither way holds a name, an address or a word written about a person who draws on care: the register has none but in
its reasons, and those stay at home.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.crypto import salted_hmac

from delegation.models import Organisation, Post, Worker
from delegation.schedule import ROLES

CODE_LENGTH = 10


class People(models.TextChoices):
    """How people are named."""

    MINIMISED = "minimised", "Staff by name, records by reference"
    PSEUDONYMISED = "pseudonymised", "Staff and records by codes made for this pack"


@dataclass(frozen=True)
class Naming:
    """The names of one pack.

    A code is an HMAC under the service's secret key and the pack's reference: the same thing has the same code
    throughout one pack and another in the next, and nobody without the key can go back from it.
    """

    pack: str
    people: str

    @property
    def by_codes(self) -> bool:
        return self.people == People.PSEUDONYMISED

    def worker(self, worker: Worker | None) -> str:
        """A member of staff."""
        if worker is None:
            return ""
        return self._code("person", str(worker.pk)) if self.by_codes else worker.name

    def post(self, post: Post | None) -> str:
        """The role a member of staff acted in."""
        return ROLES[post.role].title if post else ""

    def organisation(self, organisation: Organisation | None) -> str:
        """An organisation, which is named either way."""
        return organisation.name if organisation else ""

    def subject(self, kind: str, reference: str) -> str:
        """The record an act is about; what a council sets up for itself (a function, a limit) is no person's."""
        if not reference or not self.by_codes or ":" in reference or kind in ("function", "register"):
            return reference
        return self._code(kind, reference)

    def said(self, words: str) -> str:
        """A sentence the service wrote itself, which may name staff."""
        return "" if self.by_codes else words

    def _code(self, kind: str, key: str) -> str:
        made = salted_hmac(f"evidence pack {self.pack}", f"{kind} {key}", algorithm="sha256")
        return f"{kind}-{made.hexdigest()[:CODE_LENGTH]}"
