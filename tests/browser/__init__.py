"""Pages in a real Chromium: `python3 run.py browser`."""
