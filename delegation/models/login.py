"""How often somebody tried in vain to log in, under a name and from an address."""

from django.db import models


class LoginTries(models.Model):
    """Tries at logging in under one name or from one address since a moment; neither can be read from the row."""

    # An HMAC of the name or the address with the secret key.
    key = models.CharField(max_length=64, primary_key=True)
    tries = models.PositiveIntegerField()
    since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["since"], name="tries_at_logging_in_by_age")]
