"""Where each page of the contract is; the app's own addresses include them."""

from django.urls import path

from delegation.contract import post_views, views, workforce_views

urlpatterns = [
    path("due-diligence/", views.due_diligences, name="due_diligences"),
    path("due-diligence/open/", views.OpenDueDiligence.as_view(), name="open_due_diligence"),
    path("due-diligence/<slug:ref>/", views.due_diligence, name="due_diligence"),
    path("due-diligence/<slug:ref>/evidence/", views.EnterEvidence.as_view(), name="enter_due_diligence_evidence"),
    path("due-diligence/<slug:ref>/score/", views.Score.as_view(), name="score_due_diligence"),
    path("due-diligence/<slug:ref>/sign/", views.Sign.as_view(), name="sign_due_diligence"),
    path("workforce/", workforce_views.workforce, name="workforce"),
    path("workforce/declare/", workforce_views.Declare.as_view(), name="declare_workforce"),
    path("workforce/minimums/set/", workforce_views.SetMinimum.as_view(), name="set_workforce_minimum"),
    path("workforce/returns/<slug:ref>/", workforce_views.workforce_return, name="workforce_return"),
    path("workforce/posts/name/", post_views.NamePost.as_view(), name="name_senior_post"),
    path("workforce/posts/<slug:ref>/", post_views.senior_post, name="senior_post"),
    path("workforce/posts/<slug:ref>/fill/", post_views.FillPost.as_view(), name="fill_senior_post"),
    path("workforce/posts/<slug:ref>/cover/", post_views.CoverPost.as_view(), name="cover_senior_post"),
    path("workforce/posts/<slug:ref>/vacate/", post_views.VacatePost.as_view(), name="vacate_senior_post"),
    path("workforce/posts/<slug:ref>/end/", post_views.EndPostAsked.as_view(), name="end_senior_post"),
]
