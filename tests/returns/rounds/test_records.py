"""From a figure to its records and back, who may open them, and that each page takes few queries."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from casework.models import Person
from delegation.demo import DemoOrganisations
from delegation.models import Act
from returns import demo
from returns.demo_rows import a_year
from returns.models import CollectedFile, Figure, ReturnRound
from returns.rounds.reading import figures_of_record, records_behind
from tests.returns.rounds.made import FEW, compiled

pytestmark = pytest.mark.django_db


def test_each_figure_opens_into_records_and_each_record_says_where_it_counts(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile
) -> None:
    cut = compiled(here, held)
    behind: dict[int, set[int]] = {}
    for one in Figure.objects.filter(cut=cut, sources__gt=0):
        numbers = records_behind(cut, one)
        assert numbers, one.place
        for number in numbers:
            behind.setdefault(number, set()).add(one.place)
    assert len(behind) > FEW
    for number in sorted(behind)[:6]:
        assert {one.place for one in figures_of_record(cut, number)} == behind[number]


def test_opening_records_is_in_the_register_and_a_restricted_one_stays_closed(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client
) -> None:
    compiled(here, held)
    row = a_year(held.period_start, held.period_end, people=1)[0]
    client.force_login(here.accounts["returns"])
    address = f"/returns/{held.ref}/cuts/1/records/10000002/"
    assert row["Postcode"] in client.get(address).content.decode()
    assert Act.objects.filter(outcome="read", subject=f"{held.ref}:10000002").exists()
    Person.objects.create(
        ref="PE-TEST-0001",
        council=here.council,
        provider=here.northgate,
        first_name="Invented",
        last_name="Person0",
        date_of_birth=date(1950, 1, 1),
        nhs_number=row["NHS Number"],
        restricted=True,
        restricted_because="Threats.",
    )
    closed = client.get(address).content.decode()
    assert row["Postcode"] not in closed
    assert "restricted" in closed


def test_a_file_that_tells_of_a_restricted_record_opens_to_those_who_submit_and_not_to_the_auditor(
    here: DemoOrganisations, held: ReturnRound, sent: CollectedFile, client: Client
) -> None:
    address = f"/returns/{held.ref}/files/1/sent/"
    assert opened(client, here, "auditor", address) == 200
    row = a_year(held.period_start, held.period_end, people=1)[0]
    Person.objects.create(
        ref="PE-TEST-0001",
        council=here.council,
        provider=here.northgate,
        first_name="Invented",
        last_name="Person0",
        date_of_birth=date(1950, 1, 1),
        council_identifier=row["LA Person Unique Identifier"],
        restricted=True,
        restricted_because="Threats.",
    )
    before = Act.objects.filter(outcome="read").count()
    assert opened(client, here, "auditor", address) == 403
    assert Act.objects.filter(outcome="read").count() == before
    for username in ("returns", "dass", "dataofficer"):
        assert opened(client, here, username, address) == 200
    assert opened(client, here, "auditor", f"/returns/{held.ref}/files/1/report.csv") == 200


def opened(client: Client, here: DemoOrganisations, username: str, address: str) -> int:
    client.force_login(here.accounts[username])
    answer = client.get(address)
    if answer.streaming:  # closing the answer itself would close the database too
        for close in answer._resource_closers:
            close()
    return answer.status_code


def test_pages_take_few_queries_however_many_figures_there_are(
    here: DemoOrganisations,
    held: ReturnRound,
    sent: CollectedFile,
    client: Client,
    django_assert_max_num_queries: Any,
) -> None:
    demo.submitted(here, held)
    client.force_login(here.accounts["returns"])
    one_cut = f"/returns/{held.ref}/cuts/1/"
    pages = ["/returns/", f"/returns/{held.ref}/files/1/", one_cut]
    pages += [f"/returns/{held.ref}/"]
    # Comparing with the files reads what they are now; opening people's records writes a line of the register.
    more = {f"{one_cut}compare/": 13, f"{one_cut}compare/?with=now": 13, f"/returns/{held.ref}/disagreements/": 14}
    for address in [*pages, *more]:
        most = more.get(address, 12)
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200
