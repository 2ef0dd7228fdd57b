"""What must always be so of people and plans, said as SQL that must return nothing.

Money is compared to less than half a penny, because SQLite keeps decimals as binary fractions.
"""

from delegation.promises import promise

# Where the support of a plan is settled, so that its budget must be the sum of its lines.
SETTLED = (
    "'agreed_with_person', 'in_quality_assurance', 'quality_assured', 'submitted', 'in_verification', "
    "'awaiting_funding_decision', 'funded', 'in_brokerage', 'awaiting_envelope_decision', 'package_arranged', "
    "'active', 'awaiting_change_decision', 'suspended', 'under_review'"
)

# Where it is settled and its prices are still those the person agreed.
NOT_YET_SOURCED = (
    "'agreed_with_person', 'in_quality_assurance', 'quality_assured', 'submitted', 'in_verification', "
    "'awaiting_funding_decision', 'funded'"
)

promise(
    "I9",
    "What was done to a plan or a concern has both its moment and its person",
    """
    SELECT 'plan' AS kind, ref FROM casework_supportplan
     WHERE (funding_decided_at IS NULL) <> (funding_decided_by_id IS NULL)
    UNION ALL
    SELECT 'concern', ref FROM casework_safeguardingconcern
     WHERE (seen_at IS NULL) <> (seen_by_id IS NULL) OR seen_at < raised_at
    """,
)

promise(
    "I9",
    "A later version of a plan was sealed after the earlier one",
    """
    SELECT p.ref, later.number
      FROM casework_planversion later
      JOIN casework_planversion earlier ON earlier.plan_id = later.plan_id AND earlier.number = later.number - 1
      JOIN casework_supportplan p ON p.id = later.plan_id
     WHERE later.sealed_at < earlier.sealed_at
    """,
)

promise(
    "I10",
    "The lines of a settled plan cost what its personal budget says, a week and once",
    f"""
    SELECT p.ref, p.state, p.budget_total_weekly, COALESCE(SUM(l.weekly_cost), 0) AS weekly,
           p.budget_total_one_off, COALESCE(SUM(l.one_off_cost), 0) AS one_off
      FROM casework_supportplan p
      LEFT JOIN casework_plannedsupport l ON l.plan_id = p.id
     WHERE p.state IN ({SETTLED})
     GROUP BY p.id, p.ref, p.state, p.budget_total_weekly, p.budget_total_one_off
    HAVING p.budget_total_weekly IS NULL OR p.budget_total_one_off IS NULL
        OR ABS(p.budget_total_weekly - COALESCE(SUM(l.weekly_cost), 0)) > 0.004
        OR ABS(p.budget_total_one_off - COALESCE(SUM(l.one_off_cost), 0)) > 0.004
    """,  # noqa: S608 (our own states, no one's input)
)

promise(
    "I10",
    "A personal budget is the adult's share and the council's share together",
    """
    SELECT ref, budget_total_weekly, budget_total_one_off FROM casework_supportplan
     WHERE ABS(budget_total_weekly - budget_adult_share_weekly - budget_council_share_weekly) > 0.004
        OR ABS(budget_total_one_off - budget_adult_share_one_off - budget_council_share_one_off) > 0.004
    """,
)

promise(
    "I10",
    "The versions of a plan are numbered without a gap, and the plan knows the last",
    """
    SELECT p.ref, p.sealed_version, COUNT(v.id) AS versions, COALESCE(MAX(v.number), 0) AS last
      FROM casework_supportplan p
      LEFT JOIN casework_planversion v ON v.plan_id = p.id
     GROUP BY p.id, p.ref, p.sealed_version
    HAVING COUNT(v.id) <> p.sealed_version OR COALESCE(MAX(v.number), 0) <> p.sealed_version
    """,
)

promise(
    "I10",
    "Nobody pays a share of a settled plan of after-care under section 117",
    f"""
    SELECT p.ref, p.state, p.budget_adult_share_weekly, p.budget_adult_share_one_off
      FROM casework_supportplan p
     WHERE p.section_117_aftercare AND p.state IN ({SETTLED})
       AND (p.budget_adult_share_weekly > 0 OR p.budget_adult_share_one_off > 0)
    """,  # noqa: S608 (our own states, no one's input)
)

promise(
    "I10",
    "The direct payment of a plan agreed and not yet in brokerage comes to what its lines cost",
    f"""
    SELECT p.ref, p.state, p.direct_payment_amount, p.direct_payment_frequency,
           SUM(l.weekly_cost) AS weekly, SUM(l.one_off_cost) AS one_off
      FROM casework_supportplan p
      JOIN casework_plannedsupport l ON l.plan_id = p.id AND l.how = 'direct_payment'
     WHERE p.state IN ({NOT_YET_SOURCED})
     GROUP BY p.id, p.ref, p.state, p.direct_payment_amount, p.direct_payment_frequency
    HAVING p.direct_payment_amount IS NULL
        OR ABS(p.direct_payment_amount - CASE p.direct_payment_frequency
                 WHEN 'weekly' THEN SUM(l.weekly_cost)
                 WHEN 'four_weekly' THEN SUM(l.weekly_cost) * 4
                 WHEN 'monthly' THEN SUM(l.weekly_cost) * 52 / 12
                 ELSE SUM(l.one_off_cost) END)
           > CASE p.direct_payment_frequency WHEN 'monthly' THEN 0.0155 ELSE 0.004 END
    """,  # noqa: S608 (our own states, no one's input)
)

promise(
    "I13",
    "A plan, its person, its assessment and its lines are of one provider and one council",
    """
    SELECT p.ref
      FROM casework_supportplan p
      JOIN casework_person person ON person.id = p.person_id
      JOIN casework_assessment a ON a.id = p.assessment_id
      JOIN delegation_organisation o ON o.id = p.provider_id
     WHERE person.provider_id <> p.provider_id OR person.council_id <> p.council_id
        OR a.provider_id <> p.provider_id OR a.council_id <> p.council_id OR a.person_id <> p.person_id
        OR COALESCE(o.council_id, o.id) <> p.council_id
    UNION ALL
    SELECT p.ref
      FROM casework_plannedsupport l
      JOIN casework_supportplan p ON p.id = l.plan_id
      JOIN casework_need n ON n.id = l.need_id
     WHERE n.assessment_id <> p.assessment_id
    """,
)

promise(
    "I3",
    "Every plan has an author whose hands are on it",
    """
    SELECT p.ref FROM casework_supportplan p
     WHERE NOT EXISTS (SELECT 1 FROM casework_planhand h WHERE h.plan_id = p.id AND h.hand = 'author')
    """,
)
