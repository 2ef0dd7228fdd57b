"""The verification app: its flow, its records, and the queue that follows every plan."""

from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "verification"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each of these says at start what others need of it: the queue hears every move, the promises are known.
        from verification import effects, overdue, promises, queue, standing, walked_promises  # noqa: F401, PLC0415
        from verification.direct_payments import guarded as of_payments  # noqa: F401, PLC0415
        from verification.direct_payments import promises as promises_of_payments  # noqa: F401, PLC0415
        from verification.sampling import evidence, guarded  # noqa: F401, PLC0415
        from verification.sampling import promises as of_samples  # noqa: F401, PLC0415
