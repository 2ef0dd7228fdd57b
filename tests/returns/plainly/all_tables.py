"""Every table the plain way: from rows of cells to the files of the contract."""

from tests.returns.plainly import long_term, short_term
from tests.returns.plainly.people import latest_submission, rows_of


def figures_of(table, window):
    """The files of every table, by name: lists of tuples in the columns of the contract, without record_ids."""

    def rows():
        return rows_of(table)  # afresh each time: each script settles the persons among its own rows (0.3 (b))

    files = {}
    for of_table in (long_term.lts001a, long_term.lts001b, long_term.lts001c, long_term.lts003, long_term.lts004):
        files |= of_table(latest_submission(rows(), window), window)
    for of_measure in (long_term.ascof_2e, long_term.ascof_3d):
        files |= of_measure(latest_submission(rows(), window), window)
    requests, cohort = short_term.sts001(rows(), window)
    after = short_term.sts002a(rows(), window, cohort)
    return (
        files
        | long_term.ascof_2b2c(rows(), window)
        | short_term.sts001_files(requests)
        | short_term.sts002a_files(after)
        | short_term.ascof_2a_files(after)
        | short_term.sts002b(rows(), window)
    )
