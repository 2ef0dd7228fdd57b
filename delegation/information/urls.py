"""The addresses of enquiries from outside."""

from django.urls import URLPattern, path

from delegation.information import ombudsman_views as ombudsman
from delegation.information import public_views as public
from delegation.information import views

urlpatterns: list[URLPattern] = [
    path("foi/", views.foi_requests, name="foi_requests"),
    path("foi/new/", views.RecordFoiRequest.as_view(), name="record_foi_request"),
    path("foi/<slug:ref>/", views.foi_request, name="foi_request"),
    path("foi/<slug:ref>/extend/", views.ExtendFoiRequest.as_view(), name="extend_foi_request"),
    path("foi/<slug:ref>/answer/", views.AnswerFoiRequest.as_view(), name="answer_foi_request"),
    path("foi/<slug:ref>/refuse/", views.RefuseFoiRequest.as_view(), name="refuse_foi_request"),
    path("ombudsman/", ombudsman.ombudsman_enquiries, name="ombudsman_enquiries"),
    path("ombudsman/new/", ombudsman.RecordOmbudsmanEnquiry.as_view(), name="record_ombudsman_enquiry"),
    path("ombudsman/<slug:ref>/", ombudsman.ombudsman_enquiry, name="ombudsman_enquiry"),
    path("ombudsman/<slug:ref>/ask/", ombudsman.AskProviderToSupply.as_view(), name="ask_provider_to_supply"),
    path(
        "ombudsman/<slug:ref>/supply/", ombudsman.SupplyToOmbudsmanEnquiry.as_view(), name="supply_to_ombudsman_enquiry"
    ),
    path("ombudsman/<slug:ref>/answer/", ombudsman.AnswerOmbudsmanEnquiry.as_view(), name="answer_ombudsman_enquiry"),
    path("ombudsman/<slug:ref>/close/", ombudsman.CloseOmbudsmanEnquiry.as_view(), name="close_ombudsman_enquiry"),
    path("ombudsman/<slug:ref>/remedy/", ombudsman.CompleteOmbudsmanRemedy.as_view(), name="complete_ombudsman_remedy"),
    path("press-and-members/", public.public_enquiries, name="public_enquiries"),
    path("press-and-members/new/", public.RecordPublicEnquiry.as_view(), name="record_public_enquiry"),
    path("press-and-members/<slug:ref>/", public.public_enquiry, name="public_enquiry"),
    path("press-and-members/<slug:ref>/draft/", public.DraftPublicReply.as_view(), name="draft_public_reply"),
    path(
        "press-and-members/<slug:ref>/send-back/", public.SendBackPublicReply.as_view(), name="send_back_public_reply"
    ),
    path("press-and-members/<slug:ref>/clear/", public.ClearPublicReply.as_view(), name="clear_public_reply"),
    path("press-and-members/<slug:ref>/send/", public.SendPublicReply.as_view(), name="send_public_reply"),
]
