"""The delegation app: authority, the register of acts, and the registers the council keeps."""

from django.apps import AppConfig


class DelegationConfig(AppConfig):
    name = "delegation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # check_promises must know what each register promises, and the pages of authority which acts it has.
        from delegation.information import guarded, promises  # noqa: F401, PLC0415
