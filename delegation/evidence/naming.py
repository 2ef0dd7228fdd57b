"""How a pack names people and records: as little as it needs, or by codes of its own.

Neither way holds a name, an address or a word written about a person who draws on care: the register has none but in
its reasons, and those stay at home.
"""

import hmac
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from django.conf import settings
from django.db import models

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

    def post(self, post: Post) -> str:
        """The role a member of staff acted in."""
        return ROLES[post.role].title

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
        made = self._key.copy()
        made.update(f"{kind} {key}".encode())
        return f"{kind}-{made.hexdigest()[:CODE_LENGTH]}"

    @cached_property
    def _key(self) -> hmac.HMAC:
        return hmac.new(settings.SECRET_KEY.encode(), f"evidence pack {self.pack} ".encode(), sha256)
