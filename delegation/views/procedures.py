"""The registers and procedures the council keeps beside the way of a plan, and how each is drawn."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from delegation.diagram import flow_svg, picture_size
from delegation.registers import Register, registers_open_to, waiting_in
from delegation.views.places import account_of, council_place_or_404


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """Every register this person may open, with what waits in it and what is late."""
    place, today = council_place_or_404(request), timezone.localdate()
    open_to_them = registers_open_to(account_of(request), place.council)
    rows = list(zip(open_to_them, waiting_in(open_to_them, place.council, today), strict=True))
    return render(request, "delegation/procedures.html", {"rows": rows, "place": place})


@require_safe
def procedure(request: HttpRequest, key: str) -> HttpResponse:
    """How one procedure goes, as the service runs it."""
    register = _register_or_404(request, key)
    width, height = picture_size(register.drawn) if register.drawn else (0, 0)
    told = {
        "register": register,
        "width": width,
        "height": height,
        "place": council_place_or_404(request),
        "back_href": register.href,
        "back_text": register.title,
    }
    return render(request, "delegation/procedure.html", told)


@require_safe
def procedure_svg(request: HttpRequest, key: str) -> HttpResponse:
    """The drawn procedure as a picture."""
    drawn = _register_or_404(request, key).drawn
    if drawn is None:
        raise Http404
    return HttpResponse(flow_svg(drawn), content_type="image/svg+xml")


def _register_or_404(request: HttpRequest, key: str) -> Register:
    place = council_place_or_404(request)
    for one in registers_open_to(account_of(request), place.council):
        if one.key == key:
            return one
    raise Http404
