"""The addresses of complaints."""

from django.urls import URLPattern, path

from casework.complaints import views

urlpatterns: list[URLPattern] = [
    path("people/<slug:ref>/complaints/new/", views.RecordComplaint.as_view(), name="record_complaint"),
    path("complaints/", views.complaints, name="complaints"),
    path("complaints/<slug:ref>/", views.complaint, name="complaint"),
    path("complaints/<slug:ref>/acknowledge/", views.AcknowledgeComplaint.as_view(), name="acknowledge_complaint"),
    path("complaints/<slug:ref>/agree-plan/", views.AgreeComplaintPlan.as_view(), name="agree_complaint_plan"),
    path(
        "complaints/<slug:ref>/agree-longer-period/",
        views.AgreeLongerComplaintPeriod.as_view(),
        name="agree_longer_complaint_period",
    ),
    path(
        "complaints/<slug:ref>/prepare-response/",
        views.PrepareComplaintResponse.as_view(),
        name="prepare_complaint_response",
    ),
    path(
        "complaints/<slug:ref>/return-response/",
        views.ReturnComplaintResponse.as_view(),
        name="return_complaint_response",
    ),
    path("complaints/<slug:ref>/sign-response/", views.SignComplaintResponse.as_view(), name="sign_complaint_response"),
    path("complaints/<slug:ref>/take-over/", views.TakeOverComplaint.as_view(), name="take_over_complaint"),
]
