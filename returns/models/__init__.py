"""What the council keeps of its returns: the rounds, the files as they were sent, the figures, the signatures."""

from returns.models.choices import CutChoice, SourceChoice
from returns.models.collection import CollectedFile
from returns.models.figures import CutFile, Figure, FigureCut, FigureFile
from returns.models.rounds import ReturnRound
from returns.models.signing import ReturnReview, ReturnSignOff, ReturnSubmission

__all__ = [
    "CollectedFile",
    "CutChoice",
    "CutFile",
    "Figure",
    "FigureCut",
    "FigureFile",
    "ReturnReview",
    "ReturnRound",
    "ReturnSignOff",
    "ReturnSubmission",
    "SourceChoice",
]
