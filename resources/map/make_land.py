#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes land.txt, the shapes under the map of the vacancies.

    make_land.py LAND LAKES VERSIONS > land.txt

LAND and LAKES are the layers "land" and "lakes" of Natural Earth 1:50m (https://www.naturalearthdata.com,
public domain): land as TopoJSON, where 180 degrees cut nothing apart (land-50m.json of the npm package
world-atlas), lakes as GeoJSON. VERSIONS is what the first line says of them.
No borders of states are read or written. Antarctica is left out, where nobody advertises jobs.

A line is one shape: L for land, W for water in it, then degrees times 100: the first longitude and latitude,
and the steps to each further point. Longitudes go from -169 to 192, so that no land is cut by 180 degrees.
"""
import json
import sys

STEP = 100            # of a degree
TOLERANCE = 0.015     # degrees; finer bends are not seen at the largest scale
LEAST_LAND = 0.0008   # square degrees; some 5 square kilometres in the middle of Russia
LEAST_WATER = 0.03
SEAM = -168.6         # whole shapes west of it belong to the east of the map
SOUTH = -60


def topology_arcs(data):
    scale, move = data["transform"]["scale"], data["transform"]["translate"]
    for arc in data["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        yield points


def polygons(path):
    """Each polygon as a list of rings of (longitude, latitude), the outer one first."""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if data["type"] == "Topology":
        arcs = list(topology_arcs(data))

        def ring_of(numbers):
            ring = []
            for number in numbers:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                ring += arc if not ring else arc[1:]
            return ring

        for item in data["objects"]["land"]["geometries"]:
            parts = item["arcs"] if item["type"] == "MultiPolygon" else [item["arcs"]]
            for part in parts:
                yield [ring_of(ring) for ring in part]
        return
    for feature in data["features"]:
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        for part in parts:
            yield [[(point[0], point[1]) for point in ring] for ring in part]


def open_ring(ring):
    return ring[:-1] if ring[0] == ring[-1] else ring


def in_one_piece(ring):
    """The ring without jumps at 180 degrees, where the east of the map goes on."""
    xs = [ring[0][0]]
    for before, after in zip(ring, ring[1:]):
        step = after[0] - before[0]
        xs.append(xs[-1] + step - 360 * round(step / 360))
    turns = -360 if max(xs) > 192 else 360 if min(xs) < -180 or max(xs) < SEAM else 0
    return [(x + turns, y) for x, (_, y) in zip(xs, ring)]


def far(point, start, end):
    """Square of the distance from the line between two points."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = 0 if length == 0 else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    along = max(0, min(1, along))
    x, y = start[0] + along * dx - point[0], start[1] + along * dy - point[1]
    return x * x + y * y


def simplified(line):
    """Douglas and Peucker's way, without recursion."""
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        start, end = todo.pop()
        if end - start < 2:
            continue
        middle = max(range(start + 1, end), key=lambda i: far(line[i], line[start], line[end]))
        if far(line[middle], line[start], line[end]) > TOLERANCE * TOLERANCE:
            keep.add(middle)
            todo += [(start, middle), (middle, end)]
    return [line[i] for i in sorted(keep)]


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def written(kind, ring):
    ring = in_one_piece(ring)
    half = len(ring) // 2
    ring = simplified(ring[:half + 1])[:-1] + simplified(ring[half:] + ring[:1])[:-1]
    points = []
    for x, y in ring:
        point = (round(x * STEP), round(y * STEP))
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 3:
        return
    numbers = list(points[0])
    for before, after in zip(points, points[1:]):
        numbers += [after[0] - before[0], after[1] - before[1]]
    print(kind, *numbers)


def main():
    land, lakes, versions = sys.argv[1:]
    print(f"# Natural Earth 1:50m, {versions}, public domain, made smaller by make_land.py")
    outer, inner = [], []
    for polygon in polygons(land):
        if max(y for _, y in polygon[0]) < SOUTH:
            continue
        outer.append(open_ring(polygon[0]))
        inner += [open_ring(ring) for ring in polygon[1:]]
    for ring in sorted(outer, key=area, reverse=True):
        if area(ring) >= LEAST_LAND:
            written("L", ring)
    for polygon in polygons(lakes):
        inner.append(open_ring(polygon[0]))
    for ring in sorted(inner, key=area, reverse=True):
        if area(ring) >= LEAST_WATER and max(y for _, y in ring) > SOUTH:
            written("W", ring)


main()
