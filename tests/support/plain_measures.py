# SPDX-License-Identifier: GPL-3.0-or-later
"""plain_measures.py PAGES LINKS: compares what Linnet says of pages with what igraph says of the same links.
Arguments: the tables of pages and links of a crawl as JSON. Prints [nodes, edges, {measure: how many pages differ},
modularity of igraph's communities, up to ten differences in words]."""
import json
import math
import sys

import igraph

PAGE_TYPES = (None, "", "text/html", "application/xhtml+xml")

with open(sys.argv[1]) as file:
    pages = json.load(file)
with open(sys.argv[2]) as file:
    links = json.load(file)
row = {page["url"]: page for page in pages}
differences = []
wrong = {}


def compare(measure, url, expected, tolerance=0.0):
    wrong.setdefault(measure, 0)
    told = row[url][measure]
    if told is None or abs(told - expected) > tolerance:
        wrong[measure] += 1
        differences.append(f"{measure} of {url}: {told}, igraph {expected}")


def graph_of(urls):
    """The different links among some addresses, redirects among them."""
    numbers = {url: number for number, url in enumerate(urls)}
    pairs = {(link["source_url"], link["parsed_url"]) for link in links}
    pairs |= {(page["url"], page["redirect_to"]) for page in pages if page["redirect_to"]}
    edges = sorted((numbers[a], numbers[b]) for a, b in pairs if a in numbers and b in numbers and a != b)
    return igraph.Graph(len(urls), edges, directed=True)


asked = [page["url"] for page in pages if page["internal"] and page["state"] not in (None, "", "skipped")
         and not (page["state"] == "fetched" and page["type"] not in PAGE_TYPES)]
graph = graph_of(asked)
parts = graph.connected_components(mode="weak")
sizes = parts.sizes()
order = sorted(range(len(sizes)), key=lambda part: (-sizes[part], part))
cores = graph.coreness(mode="all")
between = graph.betweenness(directed=True)
starts = [number for number, url in enumerate(asked) if row[url]["depth"] == 0]
clicks = [min(steps) for steps in zip(*graph.distances(source=starts, mode="out"))]
for number, url in enumerate(asked):
    compare("component", url, order.index(parts.membership[number]) + 1)
    compare("core", url, cores[number])
    compare("betweenness", url, between[number], 0.051 + 1e-9 * between[number])
    if clicks[number] != math.inf:
        compare("depth", url, clicks[number])

every = list(row) + sorted({link["parsed_url"] for link in links} - set(row))
numbers = {url: number for number, url in enumerate(every)}
several = igraph.Graph(len(every), [(numbers[link["source_url"]], numbers[link["parsed_url"]]) for link in links],
                       directed=True)
for url in row:
    compare("inlinks", url, several.degree(numbers[url], mode="in"))
    compare("outlinks", url, several.degree(numbers[url], mode="out"))

linked = [page["url"] for page in pages if page["internal"] and (page["words"] is not None or page["redirect_to"])]
ranks = graph_of(linked).pagerank(damping=0.85)
of_pages = [rank for url, rank in zip(linked, ranks) if row[url]["words"] is not None]
least, most = min(of_pages), max(of_pages)
for url, rank in zip(linked, ranks):
    if row[url]["words"] is not None:
        compare("link_score", url, 100 * math.log(rank / least) / math.log(most / least) if most > least else 100, 0.1)

modularity = graph.as_undirected().community_multilevel().modularity
print(json.dumps([graph.vcount(), graph.ecount(), wrong, modularity, differences[:10]]))
