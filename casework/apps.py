"""The casework app: person to plan."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # check_promises must know what this app promises, and the pages of authority which acts it has.
        from casework import guarded, promises  # noqa: F401, PLC0415
