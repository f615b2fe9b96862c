#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer of bench_import for tables: reads a CSV file with Python's csv module and does nothing with it.

Usage: plain_table.py TABLE.csv; prints the number of rows.
"""
import csv
import sys


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        print(sum(1 for _ in csv.DictReader(file)))


if __name__ == "__main__":
    main()
