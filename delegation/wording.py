"""How days, sums and lists are written in the sentences people read."""

from datetime import date
from decimal import Decimal

from delegation.schedule import ROLES

# How words of the code's names are written for people.
WRITTEN = {"amhp": "AMHP", "cld": "CLD", "dols": "DoLS", "foi": "FOI", "fte": "FTE", "ombudsman": "Ombudsman"}


def long_day(day: date | None) -> str:
    """A day as 3 March 2027."""
    return f"{day.day} {day:%B %Y}" if day else "no day"


def pounds(amount: Decimal) -> str:
    """A sum as £1,500.00."""
    return f"£{amount:,.2f}"


def in_words(items: list[str], *, joiner: str = "or") -> str:
    """A list as a, b or c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"


def role_in_a_sentence(role: str) -> str:
    """A role's title with a small letter, but for the director's and for letters that stand for words."""
    title = ROLES[role].title
    return title if role == "dass" or title[:2].isupper() else title[0].lower() + title[1:]


def name_in_words(name: str) -> str:
    """A name of the code inside a sentence: "answer FOI request" for `answer_foi_request`."""
    return " ".join(WRITTEN.get(word, word) for word in name.replace("_", " ").split(" "))


def sentence_case(words: str) -> str:
    """Words with a capital at their beginning, and their other letters as they are."""
    return words[:1].upper() + words[1:]


def tidy_name(name: str) -> str:
    """A name as it is compared: without regard to case and spaces."""
    return " ".join(name.casefold().split())
