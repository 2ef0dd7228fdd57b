"""The pages of verification, funding and brokerage. A plan's are by its public reference, then the act."""

from django.urls import URLPattern, path

from verification.direct_payments import urls as direct_payments
from verification.sampling import urls as sampling
from verification.views import (
    brokerage,
    funding,
    home,
    market,
    measures,
    packages,
    pictures,
    plan,
    quality,
    verifying,
    ways_out,
)

app_name = "verification"


def an_act(address: str, page: type) -> URLPattern:
    """The page of one act on a plan, named by the act."""
    return path(f"plans/<slug:ref>/{address}/", page.as_view(), name=page.act_name)  # type: ignore[attr-defined]


urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("queues/", home.queues, name="queues"),
    path("queues/<slug:queue>/", home.queue, name="queue"),
    path("unsourced/", home.unsourced, name="unsourced"),
    path("picture/", pictures.picture, name="picture"),
    path("contract-measures/", measures.contract_measures, name="contract_measures"),
    path("contract-measures/targets/set/", measures.SetTarget.as_view(), name="set_contract_target"),
    path("flow/", pictures.flow, name="flow"),
    path("flow/way-of-a-plan.svg", pictures.diagram_svg, name="diagram_svg"),
    path("flow/way-of-a-plan.bpmn", pictures.diagram_bpmn, name="diagram_bpmn"),
    path("guide-prices/", market.GuidePrices.as_view(), name="guide_prices"),
    path("urgent-amount/", market.UrgentAmounts.as_view(), name="urgent_amounts"),
    # One plan.
    path("plans/<slug:ref>/", plan.summary, name="plan"),
    path("plans/<slug:ref>/needs/", plan.needs, name="needs"),
    path("plans/<slug:ref>/money/", plan.money, name="money"),
    path("plans/<slug:ref>/versions/", plan.versions, name="versions"),
    path("plans/<slug:ref>/findings/", plan.findings, name="findings"),
    path("plans/<slug:ref>/brokerage/", plan.brokerage, name="brokerage"),
    path("plans/<slug:ref>/history/", plan.history, name="history"),
    path("plans/<slug:ref>/letter/", plan.letter, name="letter"),
    # The provider.
    an_act("send-to-quality-assurance", quality.SendToQualityAssurance),
    an_act("pass-quality-assurance", quality.PassQualityAssurance),
    an_act("return-from-quality-assurance", quality.ReturnFromQualityAssurance),
    an_act("submit", quality.Submit),
    an_act("resubmit", quality.Resubmit),
    an_act("findings/<int:number>/answer", verifying.AnswerFinding),
    # Verification.
    an_act("take-up-verification", verifying.TakeUp),
    an_act("checklist", verifying.Checklist),
    an_act("findings/raise", verifying.RaiseFinding),
    an_act("findings/<int:number>/withdraw", verifying.WithdrawFinding),
    an_act("return-to-provider", verifying.ReturnToProvider),
    an_act("recommend", verifying.Recommend),
    an_act("hand-over", verifying.HandOver),
    # Money.
    an_act("decide-funding", funding.Decide),
    an_act("pass-decision-up", funding.Escalate),
    an_act("refuse-funding", funding.Refuse),
    an_act("return-to-verifier", funding.ReturnFromFunding),
    an_act("decide-price", funding.DecideEnvelope),
    an_act("decide-change", funding.DecideChange),
    # Brokerage.
    an_act("take-up-brokerage", brokerage.TakeUpBrokerage),
    an_act("lines/<slug:line_key>/invite", brokerage.Invite),
    an_act("lines/<slug:line_key>/record-offer", brokerage.RecordOffer),
    an_act("ask-for-higher-envelope", brokerage.AskForEnvelope),
    an_act("award", brokerage.Award),
    an_act("start", brokerage.Start),
    # The package.
    an_act("ask-for-change", packages.AskForChange),
    an_act("suspend", packages.Suspend),
    an_act("resume", packages.Resume),
    an_act("review", packages.BeginReview),
    an_act("conclude-review", packages.ConcludeReview),
    an_act("end", packages.End),
    # What real life needs.
    an_act("start-urgent-support", ways_out.StartUrgentSupport),
    an_act("end-urgent-support", ways_out.EndUrgentSupport),
    an_act("withdraw", ways_out.Withdraw),
    an_act("take-back", ways_out.WithdrawByCouncil),
    an_act("return-to-brokerage", ways_out.ReturnToBrokerage),
    an_act("reopen", ways_out.Reopen),
    an_act("record-death-or-move", ways_out.DeathOrMove),
    # Case-file sampling.
    *sampling.urlpatterns,
    *direct_payments.urlpatterns,
]
