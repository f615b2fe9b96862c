# SPDX-License-Identifier: GPL-3.0-or-later
"""read_csv.py FILE SEPARATOR ENCODING: the rows of a CSV file, as Python's csv module reads them, as JSON."""
import csv
import json
import sys

path, separator, encoding = sys.argv[1:]
csv.field_size_limit(10_000_000)
with open(path, newline="", encoding=encoding, errors="strict") as file:
    rows = list(csv.reader(file, delimiter=separator, strict=True))
json.dump(rows, sys.stdout)
