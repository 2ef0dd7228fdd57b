"""Where the pages of deprivation of liberty are."""

from django.urls import path

from casework.dols import views

urlpatterns = [
    path("people/<slug:ref>/dols/new/", views.LogRequest.as_view(), name="record-dols-request"),
    path("dols/", views.requests, name="dols"),
    path("dols/assessors/", views.assessor_list, name="dols-assessors"),
    path("dols/assessors/enter/", views.EnterAssessor.as_view(), name="dols-enter-assessor"),
    path("dols/assessors/<slug:ref>/change/", views.UpdateAssessor.as_view(), name="dols-update-assessor"),
    path("dols/<slug:ref>/", views.request_record, name="dols-request"),
    path("dols/<slug:ref>/notice/", views.notice, name="dols-notice"),
    path("dols/<slug:ref>/extend/", views.Extend.as_view(), name="dols-extend"),
    path("dols/<slug:ref>/select-assessor/", views.Select.as_view(), name="dols-select"),
    path("dols/<slug:ref>/assess/", views.Assess.as_view(), name="dols-assess"),
    path("dols/<slug:ref>/authorise/", views.Grant.as_view(), name="dols-grant"),
    path("dols/<slug:ref>/refuse/", views.Refuse.as_view(), name="dols-refuse"),
    path("dols/<slug:ref>/review/", views.OpenReview.as_view(), name="dols-review"),
    path("dols/<slug:ref>/conclude-review/", views.ConcludeReview.as_view(), name="dols-conclude-review"),
    path("dols/<slug:ref>/suspend/", views.Suspend.as_view(), name="dols-suspend"),
    path("dols/<slug:ref>/resume/", views.Resume.as_view(), name="dols-resume"),
    path("dols/<slug:ref>/end/", views.End.as_view(), name="dols-end"),
]
