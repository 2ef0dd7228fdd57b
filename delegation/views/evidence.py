"""The page that makes an evidence pack and hands it over as a zip."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from django.http import FileResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from delegation.evidence.making import make_evidence_pack
from delegation.evidence.writing import zip_pack
from delegation.forms import EvidencePackForm
from delegation.refusals import Refused
from delegation.views.places import SetUpPage

# A pack of so many takes under half of the half minute a server gives a page.
MOST_ACTS = 100_000


class MakeEvidencePack(SetUpPage):
    """The council's evidence for some days as one file; its hash stands in the register."""

    form_class = EvidencePackForm
    verb = "record_evidence_pack"
    title = "Make an evidence pack"
    button = "Make and download"
    lead = (
        "Every function with its evidence, who held what, every act and refusal of these days, as web pages and as "
        "CSV, with a list of hashes. That it was made, and by whom, is a line of the register."
    )

    def get_initial(self) -> dict[str, Any]:
        began = date(self.today.year - (self.today.month < 4), 4, 1)
        return {"from_day": began, "to_day": self.today, "people": "minimised"}

    def form_valid(self, form: EvidencePackForm) -> HttpResponseBase:  # type: ignore[override]
        try:
            return self._handed_over(form.cleaned_data)
        except Refused as refused:
            return self.refuse(form, refused)

    def _handed_over(self, typed: dict[str, Any]) -> FileResponse:
        with TemporaryDirectory() as folder:
            written = make_evidence_pack(
                by=self.by, council=self.place.council, into=Path(folder), most_acts=MOST_ACTS, **typed
            )
            whole = TemporaryFile()  # noqa: SIM115 (the answer closes it)
            zip_pack(written, whole)
        whole.seek(0)
        name = f"{written.folder.name}.zip"
        return FileResponse(whole, as_attachment=True, filename=name, content_type="application/zip")

    def next_url(self, result: Any) -> str:
        return reverse("delegation:assurance")
