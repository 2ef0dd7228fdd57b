"""Public references: random, short enough to read over the telephone, and telling nothing of how many there are."""

import re
import secrets

# Crockford's base 32: no I, L, O or U, so nothing is misread.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference(prefix: str) -> str:
    """A new public reference such as SP-7K3M-Q9TD; a unique column decides should two ever agree."""
    letters = [secrets.choice(ALPHABET) for _ in range(8)]
    return f"{prefix}-{''.join(letters[:4])}-{''.join(letters[4:])}"


def is_reference(words: str) -> bool:
    """Whether words are a public reference, which may stand in a sentence, and not a key of the program's own."""
    return bool(re.fullmatch(rf"[A-Z]{{2}}(-[{ALPHABET}]{{4}}){{2}}", words))


def tidy_reference(typed: str) -> str:
    """The reference somebody meant: upper case, no spaces, and O, I, L read as 0, 1, 1 after the prefix."""
    prefix, _, rest = typed.strip().upper().replace(" ", "").partition("-")
    return f"{prefix}-{rest.translate(str.maketrans('OIL', '011'))}" if rest else prefix
