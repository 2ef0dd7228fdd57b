"""The verification app: its flow, its records, and the queue that follows every plan."""

from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "verification"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # The queue must hear of every move of a plan, whichever service made it.
        from verification import promises, queue, walked_promises  # noqa: F401, PLC0415
