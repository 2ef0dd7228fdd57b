"""The pages of delegation: may I, the schedule, the register, organisations and people, limits and cover."""

from django.urls import URLPattern, URLResolver, include, path

from delegation.amhp.urls import urlpatterns as amhp_patterns
from delegation.contract import urls as contract
from delegation.information.urls import urlpatterns as information
from delegation.registration.urls import urlpatterns as registration_patterns
from delegation.rest_centres.urls import urlpatterns as rest_centres
from delegation.schedule_change import urls as schedule_change
from delegation.views import assurance, evidence, money, organisations, passwords, procedures, register, schedule, why

app_name = "delegation"
urlpatterns: list[URLPattern | URLResolver] = [
    path("why/", why.why, name="why"),
    path("me/", why.me, name="me"),
    path("me/password/", passwords.ChangePassword.as_view(), name="password"),
    path("schedule/", schedule.schedule, name="schedule"),
    path("schedule/<slug:key>/", schedule.function, name="function"),
    path("schedule/<slug:key>/authorisations/<int:pk>/revoke/", schedule.Revoke.as_view(), name="revoke"),
    path("register/", register.register, name="register"),
    path("register/download/", register.register_download, name="register_download"),
    path("register/<slug:council>/<int:seq>/", register.register_line, name="register_line"),
    path("assurance/", assurance.assurance, name="assurance"),
    path("assurance/sign/", assurance.SignAssuranceReview.as_view(), name="sign_assurance_review"),
    path("assurance/evidence-pack/", evidence.MakeEvidencePack.as_view(), name="make_evidence_pack"),
    path("assurance/reviews/<int:number>/", assurance.assurance_review, name="assurance_review"),
    path(
        "assurance/exceptions/raise/",
        assurance.RaiseAssuranceException.as_view(),
        name="raise_assurance_exception",
    ),
    path(
        "assurance/exceptions/<int:pk>/close/",
        assurance.CloseAssuranceException.as_view(),
        name="close_assurance_exception",
    ),
    path("procedures/", procedures.procedures, name="procedures"),
    path("procedures/<slug:key>/", procedures.procedure, name="procedure"),
    path("procedures/<slug:key>/picture.svg", procedures.procedure_svg, name="procedure_svg"),
    path("", include(contract.urlpatterns)),
    path("", include(schedule_change.urlpatterns)),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/open/", organisations.OpenOrganisation.as_view(), name="open_organisation"),
    path("organisations/<slug:key>/", organisations.organisation, name="organisation"),
    path("organisations/<slug:key>/appoint/", organisations.Appoint.as_view(), name="appoint"),
    path("posts/<int:pk>/end/", organisations.EndPost.as_view(), name="end_post"),
    path("accounts/open/", organisations.OpenAccount.as_view(), name="open_account"),
    path("accounts/<str:username>/", organisations.account, name="account"),
    path("accounts/<str:username>/close/", organisations.CloseAccount.as_view(), name="close_account"),
    path("limits/", money.limits, name="limits"),
    path("limits/set/", money.SetLimit.as_view(), name="set_limit"),
    path("cover/", money.cover, name="cover"),
    path("cover/give/", money.GiveCover.as_view(), name="give_cover"),
    path("cover/<int:pk>/end/", money.EndCover.as_view(), name="end_cover"),
    *registration_patterns,
    *amhp_patterns,
    *information,
    *rest_centres,
]
