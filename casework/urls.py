"""The pages of casework: people and their records, assessments, plans while they are written, and their import."""

from django.urls import path

from casework.aftercare.urls import urlpatterns as aftercare
from casework.charging.urls import urlpatterns as charging
from casework.co_operation.urls import urlpatterns as co_operation
from casework.complaints.urls import urlpatterns as complaints
from casework.dols.urls import urlpatterns as dols
from casework.grants.urls import urlpatterns as grants
from casework.guardianship.urls import urlpatterns as guardianship
from casework.property.urls import urlpatterns as protections
from casework.safeguarding import urls as safeguarding
from casework.safeguarding_board import urls as safeguarding_board
from casework.third_party.urls import urlpatterns as third_party
from casework.views import assessments, carers, contacts, imports, money, people, prepare, restrictions, support

app_name = "casework"

urlpatterns = [
    path("people/", people.People.as_view(), name="people"),
    path("people/new/", people.RegisterPerson.as_view(), name="record-person"),
    path("people/<slug:ref>/", people.PersonRecord.as_view(), name="person"),
    path("people/<slug:ref>/correct/", people.CorrectPerson.as_view(), name="correct-person"),
    path("people/<slug:ref>/carers/new/", people.LinkCarer.as_view(), name="link-carer"),
    path("people/<slug:ref>/carers/<slug:carer>/end/", carers.EndCarerLink.as_view(), name="end_carer_link"),
    path("people/<slug:ref>/restrict/", restrictions.RestrictRecord.as_view(), name="restrict-record"),
    path("people/<slug:ref>/lift-restriction/", restrictions.LiftRestriction.as_view(), name="lift-restriction"),
    path("people/<slug:ref>/contacts/new/", contacts.RecordContact.as_view(), name="record-contact"),
    path("people/<slug:ref>/contacts/<slug:contact>/", contacts.ContactRecord.as_view(), name="contact"),
    path("people/<slug:ref>/assess/", assessments.RecordAssessment.as_view(), name="record-assessment"),
    path(
        "people/<slug:ref>/assess-as-carer/",
        assessments.RecordCarerAssessment.as_view(),
        name="record-carer-assessment",
    ),
    path("people/<slug:ref>/assessments/<slug:assessment>/", assessments.AssessmentRecord.as_view(), name="assessment"),
    path(
        "people/<slug:ref>/assessments/<slug:assessment>/determine-eligibility/",
        assessments.DetermineEligibility.as_view(),
        name="determine-eligibility",
    ),
    path(
        "people/<slug:ref>/assessments/<slug:assessment>/prepare-plan/",
        assessments.PreparePlan.as_view(),
        name="prepare-plan",
    ),
    path("safeguarding-concerns/", contacts.SafeguardingConcerns.as_view(), name="safeguarding-concerns"),
    path("safeguarding-concerns/<slug:ref>/", contacts.SeeConcern.as_view(), name="safeguarding-concern"),
    path("plans/<slug:ref>/prepare/", prepare.PreparePlanTasks.as_view(), name="prepare"),
    path("plans/<slug:ref>/prepare/needs/", support.NeedsAndSupport.as_view(), name="needs"),
    path("plans/<slug:ref>/prepare/needs/<slug:need>/", support.ExplainNeed.as_view(), name="explain-need"),
    path("plans/<slug:ref>/prepare/support/new/", support.AddLine.as_view(), name="add-line"),
    path("plans/<slug:ref>/prepare/support/<slug:line>/", support.ChangeLine.as_view(), name="change-line"),
    path("plans/<slug:ref>/prepare/support/<slug:line>/remove/", support.RemoveLine.as_view(), name="remove-line"),
    path("plans/<slug:ref>/prepare/wellbeing/", prepare.Wellbeing.as_view(), name="wellbeing"),
    path("plans/<slug:ref>/prepare/prevention/", prepare.Prevention.as_view(), name="prevention"),
    path("plans/<slug:ref>/prepare/involvement/", prepare.Involvement.as_view(), name="involvement"),
    path("plans/<slug:ref>/prepare/review/", prepare.Review.as_view(), name="review"),
    path("plans/<slug:ref>/prepare/budget/", money.PersonalBudget.as_view(), name="budget"),
    path("plans/<slug:ref>/prepare/direct-payment/", money.DirectPayment.as_view(), name="direct-payment"),
    path("plans/<slug:ref>/prepare/agreement/", prepare.Agreement.as_view(), name="agreement"),
    path("plans/<slug:ref>/transfer-to-worker/", prepare.Transfer.as_view(), name="transfer-plan"),
    path("import-plans/", imports.ImportPlans.as_view(), name="import-plans"),
    path("import-plans/schema.json", imports.ImportSchema.as_view(), name="import-schema"),
    *safeguarding.urlpatterns,
    *safeguarding_board.urlpatterns,
    *aftercare,
    *charging,
    *dols,
    *co_operation,
    *complaints,
    *grants,
    *guardianship,
    *protections,
    *third_party,
]
