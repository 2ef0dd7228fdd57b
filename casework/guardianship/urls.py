"""Where the pages of guardianship are."""

from django.urls import path

from casework.guardianship import act_pages, views

ACT_PAGES = {
    "accept": act_pages.Accept,
    "refuse": act_pages.Refuse,
    "withdraw": act_pages.Withdraw,
    "amend": act_pages.Amend,
    "renew": act_pages.Renew,
    "visit": act_pages.Visit,
    "attendant": act_pages.Attendant,
    "notice": act_pages.Notice,
    "guardian": act_pages.ChangeGuardian,
    "acting": act_pages.ApproveActing,
    "acting-end": act_pages.EndActing,
    "displacement": act_pages.Displacement,
    "absence": act_pages.Absence,
    "return": act_pages.Return,
    "report": act_pages.ReportOfReturn,
    "discharge": act_pages.Discharge,
    "discharged": act_pages.Discharged,
    "transfer": act_pages.Transfer,
    "expire": act_pages.Expire,
    "end": act_pages.End,
}

urlpatterns = [
    path(
        "people/<slug:ref>/guardianship/new/",
        act_pages.LogApplication.as_view(),
        name="record-guardianship-application",
    ),
    path("people/<slug:ref>/guardianship/receive/", act_pages.Receive.as_view(), name="receive-into-guardianship"),
    path("guardianships/", views.guardianships, name="guardianships"),
    path("guardianships/<slug:ref>/", views.guardianship_record, name="guardianship"),
    *(
        path(f"guardianships/<slug:ref>/{act}/", page.as_view(), name=f"guardianship-{act}")
        for act, page in ACT_PAGES.items()
    ),
]
