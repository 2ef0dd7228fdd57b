"""What was measured, as a table to read."""

from typing import Any

from bench.returns_check import as_lines

TARGETS = {"journey": 2.0, "page": 1.3, "act": 30, "list": 12}


def as_table(found: dict[str, Any]) -> str:
    """Every figure with its target, a block for each database."""
    machine = found["machine"]
    lines = [
        f"{machine['system']}, {machine['cores']} cores, load {machine['load_at_the_start']:.1f} at the start, "
        f"Python {machine['python']}, Django {machine['django']}, seed {found['seed']}",
    ]
    for measured in found["on"].values():
        lines += ["", measured["database"], "-" * len(measured["database"])]
        for part, told in (
            ("journey", _journey),
            ("pages", _pages),
            ("acts", _acts),
            ("import", _import),
            ("compile", _compile),
            ("registers", _registers),
        ):
            if part in measured:
                lines += told(measured[part])
    if "returns_check" in found:
        lines += ["", *as_lines(found["returns_check"])]
    return "\n".join(lines)


def _journey(found: dict[str, Any]) -> list[str]:
    lines = ["A whole plan, 21 acts, at service level (target: at most 2.0 times the plain way)"]
    for name, way in found.items():
        ratios = ""
        if "ours_over_this_wall" in way:
            wall, processor = way["ours_over_this_wall"], way["ours_over_this_processor"]
            ratios = (
                f"  ours is {wall['of_rounds']:.2f} times (wall; least {wall['of_least']:.2f}), "
                f"{processor['of_rounds']:.2f} (processor) {_met(wall['of_rounds'], TARGETS['journey'])}"
            )
        lines.append(
            f"  {name:16} {way['queries']:4} queries  {way['wall_ms']:7.1f} ms  "
            f"{way['processor_ms']:7.1f} ms of processor{ratios}"
        )
    lines.append("  where the time goes (share of the journey; of it in the database driver; statements)")
    for name in ("countersign", "plain"):
        told = (
            f"{region} {part['share']:.0%} ({part['share_in_the_driver']:.0%}; {part['statements']:.0f})"
            for region, part in sorted(found[name]["regions"].items(), key=lambda pair: -pair[1]["share"])
        )
        lines.append(f"    {name}: {', '.join(told)}")
    return lines


def _pages(found: dict[str, Any]) -> list[str]:
    plans = found["plans"]
    lines = [f"Pages at {plans['small']:,} and {plans['large']:,} plans (target for the queue: at most 1.3 times)"]
    for row in found["compared"]:
        wall, processor = row["ratio_wall"], row["ratio_processor"]
        lines.append(
            f"  {row['page']:30} {row['small']['wall_ms']:7.1f} -> {row['large']['wall_ms']:7.1f} ms: "
            f"{wall['of_rounds']:.2f} times (least {wall['of_least']:.2f}; processor {processor['of_rounds']:.2f})"
            f" {_met(wall['of_rounds'], TARGETS['page'])}, "
            f"{row['queries']['small']} and {row['queries']['large']} queries"
        )
    for row in found["lengths"]:
        lines.append(
            f"  the queue page with {row['in_the_queue']:,} in the queue: {row['queries']} queries "
            f"{_met(row['queries'], TARGETS['list'])}"
        )
    return lines


def _acts(found: list[dict[str, Any]]) -> list[str]:
    most: dict[str, int] = {}
    for row in found:
        most[row["act"]] = max(most.get(row["act"], 0), row["queries"])
    worst = max(most.values())
    told = ", ".join(f"{act} {queries}" for act, queries in sorted(most.items(), key=lambda pair: -pair[1]))
    return [
        f"Queries of each act's POST, session and user included (target: at most 30): most {worst} "
        f"{_met(worst, TARGETS['act'])}",
        f"  {told}",
    ]


def _import(found: dict[str, Any]) -> list[str]:
    return [
        f"Import of {found['plans']:,} plans: {found['plans_a_second']:.1f} a second "
        f"({found['plans_a_second_of_processor']:.1f} a second of processor), {found['queries_a_plan']:.0f} statements "
        f"a plan, {found['share_in_the_database']:.0%} of the time in the database",
    ]


def _compile(found: list[dict[str, Any]]) -> list[str]:
    queries = {row["queries"] for row in found}
    flat = "met" if len(queries) == 1 else "MISSED"
    lines = [f"Client Level Data out of our own casework (target: as many queries at any size {flat})"]
    for row in found:
        lines.append(
            f"  {row['plans']:,} plans, {row['rows']:,} rows: {row['queries']} queries; seconds of processor: reading "
            f"{row['reading_seconds']:.1f}, rules {row['rules_seconds']:.1f}, writing {row['writing_seconds']:.1f}; "
            f"file {row['bytes'] / 1e6:,.0f} MB, most memory so far {row['most_memory_kilobytes'] / 1e3:,.0f} MB"
        )
    return lines


def _met(value: float, target: float) -> str:
    return "met" if value <= target else "MISSED"


def _registers(found: dict[str, Any]) -> list[str]:
    lines = [f"The lists of the registers, as the demonstration has them and with {found['rows']:,} rows each"]
    for small, large in zip(found["small"], found["large"], strict=True):
        met = _met(max(small["queries"], large["queries"]), TARGETS["list"])
        lines.append(
            f"  {large['register']:24} {large['who']:16} {large['address']:32} {small['queries']:3} and "
            f"{large['queries']:3} queries {met}  {small['processor_ms']:7.1f} and {large['processor_ms']:8.1f} ms"
        )
        lines += [f"      whole table: {each}" for each in large["whole_tables"]]
    if draw := found.get("draw"):
        lines.append(
            f"  {draw['drawn']} of {draw['files']:,} case files drawn in {draw['wall_s']:.1f} s "
            f"({draw['processor_s']:.1f} s of processor), {draw['queries']} queries, {draw['memory_mb']:.0f} MB more"
        )
    return lines
