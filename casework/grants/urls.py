"""The addresses of disabled facilities grants."""

from django.urls import URLPattern, path

from casework.grants import views

urlpatterns: list[URLPattern] = [
    path("people/<slug:ref>/grants/new/", views.RecordGrantApplication.as_view(), name="record_grant_application"),
    path("grants/", views.grants, name="grants"),
    path("grants/<slug:ref>/", views.grant, name="grant"),
    path(
        "grants/<slug:ref>/confirm/",
        views.ConfirmNecessaryAndAppropriate.as_view(),
        name="confirm_necessary_and_appropriate",
    ),
    path("grants/<slug:ref>/approve/", views.ApproveGrant.as_view(), name="approve_grant"),
    path("grants/<slug:ref>/refuse/", views.RefuseGrant.as_view(), name="refuse_grant"),
]
