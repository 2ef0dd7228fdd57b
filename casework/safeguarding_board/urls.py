"""The addresses of the board, part of casework's."""

from django.urls import path

from casework.safeguarding_board import views

urlpatterns = [
    path("people/<slug:ref>/refer-for-review/", views.ReferForReview.as_view(), name="refer-for-review"),
    path("safeguarding-board/", views.board, name="safeguarding-board"),
    path("safeguarding-board/members/new/", views.RecordMember.as_view(), name="record-board-member"),
    path("safeguarding-board/members/<int:pk>/end/", views.EndMembership.as_view(), name="end-board-membership"),
    path("safeguarding-board/reports/new/", views.RecordReport.as_view(), name="record-board-report"),
    path("safeguarding-board/reviews/<slug:ref>/", views.review, name="safeguarding-review"),
    path("safeguarding-board/reviews/<slug:ref>/decide/", views.DecideReview.as_view(), name="decide-review"),
]
