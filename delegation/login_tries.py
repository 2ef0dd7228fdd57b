"""Bad tries at logging in are counted in the database, so that guessing is slow however many workers answer.

A try is counted before its password is looked at, in one statement: of many at once no more than are allowed come
further. A good one is taken off again. See docs/decisions/logging-in.md.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from unicodedata import normalize

from django.conf import settings
from django.db import connection
from django.db.models import Case, F, When
from django.utils import timezone
from django.utils.crypto import salted_hmac

from delegation.models import LoginTries

logger = logging.getLogger(__name__)

# One more try of each key; one that began longer ago than the limit's minutes begins anew.
_ONE_MORE = (
    "INSERT INTO delegation_logintries (key, tries, since) VALUES {rows} ON CONFLICT (key) DO UPDATE SET "
    "tries = CASE WHEN delegation_logintries.since <= %s THEN 1 ELSE delegation_logintries.tries + 1 END, "
    "since = CASE WHEN delegation_logintries.since <= %s THEN excluded.since ELSE delegation_logintries.since END "
    "RETURNING *"
)


@dataclass(frozen=True)
class Try:
    """One try at logging in: under which name, from which address, and how long to wait where there were too many."""

    name: str
    address: str | None
    wait: timedelta | None

    @property
    def keys(self) -> list[str]:
        """The rows it is counted in, always in one order, so that two tries can wait for each other."""
        return sorted(key for key in (self.name, self.address) if key)


def begin_try(*, name: str, address: str) -> Try:
    """Count a try before the password is looked at; `wait` says how long where it may not be. One statement.

    Args:
        address: as `address_of` gives it; empty where the client's own is not known, and then only the name counts.
    """
    folded = normalize("NFKC", name).casefold().strip()
    begun = Try(_key("name", folded), _key("address", address) if address else None, None)
    now = timezone.now()
    waits = [wait for row in _counted(begun.keys, now) if (wait := _wait(row, begun, now))]
    return Try(begun.name, begun.address, max(waits)) if waits else begun


def forgive(good: Try) -> None:
    """The try was good: its name begins anew, and it does not count against its address. One statement."""
    fewer = Case(When(pk=good.name, then=0), When(tries__gt=0, then=F("tries") - 1), default=0)
    LoginTries.objects.filter(pk__in=good.keys).update(tries=fewer)


def forget_old_tries() -> None:
    """Remove what no longer counts. One statement."""
    LoginTries.objects.filter(since__lte=timezone.now() - _for_how_long()).delete()


def address_of(forwarded_for: str, remote: str) -> str:
    """The address a try comes from; empty where it cannot be told.

    Behind proxies it is the one that the outermost of them, of as many as the setting says, wrote at its place in
    X-Forwarded-For; whatever stands before it the client may have made up. An IPv6 address counts as its network of 64.
    """
    if not settings.PROXIES:
        return "" if settings.IS_BEHIND_A_PROXY else _counted_as(remote)
    written = [part.strip() for part in forwarded_for.split(",")]
    return _counted_as(written[-settings.PROXIES]) if len(written) >= settings.PROXIES else ""


def _counted_as(written: str) -> str:
    bare = written.rpartition(":")[0] if written.count(":") == 1 else written  # some proxies write the port too
    try:
        address = ip_address(bare.strip("[]"))
    except ValueError:
        return ""
    mapped = getattr(address, "ipv4_mapped", None)
    if address.version == 4 or mapped:
        return str(mapped or address)
    return str(ip_network((int(address) >> 64 << 64, 64)))


def _counted(keys: list[str], now: datetime) -> list[LoginTries]:
    adapt = connection.ops.adapt_datetimefield_value
    words = _ONE_MORE.format(rows=", ".join(["(%s, 1, %s)"] * len(keys)))
    ended = adapt(now - _for_how_long())
    asked = [value for key in keys for value in (key, adapt(now))]
    return list(LoginTries.objects.raw(words, [*asked, ended, ended]))


def _wait(row: LoginTries, begun: Try, now: datetime) -> timedelta | None:
    kind, most = ("name", settings.LOGIN_TRIES) if row.key == begun.name else ("address", settings.LOGIN_ADDRESS_TRIES)
    if row.tries <= most:
        return None
    if row.tries == most + 1:
        logger.warning("Too many tries at logging in (%d) for one %s; it waits.", most, kind)
    return row.since + _for_how_long() - now


def _for_how_long() -> timedelta:
    return timedelta(minutes=settings.LOGIN_MINUTES)


def _key(kind: str, value: str) -> str:
    return salted_hmac("delegation.login_tries", f"{kind}:{value}", algorithm="sha256").hexdigest()
