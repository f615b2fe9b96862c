# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts and quantiles of a CSV file, reckoned by Python's own statistics.

plain_stats.py groups FILE COL[,COL2] [MEASURE]: a list of [value, value2…, n, share, known, p10, p25, median, p75,
p90, mean], most frequent first. plain_stats.py premium FILE COL MEASURE: a list of [item, n_with, n_without,
median_with, median_without]. plain_stats.py matched FILE COL MEASURE ALIKE[,ALIKE2]: a list of [item, with, without,
difference, low, high] of items that can be matched, the interval by a thousand drawings. plain_stats.py pairs FILE COL[,COL2]:
a list of [item, item2, n, share, lift]. plain_stats.py against FILE COL SOME: of the rows of SOME, which are some of
those of FILE, [value, n, share, share_all, ratio, significant]. Columns named in LISTS hold items joined by ";".
"""
import csv
import itertools
import json
import math
import random
import statistics
import sys
from collections import defaultdict

LISTS = {"skills", "work_format", "professional_roles"}


def values(row, column):
    if column not in LISTS:
        return [row[column]]
    items = {}
    for item in row[column].split(";"):
        if item.strip():
            items.setdefault(item.strip().casefold(), item.strip())
    return list(items.values()) or [""]


def number(text):
    return float(text) if text else None


def quantiles(numbers):
    if not numbers:
        return [None] * 6
    if len(numbers) == 1:
        return numbers * 6
    cut = statistics.quantiles(numbers, n=100, method="inclusive")
    return [cut[9], cut[24], statistics.median(numbers), cut[74], cut[89], statistics.fmean(numbers)]


def groups(rows, by, measure):
    found = defaultdict(lambda: [0, []])
    for row in rows:
        for key in itertools.product(*(values(row, column) for column in by)):
            group = found[key]
            group[0] += 1
            known = number(row[measure]) if measure else None
            if known is not None:
                group[1].append(known)
    order = sorted(found.items(), key=lambda item: -item[1][0])
    return [[*key, n, n / len(rows), len(known), *quantiles(known)] for key, (n, known) in order]


def premium(rows, column, measure):
    known = [(number(row[measure]), set(values(row, column)) - {""}) for row in rows if row[measure]]
    items = set().union(*(has for _, has in known))
    result = []
    for item in items:
        with_it = [pay for pay, has in known if item in has]
        without = [pay for pay, has in known if item not in has]
        result.append([item, len(with_it), len(without), statistics.median(with_it),
                       statistics.median(without) if without else None])
    return sorted(result, key=lambda one: -one[1])


FEWEST = 5
DRAWINGS = 1000


def matched(rows, column, measure, alike):
    sorts = defaultdict(list)
    for row in rows:
        if row[measure]:
            key = tuple(row[name] for name in alike)
            sorts[key].append((number(row[measure]), set(values(row, column)) - {""}))
    items = set().union(*(has for sort in sorts.values() for _, has in sort))
    generator = random.Random(7)
    result = []
    for item in sorted(items):
        parts = []
        for sort in sorts.values():
            with_it = [pay for pay, has in sort if item in has]
            without = [pay for pay, has in sort if item not in has]
            if len(with_it) >= FEWEST and len(without) >= FEWEST:
                parts.append((with_it, without))
        if not parts:
            continue
        n_with = sum(len(with_it) for with_it, _ in parts)

        def difference(draw):
            return sum(len(with_it) * (statistics.median(draw(with_it)) - statistics.median(draw(without)))
                       for with_it, without in parts) / n_with

        draws = sorted(difference(lambda of: generator.choices(of, k=len(of))) for _ in range(DRAWINGS))
        cut = statistics.quantiles(draws, n=40, method="inclusive")
        result.append([item, n_with, sum(len(without) for _, without in parts), difference(lambda of: of), cut[0],
                       cut[-1]])
    return result


def cross(rows, column, other):
    counts, others, together = defaultdict(int), defaultdict(int), defaultdict(int)
    known = 0
    for row in rows:
        ones = [item for item in values(row, column) if item]
        seconds = [item for item in values(row, other) if item]
        if not ones or not seconds:
            continue
        known += 1
        for item in ones:
            counts[item] += 1
        for item in seconds:
            others[item] += 1
        for pair in itertools.product(ones, seconds):
            together[pair] += 1
    return [[one, two, n, n / len(rows), n * known / (counts[one] * others[two])] for (one, two), n in together.items()]


def pairs(rows, column):
    counts, together = defaultdict(int), defaultdict(int)
    known = 0
    for row in rows:
        items = sorted(item for item in values(row, column) if item)
        known += bool(items)
        for item in items:
            counts[item] += 1
        for pair in itertools.combinations(items, 2):
            together[pair] += 1
    return [[one, other, n, n / len(rows), n * known / (counts[one] * counts[other])]
            for (one, other), n in together.items()]


def against(rows, column, some):
    def count(of):
        found = defaultdict(int)
        for row in of:
            for value in values(row, column):
                found[value] += 1
        return found

    here, everywhere = count(some), count(rows)
    result = []
    for value, n in here.items():
        others, other_rows = everywhere[value] - n, len(rows) - len(some)
        table = [[n, len(some) - n], [others, other_rows - others]]
        g2 = 2 * sum(cell * math.log(cell * len(rows) / (sum(line) * (table[0][i] + table[1][i])))
                     for line in table for i, cell in enumerate(line) if cell)
        share, share_all = n / len(some), everywhere[value] / len(rows)
        result.append([value, n, share, share_all, share / share_all, g2 > 10.83 and everywhere[value] >= 5])
    return result


def main():
    what, path, columns, *measure = sys.argv[1:]
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if what == "groups":
        json.dump(groups(rows, columns.split(","), measure[0] if measure else None), sys.stdout)
    elif what == "pairs":
        one, *other = columns.split(",")
        json.dump(cross(rows, one, other[0]) if other else pairs(rows, one), sys.stdout)
    elif what == "against":
        with open(measure[0], encoding="utf-8", newline="") as file:
            json.dump(against(rows, columns, list(csv.DictReader(file))), sys.stdout)
    elif what == "matched":
        json.dump(matched(rows, columns, measure[0], measure[1].split(",")), sys.stdout)
    else:
        json.dump(premium(rows, columns, measure[0]), sys.stdout)


main()
