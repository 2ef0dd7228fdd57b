"""The settings the tests run under: those of production, with a key of no worth, over plain HTTP."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("COUNTERSIGN_SECRET_KEY", "of-no-worth-outside-the-tests")
os.environ.setdefault("COUNTERSIGN_ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("COUNTERSIGN_DATABASE_URL", os.path.join(tempfile.gettempdir(), "countersign-tests.sqlite3"))
# Beside the worlds that are kept between runs, whose rows name these files by their hash.
os.environ.setdefault("COUNTERSIGN_FILES", str(Path(__file__).resolve().parent.parent / "var" / "files-of-tests"))

from config.settings import *  # noqa: F403

SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
# Collected files carry hashes in their names; the tests read the files as they lie in the house.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
# A slow password hash guards passwords, not tests.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
