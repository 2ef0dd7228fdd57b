"""The casework app: person to plan."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # What each of the registers tells: its acts, its page, its promises.
        import casework.aftercare.guarded  # noqa: PLC0415
        import casework.aftercare.promises  # noqa: PLC0415
        import casework.charging.guarded  # noqa: PLC0415
        import casework.charging.promises  # noqa: PLC0415
        import casework.dols.guarded  # noqa: PLC0415
        import casework.dols.promises  # noqa: F401, PLC0415

        # check_promises must know what this app promises, and the pages of authority which acts it has.
        from casework import effects, guarded, promises  # noqa: F401, PLC0415
        from casework.closed import closed_records  # noqa: PLC0415
        from casework.safeguarding import guarded as safeguarding_acts  # noqa: F401, PLC0415
        from casework.safeguarding import promises as safeguarding_promises  # noqa: F401, PLC0415
        from casework.safeguarding_board import guarded as board_acts  # noqa: F401, PLC0415
        from casework.safeguarding_board import promises as board_promises  # noqa: F401, PLC0415
        from delegation.closed import tell_of_closed_records  # noqa: PLC0415

        # The register does not tell those who may not read a person's record what was written about it.
        tell_of_closed_records(closed_records)
