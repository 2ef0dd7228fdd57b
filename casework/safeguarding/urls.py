"""The addresses of safeguarding, part of casework's."""

from django.urls import path

from casework.safeguarding import asked_views, views

urlpatterns = [
    path("people/<slug:ref>/raise-safeguarding-concern/", views.RaiseConcern.as_view(), name="raise-concern"),
    path("safeguarding/", views.concerns, name="safeguarding"),
    path("safeguarding/asked-of-us/", asked_views.asked_of_us, name="safeguarding-asked-of-us"),
    path("safeguarding/asked-of-us/enquiries/<slug:ref>/", asked_views.asked_enquiry, name="safeguarding-enquiry"),
    path(
        "safeguarding/asked-of-us/enquiries/<slug:ref>/desired-outcomes/",
        asked_views.AskWhatTheyWant.as_view(),
        name="safeguarding-ask-the-person",
    ),
    path(
        "safeguarding/asked-of-us/enquiries/<slug:ref>/findings/",
        asked_views.RecordFindings.as_view(),
        name="safeguarding-findings",
    ),
    path(
        "safeguarding/asked-of-us/requests/<slug:ref>/",
        asked_views.AnswerRequest.as_view(),
        name="safeguarding-answer",
    ),
    path("safeguarding/<slug:ref>/", views.concern, name="safeguarding-record"),
    path("safeguarding/<slug:ref>/threshold/", views.DecideThreshold.as_view(), name="safeguarding-threshold"),
    path("safeguarding/<slug:ref>/who-it-is-about/", views.RecordWhoItIsAbout.as_view(), name="safeguarding-about"),
    path("safeguarding/<slug:ref>/cause-enquiry/", views.CauseEnquiry.as_view(), name="safeguarding-cause-enquiry"),
    path(
        "safeguarding/<slug:ref>/another-enquirer/",
        views.NameAnotherEnquirer.as_view(),
        name="safeguarding-another-enquirer",
    ),
    path(
        "safeguarding/<slug:ref>/request-information/",
        views.RequestInformation.as_view(),
        name="safeguarding-request-information",
    ),
    path(
        "safeguarding/<slug:ref>/desired-outcomes/",
        views.DesiredOutcomes.as_view(),
        name="safeguarding-desired-outcomes",
    ),
    path("safeguarding/<slug:ref>/scrutinise/", views.ScrutiniseOutcome.as_view(), name="safeguarding-scrutinise"),
    path("safeguarding/<slug:ref>/challenge/", views.ChallengeEnquiry.as_view(), name="safeguarding-challenge"),
    path("safeguarding/<slug:ref>/close/", views.CloseConcern.as_view(), name="safeguarding-close"),
]
