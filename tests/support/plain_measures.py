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
    if told is None and measure == "outlinks":
        told = 0  # what was not read as a page has none to tell
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


def clicks_from(starts, urls, edges):
    """A redirect takes no click."""
    redirects = [row[urls[a]]["redirect_to"] == urls[b] for a, b in edges]
    weighted = igraph.Graph(len(urls), edges, directed=True)
    return [min(steps) for steps in zip(*weighted.distances(source=starts, mode="out",
                                                            weights=[0 if hop else 1 for hop in redirects]))]


asked = [page["url"] for page in pages if page["internal"] and page["state"] not in (None, "", "skipped")
         and not (page["state"] == "fetched" and page["type"] not in PAGE_TYPES)]
graph = graph_of(asked)
parts = graph.connected_components(mode="weak")
sizes = parts.sizes()
order = sorted(range(len(sizes)), key=lambda part: (-sizes[part], part))
cores = graph.coreness(mode="all")
between = graph.betweenness(directed=True)
led_to = {page["redirect_to"] for page in pages}
starts = [number for number, url in enumerate(asked) if row[url]["depth"] == 0]
clicks = clicks_from(starts, asked, graph.get_edgelist())
for number, url in enumerate(asked):
    compare("component", url, order.index(parts.membership[number]) + 1)
    compare("core", url, cores[number])
    compare("betweenness", url, between[number], 0.051 + 1e-9 * between[number])
    # What a redirect leads to may have been found by a link first, a click farther.
    if clicks[number] != math.inf and url not in led_to:
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
