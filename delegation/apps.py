"""The delegation app: who may do what, and the registers the council keeps itself."""

from django.apps import AppConfig


class DelegationConfig(AppConfig):
    name = "delegation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each area says at start which acts it guards, which register it keeps and what it promises.
        from delegation.contract import guarded, promises  # noqa: F401, PLC0415
