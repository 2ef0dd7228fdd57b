"""Where the pages of after-care are."""

from django.urls import path

from casework.aftercare import views

urlpatterns = [
    path("after-care/", views.aftercares, name="aftercares"),
    path("people/<slug:ref>/after-care/", views.person_aftercare, name="aftercare"),
    path("people/<slug:ref>/after-care/new/", views.Record.as_view(), name="record-aftercare"),
    path("after-care/<slug:ref>/board/", views.BoardDecision.as_view(), name="aftercare-board"),
    path("after-care/<slug:ref>/end/", views.End.as_view(), name="aftercare-end"),
]
