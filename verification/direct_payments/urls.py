"""The addresses of direct payments, part of verification's."""

from django.urls import URLPattern, path

from verification.direct_payments import views

A_PAYMENT = "direct-payments/<slug:ref>/"

urlpatterns: list[URLPattern] = [
    path("direct-payments/", views.direct_payments, name="direct_payments"),
    path("plans/<slug:ref>/direct-payment/", views.RequestDirectPayment.as_view(), name="request_direct_payment"),
    path(A_PAYMENT, views.direct_payment, name="direct_payment"),
    path(f"{A_PAYMENT}seller/", views.NameSeller.as_view(), name="name_seller"),
    path(f"{A_PAYMENT}approve/", views.ApproveDirectPayment.as_view(), name="approve_direct_payment"),
    path(f"{A_PAYMENT}refuse/", views.RefuseDirectPayment.as_view(), name="refuse_direct_payment"),
    path(f"{A_PAYMENT}call-review/", views.CallDirectPaymentReview.as_view(), name="call_direct_payment_review"),
    path(f"{A_PAYMENT}review/", views.ReviewDirectPayment.as_view(), name="review_direct_payment"),
    path(f"{A_PAYMENT}terminate/", views.TerminateDirectPayment.as_view(), name="terminate_direct_payment"),
    path(f"{A_PAYMENT}repay/", views.RequireRepayment.as_view(), name="require_repayment"),
]
