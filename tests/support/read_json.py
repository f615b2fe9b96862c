# SPDX-License-Identifier: GPL-3.0-or-later
"""read_json.py FILE array|lines: the objects of a JSON file as lists of [key, kind, value], as JSON."""
import json
import sys


def refuse(word):
    raise ValueError(f"{word} is no JSON")


def parse(text):
    return json.loads(text, object_pairs_hook=lambda pairs: pairs, parse_constant=refuse)


path, layout = sys.argv[1:]
with open(path, newline="", encoding="utf-8", errors="strict") as file:
    text = file.read()
if layout == "array":
    rows = parse(text)
    assert isinstance(rows, list)
else:
    assert text == "" or text.endswith("\n")
    rows = [parse(line) for line in text.split("\n")[:-1]]
json.dump([[[key, type(value).__name__, value] for key, value in row] for row in rows], sys.stdout)
