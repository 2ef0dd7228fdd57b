"""The pages of verification, funding and brokerage."""

from django.urls import URLPattern

app_name = "verification"
urlpatterns: list[URLPattern] = []
