"""Figures compiled for a round, with the files they came from: written once, never changed."""

from django.conf import settings
from django.db import models

from delegation.models import Post
from returns.models.collection import CollectedFile
from returns.models.rounds import ReturnRound


class FigureCut(models.Model):
    """The figures of a round as they were once compiled. Compiling again makes another cut.

    `content` names every file that went in and every file that came out by its hash; `sha256` is over that.
    """

    round = models.ForeignKey(ReturnRound, on_delete=models.PROTECT, related_name="cuts")
    number = models.PositiveIntegerField()
    compiled_at = models.DateTimeField()
    compiled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    compiled_in = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    rows = models.IntegerField()
    # Accepted rows that do not count: the same event told twice, or a row that was not chosen.
    left_out = models.IntegerField(default=0)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="a_cut_is_numbered_once_in_its_round"),
        ]

    def __str__(self) -> str:
        return f"Cut {self.number}"


class CutFile(models.Model):
    """A collected file whose accepted rows went into a cut: the last of its organisation when it was compiled."""

    cut = models.ForeignKey(FigureCut, on_delete=models.PROTECT, related_name="sources")
    file = models.ForeignKey(CollectedFile, on_delete=models.PROTECT, related_name="cuts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cut", "file"], name="a_file_goes_into_a_cut_once"),
        ]


class FigureFile(models.Model):
    """One file of a cut: figures, the lineage behind them, or what the corrected method changes of them.

    The bytes lie under their hash.
    """

    class Kind(models.TextChoices):
        FIGURES = "figures", "Figures"
        LINEAGE = "lineage", "Lineage"
        CHANGES = "changes", "Changes"

    cut = models.ForeignKey(FigureCut, on_delete=models.PROTECT, related_name="files")
    table = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    lines = models.IntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cut", "name"], name="a_cut_has_each_of_its_files_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Figure(models.Model):
    """One number of a cut, as its file prints it, and how many lines of the lineage stand behind it."""

    cut = models.ForeignKey(FigureCut, on_delete=models.PROTECT, related_name="figures")
    # Its place in the cut, from 1: what an address names it by.
    place = models.IntegerField()
    table = models.CharField(max_length=20)
    file = models.CharField(max_length=60)
    # What it is of, as the file's other columns say, in their order; and the column that holds the number.
    says = models.JSONField()
    measure = models.CharField(max_length=60)
    value = models.CharField(max_length=40)
    # The number where it counts people or events; nothing for a percentage.
    count = models.BigIntegerField(null=True)
    # Lines of the lineage behind it; nothing where the published lineage names none for this count.
    sources = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cut", "place"], name="a_figure_has_one_place_in_its_cut"),
        ]
        indexes = [
            # A page of a table's figures, in the order of the file.
            models.Index(fields=["cut", "table", "place"], name="figures_of_a_table"),
        ]
