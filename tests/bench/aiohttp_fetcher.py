#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer of bench_engine: aiohttp at its best, one shared session for all requests.

Usage: aiohttp_fetcher.py URL COUNT IN_FLIGHT; prints the number of good answers and the seconds they took.
"""
import asyncio
import sys
import time

import aiohttp


async def worker(session, url, left):
    good = 0
    while left:
        left.pop()
        async with session.get(url) as answer:
            await answer.read()
            good += answer.status == 200
    return good


async def main(url, count, in_flight):
    connector = aiohttp.TCPConnector(limit=in_flight)
    async with aiohttp.ClientSession(connector=connector) as session:
        started = time.monotonic()
        left = [None] * count
        good = sum(await asyncio.gather(*(worker(session, url, left) for _ in range(in_flight))))
        print(good, time.monotonic() - started)


asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
