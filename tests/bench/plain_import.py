#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer of bench_import: a dump of vacancies made a table as a script does it, the whole file in memory.

Usage: plain_import.py DUMP.json OUTPUT.csv; prints the number of rows.
"""
import csv
import json
import sys


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        records = json.load(file)["vacancies"]
    with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for record in records:
            company = record.get("company") or {}
            writer.writerow([record["id"], record["vacancy_name"], record.get("salary_min"), record.get("salary_max"),
                             record.get("regionName"), company.get("name"), record.get("busy_type"),
                             record.get("schedule_type"), record.get("date_create"), record.get("vac_url"),
                             record.get("position_responsibilities"), record.get("position_requirements")])
    print(len(records))


if __name__ == "__main__":
    main()
