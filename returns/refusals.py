"""What stops a computation, in a sentence."""


class UnusableInput(Exception):  # noqa: N818 - a sentence for the person at the keyboard, as in run.py
    """A file or a word cannot be used; the message says which, and what to do."""
