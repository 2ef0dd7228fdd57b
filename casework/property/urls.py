"""The addresses of the protection of property."""

from django.urls import URLPattern, path

from casework.property import views

urlpatterns: list[URLPattern] = [
    path(
        "people/<slug:ref>/property/new/", views.ProposePropertyProtection.as_view(), name="propose_property_protection"
    ),
    path("property/", views.property_protections, name="property_protections"),
    path("property/<slug:ref>/", views.property_protection, name="property_protection"),
    path("property/<slug:ref>/authorise/", views.AuthorisePropertyEntry.as_view(), name="authorise_property_entry"),
    path("property/<slug:ref>/refuse/", views.RefusePropertyEntry.as_view(), name="refuse_property_entry"),
    path("property/<slug:ref>/enter/", views.RecordPropertyEntry.as_view(), name="record_property_entry"),
    path("property/<slug:ref>/end/", views.EndPropertyProtection.as_view(), name="end_property_protection"),
]
