"""The delegation app: who may do what, the register of acts, and the registers the council keeps."""

from django.apps import AppConfig


class DelegationConfig(AppConfig):
    name = "delegation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each of these says at start what others need of it: its acts, its register, its promises.
        from delegation.amhp import guarded, promises  # noqa: F401, PLC0415
        from delegation.registration import guarded as registration_guarded  # noqa: F401, PLC0415
