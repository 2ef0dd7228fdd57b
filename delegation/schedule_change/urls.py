"""Where each page of a change of the schedule is; the app's own addresses include them."""

from django.urls import path

from delegation.schedule_change import views

urlpatterns = [
    path("schedule-changes/", views.schedule_changes, name="schedule_changes"),
    path("schedule-changes/propose/", views.Propose.as_view(), name="propose_schedule_change"),
    path("schedule-changes/<slug:ref>/", views.schedule_change, name="schedule_change"),
    path("schedule-changes/<slug:ref>/approve/", views.Approve.as_view(), name="approve_schedule_change"),
    path("schedule-changes/<slug:ref>/refuse/", views.Refuse.as_view(), name="refuse_schedule_change"),
    path("schedule-changes/<slug:ref>/withdraw/", views.Withdraw.as_view(), name="withdraw_schedule_change"),
]
