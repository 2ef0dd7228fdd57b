"""What one person may do today: every function of the schedule answered at once, in a handful of queries.

The guard is asked one question at a time and alone permits. This reads the same rows once for all 51 functions, to
show; a test holds that it answers each as the guard does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from delegation.models import Account, Authorisation, Cover, FinancialLimit, Organisation, Post
from delegation.rules import why_kept
from delegation.schedule import FUNCTIONS, Function


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Whether a function may be exercised today: `refusal` is the refusal's name, empty where it may."""

    function: Function
    refusal: str = ""
    authorisation: Authorisation | None = None
    cover: Cover | None = None

    @property
    def permitted(self) -> bool:
        return not self.refusal


@dataclass(frozen=True, kw_only=True)
class PostWithLimit:
    """A post, the cover through which it is held if it is another's, and the limit that goes with it."""

    post: Post
    cover: Cover | None
    limit: FinancialLimit | None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One person on one day: posts, limits, covers, and the answer for every function."""

    posts: tuple[Post, ...]
    with_limits: tuple[PostWithLimit, ...]
    given_cover: tuple[Cover, ...]
    answers: tuple[Answer, ...]

    @property
    def may(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.permitted]

    @property
    def may_not(self) -> list[Answer]:
        return [answer for answer in self.answers if not answer.permitted]


def standing_of(account: Account, on: date) -> Standing:
    """This person's posts, limits, covers and authority on the day. At most six queries."""
    posts = _live_posts(account, on)
    council = _council_of(posts)
    covers = _covers(account, council, on)
    covering = {cover.covered_id: cover for cover in covers if cover.covering_id == account.worker_id}
    covered_posts = _posts_covered(covering, council, on)
    given = _authorisations(posts)
    answers = tuple(_answer(row, account, on, posts, covered_posts, covering, given) for row in FUNCTIONS.values())
    return Standing(
        posts=tuple(posts),
        with_limits=tuple(_with_limits(posts, covered_posts, covering, council, on)),
        given_cover=tuple(cover for cover in covers if cover.covered_id == account.worker_id),
        answers=answers,
    )


def _live_posts(account: Account, on: date) -> list[Post]:
    if account.worker_id is None or not account.is_active:
        return []
    posts = Post.objects.live_on(on).filter(worker_id=account.worker_id).select_related("organisation__council")
    open_still = Q(organisation__closed_on=None) | Q(organisation__closed_on__gt=on)
    return list(posts.filter(open_still).order_by("pk"))


def _council_of(posts: list[Post]) -> int | None:
    """The council asked about: one's own before one worked for."""
    ordered = sorted(posts, key=lambda post: post.organisation.kind != Organisation.Kind.COUNCIL)
    return ordered[0].organisation.answerable_council_id if ordered else None


def _covers(account: Account, council: int | None, on: date) -> list[Cover]:
    if council is None:
        return []
    covers = Cover.objects.live_on(on).filter(Q(ended_on=None) | Q(ended_on__gt=on), council_id=council)
    of_mine = Q(covering_id=account.worker_id) | Q(covered_id=account.worker_id)
    return list(covers.filter(of_mine).select_related("covered", "covering", "given_by__worker"))


def _posts_covered(covering: Mapping[int, Cover], council: int | None, on: date) -> list[Post]:
    if not covering or council is None:
        return []
    posts = Post.objects.live_on(on).filter(worker_id__in=covering, organisation_id=council)
    return list(posts.select_related("organisation", "worker").order_by("pk"))


def _authorisations(posts: list[Post]) -> Mapping[tuple[str, int], list[Authorisation]]:
    organisations = {post.organisation_id for post in posts if post.organisation.kind == Organisation.Kind.PROVIDER}
    given: dict[tuple[str, int], list[Authorisation]] = {}
    if organisations:
        for one in Authorisation.objects.filter(organisation_id__in=organisations).order_by("from_day", "pk"):
            given.setdefault((one.function, one.organisation_id), []).append(one)
    return given


def _answer(
    row: Function,
    account: Account,
    on: date,
    posts: list[Post],
    covered_posts: list[Post],
    covering: Mapping[int, Cover],
    given: Mapping[tuple[str, int], list[Authorisation]],
) -> Answer:
    if not posts:
        return Answer(function=row, refusal="NoPost")
    at_council = [post for post in posts if post.organisation.kind == Organisation.Kind.COUNCIL]
    if _asked_of_the_council(row, bool(at_council)):
        if not at_council:
            return Answer(function=row, refusal="RetainedByTheCouncil")
        return _council_answer(row, at_council, covered_posts, covering)
    return _provider_answer(row, account, on, posts, given)


def _asked_of_the_council(row: Function, at_council: bool) -> bool:
    """Which side a function is exercised on: where both may, the side the person stands on."""
    if not row.provider_roles or row.is_retained:
        return True
    return at_council and bool(row.council_roles)


def _council_answer(row: Function, own: list[Post], covered_posts: list[Post], covering: Mapping[int, Cover]) -> Answer:
    if any(_fits(row.council_roles, post) for post in own):
        return Answer(function=row)
    for post in covered_posts:
        if _fits(row.council_roles, post):
            return Answer(function=row, cover=covering[post.worker_id])
    return Answer(function=row, refusal="NotYourRole")


def _provider_answer(
    row: Function,
    account: Account,
    on: date,
    posts: list[Post],
    given: Mapping[tuple[str, int], list[Authorisation]],
) -> Answer:
    if why_kept(row):
        return Answer(function=row, refusal="RetainedByTheCouncil")
    own = [post for post in posts if post.organisation.kind == Organisation.Kind.PROVIDER]
    if not own:
        return Answer(function=row, refusal="NotYourOrganisation")
    fitting = [post for post in own if _fits(row.provider_roles, post)]
    if not fitting:
        return Answer(function=row, refusal="NotYourRole")
    theirs = given.get((row.key, fitting[0].organisation_id), [])
    live = next((one for one in theirs if one.is_live_on(on)), None)
    if live is None:
        return Answer(function=row, refusal="OutOfDate" if theirs else "NotAuthorised")
    return _registered(Answer(function=row, authorisation=live), account, on)


def _fits(roles: frozenset[str], post: Post) -> bool:
    return not roles or post.role in roles


def _registered(answer: Answer, account: Account, on: date) -> Answer:
    body = answer.function.registration
    if body and account.worker and not account.worker.is_registered_with(body, on):
        return Answer(function=answer.function, refusal="NotQualified")
    return answer


def _with_limits(
    posts: list[Post], covered_posts: list[Post], covering: Mapping[int, Cover], council: int | None, on: date
) -> list[PostWithLimit]:
    """Each post in the council, one's own or covered, with the limit of the person or else of the role."""
    held = [post for post in posts if post.organisation_id == council] + covered_posts
    if not held or council is None:
        return []
    theirs = Q(role__in={post.role for post in held}) | Q(worker_id__in={post.worker_id for post in held})
    limits = list(FinancialLimit.objects.live_on(on).filter(theirs, council_id=council).order_by("-from_day", "-pk"))
    return [
        PostWithLimit(post=post, cover=covering.get(post.worker_id), limit=_limit_of(post, limits)) for post in held
    ]


def _limit_of(post: Post, limits: list[FinancialLimit]) -> FinancialLimit | None:
    personal = [limit for limit in limits if limit.worker_id == post.worker_id]
    by_role = [limit for limit in limits if limit.worker_id is None and limit.role == post.role]
    return next(iter(personal + by_role), None)
