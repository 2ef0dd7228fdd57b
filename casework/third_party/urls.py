"""The addresses of third parties' requests about a deprivation of liberty."""

from django.urls import URLPattern, path

from casework.third_party import views

urlpatterns: list[URLPattern] = [
    path(
        "people/<slug:ref>/third-party-requests/new/",
        views.RecordThirdPartyRequest.as_view(),
        name="record_third_party_request",
    ),
    path("third-party-requests/", views.third_party_requests, name="third_party_requests"),
    path("third-party-requests/<slug:ref>/", views.third_party_request, name="third_party_request"),
    path(
        "third-party-requests/<slug:ref>/appoint/",
        views.AppointThirdPartyAssessor.as_view(),
        name="appoint_third_party_assessor",
    ),
    path(
        "third-party-requests/<slug:ref>/conclude/",
        views.ConcludeThirdPartyRequest.as_view(),
        name="conclude_third_party_request",
    ),
    path(
        "third-party-requests/<slug:ref>/decline/",
        views.DeclineThirdPartyRequest.as_view(),
        name="decline_third_party_request",
    ),
]
