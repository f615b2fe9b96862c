"""count_pages.py ROOT PAGES: compares what a crawl says of pages (titles, descriptions, headings, pictures, how many are
alike) with what html5lib finds in the same files; prints each difference. PAGES is `export --table pages -o PAGES` of a
crawl of a web server whose root is the folder ROOT."""
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import csv
import re
import sys
import urllib.parse
import warnings

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"


def shown(element):
    # Blanks as people see them, which Linnet makes of the hard ones, too.
    return re.sub(r"[\t\n\f\r \xa0]+", " ", "".join(element.itertext())).strip() if element is not None else ""


def counts(data):
    page = html5lib.parse(data)
    find = lambda name: list(page.iter(XHTML + name))
    descriptions = [e for e in find("meta") if (e.get("name") or "").strip().lower() == "description"]
    titles, first, pictures = find("title"), find("h1"), find("img")
    return {
        "title": shown(titles[0] if titles else None),
        "title_count": len(titles),
        "meta_description": re.sub(r"\s+", " ", descriptions[0].get("content") or "").strip() if descriptions else "",
        "description_count": len(descriptions),
        "h1": shown(first[0] if first else None),
        "h1_count": len(first),
        "h2_count": len(find("h2")),
        "images": len(pictures),
        "images_no_alt": sum(e.get("alt") is None for e in pictures),
    }


def main(root, pages):
    warnings.simplefilter("ignore")
    with open(pages, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] == "200" and row["internal"] == "true"
                and row["type"] in ("text/html", "application/xhtml+xml")]
    found, different = {}, 0
    for row in rows:
        path = urllib.parse.unquote(urllib.parse.urlsplit(row["url"]).path)
        with open(root + path + ("index.html" if path.endswith("/") else ""), "rb") as file:
            found[row["url"]] = counts(file.read())
    indexable = [row for row in rows if row["indexable"] == "true"]
    for column, same in (("title", "same_title"), ("meta_description", "same_description"), ("h1", "same_h1")):
        alike = collections.Counter(found[row["url"]][column] for row in indexable)
        for row in indexable:
            text = found[row["url"]][column]
            found[row["url"]][same] = alike[text] - 1 if text else 0
    for row in rows:
        for column, value in found[row["url"]].items():
            if str(value) != (row[column] or str(type(value)())):
                different += 1
                print(f"{row['url']} {column}: {value!r}, the crawl says {row[column]!r}")
    print(f"{len(rows)} pages, {len(indexable)} of them indexable: {different} differences")
    return 1 if different else 0


sys.exit(main(*sys.argv[1:3]))
