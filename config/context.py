"""What every page knows: the council's name, and where the source code is."""

from django.conf import settings
from django.http import HttpRequest


def council(request: HttpRequest) -> dict[str, object]:
    """The names a page shows in its header and footer."""
    return {
        "council_name": settings.COUNCIL_NAME,
        "service_name": settings.SERVICE_NAME,
        "source_code_url": settings.SOURCE_CODE_URL,
        "contact_email": settings.CONTACT_EMAIL,
        "is_demo": settings.DEMO,
    }
