"""The addresses of a person's professional registrations, under their account; included by delegation's own."""

from django.urls import URLPattern, path

from delegation.registration import views

ONE = "accounts/<str:username>/registrations/"
urlpatterns: list[URLPattern] = [
    path(f"{ONE}record/", views.Record.as_view(), name="record_registration"),
    path(f"{ONE}<str:ref>/suspend/", views.Suspend.as_view(), name="suspend_registration"),
    path(f"{ONE}<str:ref>/lift/", views.Lift.as_view(), name="lift_registration_suspension"),
    path(f"{ONE}<str:ref>/end/", views.End.as_view(), name="end_registration"),
]
