"""The pages of due diligence: what there is on each provider, its nine areas, and the acts on it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.authority import Question
from delegation.contract.areas import DISCIPLINES, areas_of
from delegation.contract.diligence import (
    enter_due_diligence_evidence,
    not_an_evaluator,
    open_due_diligence,
    score_due_diligence,
    sign_due_diligence,
)
from delegation.contract.forms import EvidenceForm, OpenDueDiligenceForm, ScoreForm, SignDueDiligenceForm
from delegation.contract.rules import SIGNATORIES, why_not_signable
from delegation.contract.selectors import (
    EVALUATED,
    FALLS_DUE_SOON,
    IN_DATE,
    OUT_OF_DATE,
    AreaSeen,
    Standing,
    areas_seen,
    due_diligence_by_ref,
    due_diligences_of,
    expiries_of,
    scores_given,
    standings_of,
    team_of,
)
from delegation.contract.tables import Table, columns, day, link, tag
from delegation.directory import organisation_by_key, providers_of, workers_of
from delegation.models import DueDiligence, DueDiligenceEvidence, Evaluator
from delegation.register_reading import Wanted, last_lines
from delegation.views.places import SetUpPage, account_of, council_place_or_404, found_or_404, may, question_of
from delegation.wording import long_day

COLOURS = {EVALUATED: "blue", IN_DATE: "green", FALLS_DUE_SOON: "yellow", OUT_OF_DATE: "red"}
A_PAGE = 50


def state_of(one: Standing) -> dict[str, str]:
    """How a due diligence stands, as a tag."""
    return {"text": one.state.capitalize(), "colour": COLOURS[one.state]}


@require_safe
def due_diligences(request: HttpRequest) -> HttpResponse:
    """Every due diligence of the council, the last opened first."""
    place, today = council_place_or_404(request), timezone.localdate()
    page = Paginator(due_diligences_of(place.council), A_PAGE).get_page(request.GET.get("page"))
    rows = [
        (
            link(one.diligence.organisation, reverse("delegation:due_diligence", args=[one.diligence.ref])),
            {"text": one.diligence.ref, "whole": True},
            tag(one.state.capitalize(), COLOURS[one.state]),
            day(one.diligence.signed_on, "Not signed"),
            day(one.last_day),
        )
        for one in standings_of(page.object_list, today)
    ]
    headings = columns("Provider", "Reference", "State", "Signed", "Last day in date")
    opens = {"text": "Open a due diligence", "href": reverse("delegation:open_due_diligence")}
    told = {
        "title": "Due diligence",
        "lead": "Nothing is authorised to a provider before its nine areas are evidenced, scored by six disciplines "
        "and signed by the strategic director. It stands until the signature or the first of its evidence runs out.",
        "ways": [opens] if may(request, place, "open_due_diligence") else [],
        "tables": [Table(caption="Providers", columns=headings, rows=rows, nothing="No provider was looked into yet.")],
        "page": page,
        "place": place,
        "back_href": reverse("delegation:procedures"),
        "back_text": "Procedures",
    }
    return render(request, "delegation/contract/list.html", told)


@require_safe
def due_diligence(request: HttpRequest, ref: str) -> HttpResponse:
    """One due diligence: where it stands, what is missing, the nine areas, the team, and what was done."""
    place, account, today = council_place_or_404(request), account_of(request), timezone.localdate()
    held = found_or_404(due_diligence_by_ref(place.council, ref))
    (standing,) = standings_of([held], today)
    team = team_of(held)
    waits = [] if held.signed_on else why_not_signable(expiries_of([held], today)[held.pk], scores_given(held), today)
    told = {
        "title": f"Due diligence on {held.organisation}",
        "caption": held.ref,
        "state": state_of(standing),
        "waits_title": "Before it can be signed:",
        "waits": waits,
        "ways": _ways(request, held, team, place),
        "facts": _facts(held, standing),
        "tables": [_areas(areas_seen(held)), _team(team)],
        "acts": last_lines(account, place.council, Wanted(kind="due_diligence", subject=held.ref), 50),
        "place": place,
        "back_href": reverse("delegation:due_diligences"),
        "back_text": "Due diligence",
    }
    return render(request, "delegation/contract/record.html", told)


def _facts(held: DueDiligence, standing: Standing) -> list[dict[str, Any]]:
    facts = [{"key": "Opened", "value": f"{long_day(held.opened_on)}, by {held.opened_by}"}]
    if held.signed_on and held.post:
        who = f"{held.signed_by}, {held.post.role_title}, on {long_day(held.signed_on)}"
        facts += [
            {"key": "Signed by", "value": who},
            {"key": "On what it rests", "value": held.remarks},
            {"key": "Signed until", "value": long_day(held.valid_to)},
            {"key": "Last day in date", "value": long_day(standing.last_day)},
        ]
    return facts


def _ways(request: HttpRequest, held: DueDiligence, team: list[Evaluator], place: Any) -> list[dict[str, str]]:
    """What this person may do next."""
    on_team = account_of(request).worker_id in {each.worker_id for each in team}
    possible = [
        ("enter_due_diligence_evidence", "Enter evidence", on_team),
        ("score_due_diligence", "Score your areas", on_team and not held.signed_on),
        ("sign_due_diligence", "Sign", not on_team and not held.signed_on),
    ]
    return [
        {"text": text, "href": reverse(f"delegation:{verb}", args=[held.ref]), "kind": "secondary"}
        for verb, text, fits in possible
        if fits and may(request, place, verb)
    ]


def _areas(seen: list[AreaSeen]) -> Table:
    rows = []
    for one in seen:
        what = " ".join(f"{each.what} Kept at: {each.kept_at}." for each in one.evidence) or "None yet"
        ends = [each.expires_on for each in one.evidence]
        until = "–" if not ends else "Does not run out" if None in ends else long_day(max(filter(None, ends)))
        scored = "; ".join(
            f"{each.evaluator.get_discipline_display()}: {each.get_score_display()} ({each.score}). {each.reasons}"
            for each in one.scores
        )
        rows.append(({"text": one.area.title, "small": one.area.asks}, what, until, scored or "Not scored yet"))
    return Table(caption="The nine areas", columns=columns("Area", "Evidence", "In date until", "Scores"), rows=rows)


def _team(team: list[Evaluator]) -> Table:
    rows = [
        (each.get_discipline_display(), str(each.worker), ", ".join(area.title for area in areas_of(each.discipline)))
        for each in team
    ]
    return Table(caption="Who evaluates", columns=columns("Discipline", "Who", "Scores"), rows=rows)


class OpenDueDiligence(SetUpPage):
    """A provider is to be looked into; its six evaluators are named."""

    form_class = OpenDueDiligenceForm
    verb = "open_due_diligence"
    title = "Open a due diligence"
    button = "Open due diligence"
    lead = "Name somebody of the council for each discipline. Whoever evaluates does not sign."

    def get_form_kwargs(self) -> dict[str, Any]:
        providers = [(one.key, one.name) for one in providers_of(self.place)]
        people = [(each.pk, each.name) for each in workers_of(self.place.council, self.today, but=SIGNATORIES)]
        return super().get_form_kwargs() | {"providers": providers, "people": people}

    def act(self, form: OpenDueDiligenceForm) -> DueDiligence:
        typed = form.cleaned_data
        council = self.place.council
        organisation = found_or_404(organisation_by_key(self.place, typed["organisation"]))
        workers = {str(worker.pk): worker for worker in workers_of(council, self.today)}
        team = {each: found_or_404(workers.get(typed[each])) for each in DISCIPLINES}
        return open_due_diligence(by=self.by, council=council, organisation=organisation, team=team)

    def done(self, result: DueDiligence) -> str:
        return "The due diligence is open."

    def next_url(self, result: DueDiligence | None) -> str:
        if result is None:
            return reverse("delegation:due_diligences")
        return reverse("delegation:due_diligence", args=[result.ref])


class DueDiligencePage(SetUpPage):
    """An act on one due diligence."""

    held: DueDiligence

    def find(self, **named: Any) -> None:
        self.held = found_or_404(due_diligence_by_ref(self.place.council, named["ref"]))

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        return super().get_context_data(caption=f"{self.held.organisation}, {self.held.ref}", **named)

    def next_url(self, result: Any) -> str:
        return reverse("delegation:due_diligence", args=[self.held.ref])


class EvaluatorPage(DueDiligencePage):
    """An act for those on the team; others are told who they are."""

    def evaluator_or_refused(self, question: Question) -> Evaluator:
        team = team_of(self.held)
        for each in team:
            if each.worker_id == self.by.worker_id:
                return each
        raise not_an_evaluator(question, team)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        self.evaluator_or_refused(question_of(request, self.place, self.verb))
        return response


class EnterEvidence(EvaluatorPage):
    """An evaluator enters what was seen in one area."""

    form_class = EvidenceForm
    verb = "enter_due_diligence_evidence"
    title = "Enter evidence"
    button = "Enter evidence"

    def act(self, form: EvidenceForm) -> DueDiligenceEvidence:
        return enter_due_diligence_evidence(by=self.by, diligence=self.held.ref, **form.cleaned_data)

    def done(self, result: DueDiligenceEvidence) -> str:
        return f"The evidence on {result.get_area_display().lower()} is entered."


class Score(EvaluatorPage):
    """An evaluator scores the areas of their discipline."""

    form_class = ScoreForm
    verb = "score_due_diligence"
    title = "Score your areas"
    button = "Give scores"
    lead = "An area stands where each discipline that answers for it scores it 2 or more."

    def get_form_kwargs(self) -> dict[str, Any]:
        own = next((each for each in team_of(self.held) if each.worker_id == self.by.worker_id), None)
        return super().get_form_kwargs() | {"areas": areas_of(own.discipline) if own else []}

    def act(self, form: ScoreForm) -> DueDiligence:
        return score_due_diligence(by=self.by, diligence=self.held.ref, scores=form.scores())

    def done(self, result: DueDiligence) -> str:
        return "Your scores are given."


class Sign(DueDiligencePage):
    """The strategic director signs that the council may rely on the provider."""

    form_class = SignDueDiligenceForm
    verb = "sign_due_diligence"
    title = "Sign the due diligence"
    button = "Sign"
    lead = "From your signature functions may be authorised to this provider."

    def act(self, form: SignDueDiligenceForm) -> DueDiligence:
        return sign_due_diligence(by=self.by, diligence=self.held.ref, **form.cleaned_data)

    def done(self, result: DueDiligence) -> str:
        return f"Signed. {result.organisation} may be relied on until {long_day(result.valid_to)}."
