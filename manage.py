#!/usr/bin/env python3
"""Django's command line for Countersign; `python3 run.py manage ...` calls it in the right environment."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as why:
        sys.exit(f"{why} Or use `python3 run.py manage`, which does so for a demonstration.")
