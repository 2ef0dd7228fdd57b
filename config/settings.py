"""Every setting, from the environment, safe when nothing is set: no debugging, no default secret key,
cookies over TLS only, a log-in for every page but a listed few.

`COUNTERSIGN_DEMO=1` loosens what a trial on one's own machine needs (plain HTTP on this machine only).
DEVELOPERS.md lists the names.
"""

import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config import environment

HOUSE = Path(__file__).resolve().parent.parent

DEMO = environment.flag("DEMO")
DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.text("SECRET_KEY", "only-for-a-demo-on-this-machine" if DEMO else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set COUNTERSIGN_SECRET_KEY to a long random value that nobody else knows.")
SECRET_KEY_FALLBACKS = environment.names("OLD_SECRET_KEYS")

THIS_MACHINE = "localhost,127.0.0.1,[::1]"
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", THIS_MACHINE if DEMO else "")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if host != "*"]

# The council's own face.
COUNCIL_NAME = environment.text("COUNCIL_NAME", "Exampleshire Council")
SERVICE_NAME = environment.text("SERVICE_NAME", "Countersign")
COLOUR = environment.text("COLOUR", "#00506b")
if not re.fullmatch(r"#[0-9a-fA-F]{6}", COLOUR):
    raise ImproperlyConfigured("COUNTERSIGN_COLOUR must be a colour such as #00506b.")
CONTACT_EMAIL = environment.text("CONTACT_EMAIL")
# The AGPL asks that whoever uses this over a network can have its source: where yours is.
SOURCE_CODE_URL = environment.text("SOURCE_CODE_URL")

INSTALLED_APPS = [
    # Before viewflow, so that our templates are found first.
    "delegation",
    "casework",
    "verification",
    "returns",
    "viewflow",
    "viewflow.workflow",
    "guardian",
    "simple_history",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.forms",  # the widgets' own templates, which ours stand on
    "config.static.OwnStaticFiles",
]

MIDDLEWARE = [
    "config.headers.AnswerHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.sessions.KeepSessionAlive",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.refusals.RefusalPages",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
CSRF_FAILURE_VIEW = "config.views.form_expired"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOUSE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.council",
            ],
            "builtins": ["delegation.templatetags.govuk"],
        },
    }
]
FORM_RENDERER = "delegation.govuk.GovukRenderer"

# Data.
DATABASES = {
    "default": environment.database(environment.text("DATABASE_URL", str(HOUSE / "var" / "countersign.sqlite3")))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Files sent for the returns, and the figures made of them, each under its hash: personal data, outside the web root.
FILES = Path(environment.text("FILES", environment.files_beside(DATABASES["default"], HOUSE)))
# Working days between the day a provider must have sent its data and the day the council must have submitted.
CUT_OFF_DAYS = environment.whole_number("CUT_OFF_DAYS", 10)

# Who may come in.
AUTH_USER_MODEL = "delegation.Account"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "guardian.backends.ObjectPermissionBackend",
]
ANONYMOUS_USER_NAME = None  # guardian: nobody who has not logged in holds a grant
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"

# Bad tries at logging in before one waits: under a name, from an address; counted over so many minutes.
LOGIN_TRIES = environment.one_or_more("LOGIN_TRIES", 5)
LOGIN_ADDRESS_TRIES = environment.one_or_more("LOGIN_ADDRESS_TRIES", 50)
LOGIN_MINUTES = environment.one_or_more("LOGIN_MINUTES", 15)

# Thirty minutes without a touch and the session is over; closing the browser ends it too.
SESSION_COOKIE_AGE = 30 * 60
SESSION_TOUCHED_EVERY = 60  # seconds; so that a page read is not also a write
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# TLS.
SECURE_SSL_REDIRECT = not DEMO
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # a load balancer asks these inside the wall
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMO
IS_BEHIND_A_PROXY = environment.flag("BEHIND_TLS_PROXY")
# How many proxies, one after another, write the address they were asked from at the end of X-Forwarded-For. Where
# there is a proxy and this says none, the client's address is not known and no address is counted.
PROXIES = environment.whole_number("PROXIES", 0)
if IS_BEHIND_A_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = [
    # HSTS preloading binds the council's whole domain, not this service: it is the domain owner's decision.
    "security.W021",
]

# Large plans are many fields; an import file is streamed to disk, never held in memory whole.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Language and time.
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"

# Static files.
STATIC_URL = "static/"
STATIC_ROOT = HOUSE / "collected"
STATICFILES_DIRS = [HOUSE / "static"]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEMO or DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.logs.NoPersonalDetails",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": environment.text("LOG_LEVEL", "INFO")},
    "loggers": {
        # Django's own handlers would mail or print the request: one line to stderr is what is kept.
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "django.db.backends": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
