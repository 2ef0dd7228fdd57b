"""Where each page is. The open ones, which ask for no log-in, are all in this file."""

from django.contrib.auth import views as auth
from django.urls import include, path

from config import views
from delegation.views.log_in import LogIn

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("council.css", views.council_css, name="council_css"),
    path("accessibility/", views.accessibility_statement, name="accessibility_statement"),
    path("privacy/", views.privacy_notice, name="privacy_notice"),
    path("source-code/", views.source_code, name="source_code"),
    path("log-in/", LogIn.as_view(), name="login"),
    path("log-out/", auth.LogoutView.as_view(), name="logout"),
    path("", include("delegation.urls")),
    path("", include("casework.urls")),
    path("", include("verification.urls")),
    path("", include("returns.urls")),
]

handler400 = "config.views.bad_request"
handler403 = "config.views.not_allowed"
handler404 = "config.views.not_found"
handler500 = "config.views.fault"
