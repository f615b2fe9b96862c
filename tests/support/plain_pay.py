# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparable pay, reckoned a second time from the laws, with fractions.

Reads a JSON file with a list of ads and writes a list of [pay, from, to, why] with amounts as text of two digits; why is the
first reason for which an ad is left out, or "". Options in the object around them: gross (true), only_to (false).
"""
import json
import sys
from datetime import date, timedelta
from fractions import Fraction as F

TAX = [(2025, [(0, 13), (2_400_000, 15), (5_000_000, 18), (20_000_000, 20), (50_000_000, 22)]),
       (2021, [(0, 13), (5_000_000, 15)]),
       (2001, [(0, 13)])]
HOURS = {2019: 1970, 2020: 1979, 2021: 1972, 2022: 1973, 2023: 1973, 2024: 1979, 2025: 1972, 2026: 1972}
MINIMUM = [("2026-01-01", 27093), ("2025-01-01", 22440), ("2024-01-01", 19242), ("2023-01-01", 16242),
           ("2022-06-01", 15279), ("2022-01-01", 13890), ("2021-01-01", 12792), ("2020-01-01", 12130),
           ("2019-01-01", 11280)]
HIGHEST = 5_000_000


def steps(year):
    return next(table for since, table in TAX if year >= since)


def net_of_year(gross, year):
    left = F(0)
    table = steps(year) + [(None, None)]
    for (above, rate), (end, _) in zip(table, table[1:]):
        part = min(gross, end) - above if end is not None else gross - above
        if part > 0:
            left += F(part) * (100 - rate) / 100
    return left


def gross_of_year(net, year):
    """By looking for the step in which the net of a gross reaches it."""
    table = steps(year) + [(None, None)]
    for (above, rate), (end, _) in zip(table, table[1:]):
        if end is None or net_of_year(F(end), year) >= net:
            return above + (net - net_of_year(F(above), year)) * 100 / (100 - rate)


def day_of(text):
    try:
        return date.fromisoformat(text[:10])
    except (TypeError, ValueError):
        return None


def shown(amount):
    cents = (amount * 100 + F(1, 2)).__floor__()
    return f"{cents // 100}.{cents % 100:02d}"


def reckon(ad, to_gross, use_only_to):
    low, high = (F(str(ad[key])) if ad.get(key) else None for key in ("from", "to"))
    if low is None and high is None:
        return None, None, None, ""
    read = day_of(ad.get("fetched"))
    day = day_of(ad.get("created"))
    if day is None or day < date(1990, 1, 1) or (read and day > read + timedelta(days=1)):
        day = read or date(2026, 11, 30)
    if (low or 0) < 0 or (high or 0) < 0:
        return None, None, None, "negative"
    period = ad.get("period", "month")
    if period in ("shift", "tour", "service"):
        return None, None, None, "per_" + period
    factor = {"month": F(1), "year": F(1, 12), "hour": F(HOURS.get(day.year, 1972), 12),
              "week": F(HOURS.get(day.year, 1972), 12 * 40)}[period]
    monthly = [None if bound is None else bound * factor for bound in (low, high)]
    is_gross = ad["gross"] if ad.get("gross") is not None else True

    def figure(bounds):
        both = [bound for bound in bounds if bound is not None]
        return sum(both) / len(both)

    if is_gross == to_gross:
        made = monthly
    elif to_gross:
        made = [None if b is None else gross_of_year(b * 12, day.year) / 12 for b in monthly]
    else:
        made = [None if b is None else net_of_year(b * 12, day.year) / 12 for b in monthly]
    gross = [None if b is None else (b if is_gross else gross_of_year(b * 12, day.year) / 12) for b in monthly]
    why = ""
    if low is not None and high is not None and low > high:
        why = "from_above_to"
    elif low is None and not use_only_to:
        why = "only_to"
    elif ad.get("kind", "full") != "full":
        why = ad["kind"]
    if figure(gross) > HIGHEST:
        why = why or "too_high"
    elif ad.get("kind", "full") == "full":
        least = next((F(amount) for since, amount in MINIMUM if day.isoformat() >= since), None)
        if least is not None and F(shown(figure(gross))) < least:
            why = why or "below_minimum"
    texts = [None if b is None else shown(b) for b in made]
    return None if why else shown(figure(made)), texts[0], texts[1], why


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        asked = json.load(file)
    json.dump([reckon(ad, asked.get("gross", True), asked.get("only_to", False)) for ad in asked["ads"]], sys.stdout)


if __name__ == "__main__":
    main()
