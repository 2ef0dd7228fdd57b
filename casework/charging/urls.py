"""Where the pages of charging are."""

from django.urls import path

from casework.charging import policy_pages, views

urlpatterns = [
    path("people/<slug:ref>/charges/", views.person_charges, name="person-charges"),
    path("people/<slug:ref>/charges/new/", views.Calculate.as_view(), name="calculate-charge"),
    path("charges/", views.charges, name="charges"),
    path("charges/<slug:ref>/", views.charge_record, name="charge"),
    path("charges/<slug:ref>/letter/", views.letter, name="charge-letter"),
    path("charges/<slug:ref>/decide/", views.Decide.as_view(), name="charge-decide"),
    path("charges/<slug:ref>/issue/", views.Issue.as_view(), name="charge-issue"),
    path("charges/<slug:ref>/waive/", views.Waive.as_view(), name="charge-waive"),
    path("charging-policy/", policy_pages.policy_versions, name="charging-policies"),
    path("charging-policy/draft/", policy_pages.DraftPolicy.as_view(), name="charging-policy-draft"),
    path("charging-policy/<int:number>/", policy_pages.policy_version, name="charging-policy"),
    path("charging-policy/<int:number>/approve/", policy_pages.ApprovePolicy.as_view(), name="charging-policy-approve"),
    path(
        "charging-policy/<int:number>/withdraw/", policy_pages.WithdrawPolicy.as_view(), name="charging-policy-withdraw"
    ),
]
