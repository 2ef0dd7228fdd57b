from typing import Any

from django.db import migrations, models
from django.db.models import Q

ANSWERS = [
    ("organisation", "An organisation known here"),
    ("elsewhere", "Somebody else, or a person employed directly"),
    ("unknown", "Not known yet"),
]


def answer(apps: Any, schema_editor: Any) -> None:
    """Say of each payment what its page said: nobody known here where no seller was named and it is decided.

    Where it still waits for the decision nothing was answered, and only the council decides it.
    """
    for model in ("DirectPayment", "HistoricalDirectPayment"):
        payments = apps.get_model("verification", model).objects
        payments.filter(seller__isnull=False).update(sold_by="organisation")
        payments.filter(seller__isnull=True, state="requested").update(sold_by="unknown")
        payments.filter(seller__isnull=True).exclude(state="requested").update(sold_by="elsewhere")


class Migration(migrations.Migration):
    dependencies = [("verification", "0001_tables")]

    operations = [
        migrations.AddField(
            model_name=model,
            name="sold_by",
            field=models.CharField(
                choices=ANSWERS, default="unknown", max_length=12, verbose_name="who sells the care"
            ),
            preserve_default=False,
        )
        for model in ("directpayment", "historicaldirectpayment")
    ] + [
        migrations.RunPython(answer, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="directpayment",
            constraint=models.CheckConstraint(
                condition=Q(sold_by="organisation", seller__isnull=False)
                | Q(sold_by__in=["elsewhere", "unknown"], seller=None),
                name="it_is_said_who_sells_the_care_of_a_direct_payment",
            ),
        ),
    ]
