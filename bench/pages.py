"""The pages people wait for, at 2,000 plans and at 200,000: their time and their queries."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.test import Client

from bench.databases import copy_to, go_to, name_of
from bench.measuring import Timed, alternated, counting, ratio
from bench.seeding import grow_to
from delegation.models import Account
from verification.models import QueueEntry

# Who asks for what; words are posted, because a name never stands in an address.
PAGES = {
    "the verifier's queue": ("verifier", "/queues/verification/", ""),
    "the verifier's queue, overdue": ("verifier", "/queues/verification/?due=overdue", ""),
    "the verifier's home": ("verifier", "/", ""),
    "the team manager's home": ("teammanager", "/", ""),
    "the practitioner's home": ("practitioner", "/", ""),
    "all queues": ("verifier", "/queues/", ""),
    "search by name": ("verifier", "/people/", "Hollis"),
    "search by both names": ("verifier", "/people/", "Hollis, Joan"),
    "the register": ("auditor", "/register/", ""),
}


def logged_in(username: str) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(Account.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _get(client: Client, address: str, words: str = "") -> Any:
    answer = client.post(address, {"words": words}) if words else client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return answer


def sizes(small: int, large: int) -> dict[str, str]:
    """Two databases grown from the one now used; the connection stays on the smaller."""
    little, big = name_of("small"), name_of("large")
    copy_to(little)
    go_to(little)
    grow_to(small)
    copy_to(big)
    go_to(big)
    grow_to(large)
    go_to(little)
    return {"small": little, "large": big}


def compare(places: dict[str, str], *, rounds: int, a_round: int) -> list[dict[str, Any]]:
    """Each page at both sizes in turn: times, ratio and queries."""
    clients: dict[tuple[str, str], Client] = {}
    for size, name in places.items():
        go_to(name)
        for username in {who for who, _, _ in PAGES.values()}:
            clients[size, username] = logged_in(username)
    found = []
    for title, (username, address, words) in PAGES.items():
        counts: dict[str, int] = {}
        times: dict[str, Timed] = {size: Timed() for size in places}
        for size, name in places.items():
            go_to(name)
            _get(clients[size, username], address, words)
            with counting() as counted:
                _get(clients[size, username], address, words)
            counts[size] = counted.rows
        for number in range(rounds):
            for size in list(places)[:: 1 if number % 2 == 0 else -1]:
                go_to(places[size])
                client = clients[size, username]
                _get(client, address, words)  # the database's own memory, as on any working day
                one = alternated({size: _often(client, address, words, a_round)}, rounds=1)[size]
                times[size].wall += [seconds / a_round for seconds in one.wall]
                times[size].processor += [seconds / a_round for seconds in one.processor]
        found.append(
            {
                "page": title,
                "queries": counts,
                **{size: timed.summary() for size, timed in times.items()},
                "ratio_wall": ratio(times["large"].wall, times["small"].wall),
                "ratio_processor": ratio(times["large"].processor, times["small"].processor),
            }
        )
    return found


def _often(client: Client, address: str, words: str, times: int) -> Callable[[], None]:
    def ask() -> None:
        for _ in range(times):
            _get(client, address, words)

    return ask


def queue_of_any_length(places: dict[str, str], lengths: tuple[int, ...]) -> list[dict[str, Any]]:
    """Queries of the verifier's queue page when that queue holds so many; the large database, changed and put back."""
    go_to(places["large"])
    client = logged_in("verifier")
    found = []
    for length in lengths:
        with transaction.atomic():
            rows = QueueEntry.objects.order_by("pk").values("pk")[:length]
            QueueEntry.objects.filter(queue="verification").update(queue="package", state="active")
            QueueEntry.objects.filter(pk__in=rows).update(queue="verification", state="submitted", urgent_until=None)
            _get(client, "/queues/verification/")
            with counting() as counted:
                _get(client, "/queues/verification/")
            held = QueueEntry.objects.filter(queue="verification").count()
            found.append({"in_the_queue": held, "queries": counted.rows})
            transaction.set_rollback(True)
    return found
