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
        import casework.co_operation.guarded  # noqa: PLC0415
        import casework.co_operation.promises  # noqa: PLC0415
        import casework.complaints.guarded  # noqa: PLC0415
        import casework.complaints.promises  # noqa: PLC0415
        import casework.dols.death  # noqa: PLC0415
        import casework.dols.guarded  # noqa: PLC0415
        import casework.dols.promises  # noqa: PLC0415
        import casework.effects  # noqa: PLC0415
        import casework.grants.guarded  # noqa: PLC0415
        import casework.grants.promises  # noqa: PLC0415

        # check_promises must know what this app promises, and the pages of authority which acts it has.
        import casework.guarded  # noqa: PLC0415
        import casework.guardianship.death  # noqa: PLC0415
        import casework.guardianship.guarded  # noqa: PLC0415
        import casework.guardianship.promises  # noqa: PLC0415
        import casework.promises  # noqa: PLC0415
        import casework.property.guarded  # noqa: PLC0415
        import casework.property.promises  # noqa: PLC0415
        import casework.safeguarding.effects  # noqa: PLC0415
        import casework.safeguarding.guarded  # noqa: PLC0415
        import casework.safeguarding.promises  # noqa: PLC0415
        import casework.safeguarding_board.guarded  # noqa: PLC0415
        import casework.safeguarding_board.promises  # noqa: PLC0415
        import casework.third_party.guarded  # noqa: PLC0415
        import casework.third_party.promises  # noqa: F401, PLC0415
        from casework.closed import closed_records  # noqa: PLC0415
        from delegation.closed import tell_of_closed_records  # noqa: PLC0415

        # The register does not tell those who may not read a person's record what was written about it.
        tell_of_closed_records(closed_records)
