"""The returns app: what the council owes the centre, computed from the data of those who work for it."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "returns"
    default_auto_field = "django.db.models.BigAutoField"
