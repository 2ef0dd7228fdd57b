"""The addresses of co-operation, part of casework's."""

from django.urls import URLPattern, path

from casework.co_operation import views

urlpatterns: list[URLPattern] = [
    path("co-operation/", views.co_operation_requests, name="co_operation_requests"),
    path("co-operation/received/new/", views.RecordCoOperationRequest.as_view(), name="record_co_operation_request"),
    path("co-operation/made/new/", views.RequestCoOperation.as_view(), name="request_co_operation"),
    path("co-operation/<slug:ref>/", views.co_operation_request, name="co_operation_request"),
    path("co-operation/<slug:ref>/agree/", views.AgreeToCoOperate.as_view(), name="agree_to_co_operate"),
    path("co-operation/<slug:ref>/decline/", views.DeclineToCoOperate.as_view(), name="decline_to_co_operate"),
    path("co-operation/<slug:ref>/answer/", views.RecordPartnersAnswer.as_view(), name="record_partners_answer"),
    path("co-operation/<slug:ref>/reasons/", views.RecordPartnersReasons.as_view(), name="record_partners_reasons"),
    path(
        "co-operation/<slug:ref>/withdraw/",
        views.WithdrawCoOperationRequest.as_view(),
        name="withdraw_co_operation_request",
    ),
]
