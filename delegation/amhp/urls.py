"""The addresses of the register of AMHPs, included by delegation's own."""

from django.urls import URLPattern, path

from delegation.amhp import views, views_of_one

urlpatterns: list[URLPattern] = [
    path("amhps/", views.amhps, name="amhps"),
    path("amhps/apply/", views.Apply.as_view(), name="amhp_apply"),
    path("amhps/<str:ref>/", views_of_one.amhp, name="amhp"),
    path("amhps/<str:ref>/competence/", views_of_one.RecordCompetence.as_view(), name="amhp_competence"),
    path("amhps/<str:ref>/approve/", views_of_one.Approve.as_view(), name="amhp_approve"),
    path("amhps/<str:ref>/refuse/", views_of_one.Refuse.as_view(), name="amhp_refuse"),
    path("amhps/<str:ref>/training/", views_of_one.RecordTraining.as_view(), name="amhp_training"),
    path("amhps/<str:ref>/suspend/", views_of_one.Suspend.as_view(), name="amhp_suspend"),
    path("amhps/<str:ref>/lift/", views_of_one.Lift.as_view(), name="amhp_lift"),
    path("amhps/<str:ref>/acting/", views_of_one.RecordActing.as_view(), name="amhp_acting"),
    path("amhps/<str:ref>/acting/<int:number>/end/", views_of_one.EndActing.as_view(), name="amhp_acting_end"),
    path("amhps/<str:ref>/end/", views_of_one.End.as_view(), name="amhp_end"),
    path("amhps/<str:ref>/notices/<int:number>/", views_of_one.notice, name="amhp_notice"),
]
