"""Whether sealed versions still say what was sealed: the part of the promises that SQL cannot compute."""

from collections.abc import Iterator

from casework.content import content_hash
from casework.models import PlanVersion


def versions_that_no_longer_match() -> Iterator[str]:
    """The versions whose content no longer has the hash it was sealed with, as "SP-... version 2".

    Reads them one after another, whatever their number.
    """
    versions = PlanVersion.objects.order_by("pk").values_list("plan__ref", "number", "content", "sha256")
    for ref, number, content, sha256 in versions.iterator(chunk_size=500):
        if content_hash(content) != sha256:
            yield f"{ref} version {number}"
