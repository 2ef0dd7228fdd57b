"""The addresses of rest centres, part of delegation's."""

from django.urls import URLPattern, path

from delegation.rest_centres import opening_views as openings
from delegation.rest_centres import views

urlpatterns: list[URLPattern] = [
    path("rest-centres/", views.rest_centres, name="rest_centres"),
    path("rest-centres/new/", views.RecordRestCentre.as_view(), name="record_rest_centre"),
    path("rest-centres/<slug:ref>/", views.rest_centre, name="rest_centre"),
    path(
        "rest-centres/<slug:ref>/staffing/",
        views.ArrangeRestCentreStaffing.as_view(),
        name="arrange_rest_centre_staffing",
    ),
    path("rest-centres/<slug:ref>/check/", views.RecordRestCentreCheck.as_view(), name="record_rest_centre_check"),
    path("rest-centres/<slug:ref>/open/", views.ActivateRestCentre.as_view(), name="activate_rest_centre"),
    path("rest-centres/<slug:ref>/withdraw/", views.WithdrawRestCentre.as_view(), name="withdraw_rest_centre"),
    path("rest-centre-openings/<slug:ref>/", openings.rest_centre_opening, name="rest_centre_opening"),
    path(
        "rest-centre-openings/<slug:ref>/attend/",
        openings.RecordRestCentreAttendance.as_view(),
        name="record_rest_centre_attendance",
    ),
    path(
        "rest-centre-openings/<slug:ref>/leave/",
        openings.EndRestCentreAttendance.as_view(),
        name="end_rest_centre_attendance",
    ),
    path(
        "rest-centre-openings/<slug:ref>/count/",
        openings.RecordPeopleReceived.as_view(),
        name="record_people_received",
    ),
    path(
        "rest-centre-openings/<slug:ref>/stand-down/",
        openings.StandDownRestCentre.as_view(),
        name="stand_down_rest_centre",
    ),
    path(
        "rest-centre-openings/<slug:ref>/debrief/",
        openings.DebriefRestCentre.as_view(),
        name="debrief_rest_centre",
    ),
]
