"""The addresses of enquiries from outside."""

from django.urls import URLPattern, path

from delegation.information import views

urlpatterns: list[URLPattern] = [
    path("foi/", views.foi_requests, name="foi_requests"),
    path("foi/new/", views.RecordFoiRequest.as_view(), name="record_foi_request"),
    path("foi/<slug:ref>/", views.foi_request, name="foi_request"),
    path("foi/<slug:ref>/extend/", views.ExtendFoiRequest.as_view(), name="extend_foi_request"),
    path("foi/<slug:ref>/answer/", views.AnswerFoiRequest.as_view(), name="answer_foi_request"),
    path("foi/<slug:ref>/refuse/", views.RefuseFoiRequest.as_view(), name="refuse_foi_request"),
]
