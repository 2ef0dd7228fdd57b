"""The returns app: what the council owes the centre, collected and computed from those who work for it."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "returns"
    default_auto_field = "django.db.models.BigAutoField"
    # What `manage.py demo` loads of this app, after everything this app stands on.
    demonstrates = {"statutory returns": "returns.demo.load"}

    def ready(self) -> None:
        # check_promises must know what this app promises, and the pages of authority which acts it has.
        from returns.cld import guarded as files  # noqa: F401, PLC0415
        from returns.collections import guarded as collections_guarded  # noqa: F401, PLC0415
        from returns.rounds import guarded, promises  # noqa: F401, PLC0415
