"""Where the pages of deprivation of liberty are."""

from django.urls import path

from casework.dols import act_pages, assessor_pages, views

urlpatterns = [
    path("people/<slug:ref>/dols/new/", act_pages.LogRequest.as_view(), name="record-dols-request"),
    path("dols/", views.requests, name="dols"),
    path("dols/assessors/", assessor_pages.assessor_list, name="dols-assessors"),
    path("dols/assessors/enter/", assessor_pages.EnterAssessor.as_view(), name="dols-enter-assessor"),
    path("dols/assessors/<slug:ref>/change/", assessor_pages.UpdateAssessor.as_view(), name="dols-update-assessor"),
    path("dols/<slug:ref>/", views.request_record, name="dols-request"),
    path("dols/<slug:ref>/notice/", views.notice, name="dols-notice"),
    path("dols/<slug:ref>/extend/", act_pages.Extend.as_view(), name="dols-extend"),
    path("dols/<slug:ref>/select-assessor/", act_pages.Select.as_view(), name="dols-select"),
    path("dols/<slug:ref>/assess/", act_pages.Assess.as_view(), name="dols-assess"),
    path("dols/<slug:ref>/authorise/", act_pages.Grant.as_view(), name="dols-grant"),
    path("dols/<slug:ref>/refuse/", act_pages.Refuse.as_view(), name="dols-refuse"),
    path("dols/<slug:ref>/review/", act_pages.OpenReview.as_view(), name="dols-review"),
    path("dols/<slug:ref>/conclude-review/", act_pages.ConcludeReview.as_view(), name="dols-conclude-review"),
    path("dols/<slug:ref>/suspend/", act_pages.Suspend.as_view(), name="dols-suspend"),
    path("dols/<slug:ref>/resume/", act_pages.Resume.as_view(), name="dols-resume"),
    path("dols/<slug:ref>/end/", act_pages.End.as_view(), name="dols-end"),
]
