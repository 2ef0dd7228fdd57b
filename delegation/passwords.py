"""Changing one's own password, which is an act like any other: recorded, but never what it was or is."""

from delegation.models import Account, Organisation
from delegation.register import act, note


@act
def change_own_password(*, by: Account, council: Organisation, new_password: str) -> Account:
    """The holder of an account changes its password. The register keeps that it happened, and when.

    Args:
        new_password: already checked against the rules for passwords.
    """
    account = Account.objects.select_for_update().get(pk=by.pk)
    account.set_password(new_password)
    account.save(update_fields=["password"])
    note(
        council=council,
        verb="change_own_password",
        subject_kind="account",
        subject=account.username,
        reason="The holder changed the password.",
        by=by,
    )
    return account
