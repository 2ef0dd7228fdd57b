"""Which acts each function of the schedule guards, so that a page can say what a function is needed for.

The acts of this app stand here. casework and verification tell theirs with `tell_of_acts` when the program starts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from delegation.authority import Question
from delegation.models import Account, Organisation
from delegation.services import ADMINISTRATION, DIRECTION, DIRECTOR, OVERSIGHT, WITHOUT_CASEWORK
from delegation.wording import in_words, name_in_words, sentence_case

COUNCIL_STAFF: frozenset[str] = frozenset()
# Who sees to it that the council keeps what it must (the schedule's own roles for oversight).
OVERSEERS = frozenset({"dass", "monitoring_officer", "auditor"})
# Who holds none but these sees no case, or only reads: nobody names them to do something about one.
ACT_ON_NO_CASE = WITHOUT_CASEWORK | (OVERSEERS - DIRECTION)


@dataclass(frozen=True, kw_only=True)
class GuardedAct:
    """An act, the function it exercises, and the roles it is for; no roles means any role of that side.

    Args:
        words: the act inside a sentence, "approve an AMHP", where its name alone does not read as that.
    """

    verb: str
    function: str
    side: str
    roles: frozenset[str]
    words: str = ""

    @property
    def title(self) -> str:
        """The act in words: "Open organisation"."""
        return sentence_case(self.in_a_sentence)

    @property
    def in_a_sentence(self) -> str:
        """The act inside a sentence: "open organisation"."""
        return self.words or name_in_words(self.verb)

    def question(self, *, by: Account, council: Organisation, on: date) -> Question:
        """The question the service itself will ask, without what only the form knows."""
        return Question(
            act=self.verb, function=self.function, by=by, on=on, council=council, side=self.side, roles=self.roles
        )


def _own(verb: str, function: str, roles: frozenset[str]) -> GuardedAct:
    return GuardedAct(verb=verb, function=function, side="council", roles=roles)


ACTS: dict[str, GuardedAct] = {
    act.verb: act
    for act in (
        _own("open_organisation", OVERSIGHT, ADMINISTRATION),
        _own("open_account", OVERSIGHT, ADMINISTRATION),
        _own("close_account", OVERSIGHT, ADMINISTRATION),
        _own("appoint_to_post", OVERSIGHT, ADMINISTRATION),
        _own("end_post", OVERSIGHT, ADMINISTRATION),
        _own("authorise_function", DIRECTOR, DIRECTION),
        _own("revoke_authorisation", DIRECTOR, DIRECTION),
        _own("set_financial_limit", DIRECTOR, DIRECTION),
        # The holder gives and ends cover of their own; for anybody else's the service asks for the director.
        _own("give_cover", DIRECTOR, COUNCIL_STAFF),
        _own("end_cover", DIRECTOR, COUNCIL_STAFF),
        _own("see_assurance", OVERSIGHT, OVERSEERS),
        _own("sign_assurance_review", DIRECTOR, DIRECTION),
        _own("raise_assurance_exception", OVERSIGHT, OVERSEERS),
        _own("close_assurance_exception", OVERSIGHT, OVERSEERS),
        _own("record_evidence_pack", OVERSIGHT, OVERSEERS),
    )
}


def tell_of_acts(acts: Iterable[GuardedAct]) -> None:
    """Add the acts of another app, once, when the program starts."""
    ACTS.update({act.verb: act for act in acts})


def act_in_words(verb: str) -> str:
    """An act, told here or not, inside a sentence; the same for a kind of record."""
    return ACTS[verb].in_a_sentence if verb in ACTS else name_in_words(verb)


def title_of_act(verb: str) -> str:
    """An act as it is named on pages: "Answer FOI request"."""
    return sentence_case(act_in_words(verb))


def acts_in_words(verbs: Iterable[str]) -> str:
    """Acts inside a sentence, each as it is named: “Answer FOI request” or “Refuse FOI request”."""
    return in_words([f"“{title_of_act(verb)}”" for verb in verbs])


def acts_guarded_by(function: str) -> list[GuardedAct]:
    """The acts that ask for this function, in the order they were told."""
    return [act for act in ACTS.values() if act.function == function]
