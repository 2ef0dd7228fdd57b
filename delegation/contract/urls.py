"""Where each page of the contract is; the app's own addresses include them."""

from django.urls import path

from delegation.contract import views

urlpatterns = [
    path("due-diligence/", views.due_diligences, name="due_diligences"),
    path("due-diligence/open/", views.OpenDueDiligence.as_view(), name="open_due_diligence"),
    path("due-diligence/<slug:ref>/", views.due_diligence, name="due_diligence"),
    path("due-diligence/<slug:ref>/evidence/", views.EnterEvidence.as_view(), name="enter_due_diligence_evidence"),
    path("due-diligence/<slug:ref>/score/", views.Score.as_view(), name="score_due_diligence"),
    path("due-diligence/<slug:ref>/sign/", views.Sign.as_view(), name="sign_due_diligence"),
]
