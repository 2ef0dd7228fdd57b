"""The addresses of the returns: a round by its reference, a file, a cut and a figure by their numbers in it."""

from django.urls import URLPattern, path

from returns.views import (
    acts,
    calendar,
    casework,
    comparing,
    copies,
    disagreements,
    figures,
    rounds,
)

app_name = "returns"
A_CUT = "returns/<slug:ref>/cuts/<int:number>"

urlpatterns: list[URLPattern] = [
    path("returns/", calendar.calendar, name="calendar"),
    path("returns/catalogue/", calendar.catalogue_page, name="catalogue"),
    path("returns/open/", calendar.OpenRound.as_view(), name="open"),
    path("returns/<slug:ref>/", rounds.round_page, name="round"),
    path("returns/<slug:ref>/days/", rounds.SetDays.as_view(), name="days"),
    path("returns/<slug:ref>/send/", rounds.SendFile.as_view(), name="send"),
    path("returns/<slug:ref>/blank.csv", copies.blank_file, {"kind": "csv"}, name="blank_csv"),
    path("returns/<slug:ref>/blank.xlsx", copies.blank_file, {"kind": "xlsx"}, name="blank_xlsx"),
    path("returns/<slug:ref>/casework/", casework.TakeCasework.as_view(), name="casework"),
    path("returns/<slug:ref>/disagreements/", disagreements.disagreements, name="disagreements"),
    path("returns/<slug:ref>/disagreements/<slug:matter>/", disagreements.Choose.as_view(), name="choose"),
    path("returns/<slug:ref>/files/<int:number>/", rounds.file_page, name="file"),
    path("returns/<slug:ref>/files/<int:number>/sent/", rounds.sent_file, name="sent"),
    path("returns/<slug:ref>/files/<int:number>/report.csv", rounds.report, {"kind": "csv"}, name="report_csv"),
    path("returns/<slug:ref>/files/<int:number>/report.xlsx", rounds.report, {"kind": "xlsx"}, name="report_xlsx"),
    path("returns/<slug:ref>/files/<int:number>/pictures/", copies.file_pictures, name="file_pictures"),
    path("returns/<slug:ref>/compile/", acts.Compile.as_view(), name="compile"),
    path("returns/<slug:ref>/review/", acts.Review.as_view(), name="review"),
    path("returns/<slug:ref>/back/", acts.SendBack.as_view(), name="back"),
    path("returns/<slug:ref>/sign/", acts.Sign.as_view(), name="sign"),
    path("returns/<slug:ref>/submit/", acts.Submit.as_view(), name="submit"),
    path("returns/<slug:ref>/reopen/", acts.Reopen.as_view(), name="reopen"),
    path(f"{A_CUT}/", figures.figures, name="figures"),
    path(f"{A_CUT}/compare/", comparing.compare, name="compare"),
    path(f"{A_CUT}/tables/<str:table>/published-copy.csv", copies.published_copy, name="published_copy"),
    path(f"{A_CUT}/figures/<int:at>/years/", copies.figure_years, name="figure_years"),
    path(f"{A_CUT}/figures/<int:at>/moves/", comparing.moves_page, name="moves"),
    path(f"{A_CUT}/figures/<int:at>/", figures.figure, name="figure"),
    path(f"{A_CUT}/records/<int:record>/", figures.record, name="record"),
]
