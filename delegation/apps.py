"""The delegation app: who may do what, the register of acts, and the registers the council keeps."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class DelegationConfig(AppConfig):
    name = "delegation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each area says at start which acts it guards, which register it keeps and what it promises.
        import delegation.amhp.guarded  # noqa: PLC0415
        import delegation.amhp.promises  # noqa: PLC0415
        import delegation.contract.guarded  # noqa: PLC0415
        import delegation.contract.promises  # noqa: PLC0415
        import delegation.information.guarded  # noqa: PLC0415
        import delegation.information.promises  # noqa: PLC0415
        import delegation.registration.guarded  # noqa: PLC0415
        import delegation.rest_centres.guarded  # noqa: PLC0415
        import delegation.rest_centres.promises  # noqa: PLC0415
        import delegation.schedule_change.guarded  # noqa: PLC0415
        import delegation.schedule_change.promises  # noqa: F401, PLC0415
        from delegation.checks import databases_can_be_used  # noqa: PLC0415

        register(databases_can_be_used, Tags.database)
