"""The addresses of case-file sampling; a file is named by its sample's number and its plan's reference."""

from django.urls import URLPattern, path

from verification.sampling import views

A_FILE = "sampling/<int:number>/files/<slug:ref>"

urlpatterns: list[URLPattern] = [
    path("sampling/", views.samples, name="samples"),
    path("sampling/draw/", views.DrawSample.as_view(), name="draw_sample"),
    path("sampling/mine/", views.mine, name="my_sampling"),
    path("sampling/<int:number>/", views.sample, name="sample"),
    path(f"{A_FILE}/", views.AuditFile.as_view(), name="sampled_file"),
    path(f"{A_FILE}/auditor/", views.NameAuditor.as_view(), name="name_file_auditor"),
    path(f"{A_FILE}/replace/", views.ReplaceFile.as_view(), name="replace_drawn_file"),
    path(f"{A_FILE}/actions/raise/", views.RaiseAction.as_view(), name="raise_audit_action"),
    path("sampling/actions/<int:pk>/close/", views.CloseAction.as_view(), name="close_audit_action"),
]
