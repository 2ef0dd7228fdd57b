"""The settings the bench measures under: those of production, over plain HTTP, with the plain way's tables beside."""

import os
import sys

os.environ.setdefault("COUNTERSIGN_SECRET_KEY", "of-no-worth-outside-the-bench")
os.environ.setdefault("COUNTERSIGN_ALLOWED_HOSTS", "testserver")
os.environ.setdefault("COUNTERSIGN_LOG_LEVEL", "ERROR")
if "COUNTERSIGN_DATABASE_URL" not in os.environ:
    sys.exit("The bench makes and throws away its own databases: python3 run.py bench")

from config.settings import *  # noqa: F403

INSTALLED_APPS = [*INSTALLED_APPS, "bench.plain"]  # noqa: F405
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
