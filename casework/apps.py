"""The casework app: person to plan."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # check_promises must know what this app promises, and the pages of authority which acts it has.
        from casework import guarded, promises  # noqa: F401, PLC0415
        from casework.closed import closed_records  # noqa: PLC0415
        from casework.complaints import guarded as complaints_guarded  # noqa: F401, PLC0415
        from casework.complaints import promises as complaints_promises  # noqa: F401, PLC0415
        from casework.grants import guarded as grants_guarded  # noqa: F401, PLC0415
        from casework.grants import promises as grants_promises  # noqa: F401, PLC0415
        from casework.property import guarded as property_guarded  # noqa: F401, PLC0415
        from casework.property import promises as property_promises  # noqa: F401, PLC0415
        from delegation.closed import tell_of_closed_records  # noqa: PLC0415

        # The register does not tell those who may not read a person's record what was written about it.
        tell_of_closed_records(closed_records)
