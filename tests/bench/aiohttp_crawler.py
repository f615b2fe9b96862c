#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A peer of bench_crawl: a plain crawler as people write it, with one aiohttp session and one regular expression.

Usage: aiohttp_crawler.py START_URL LINKS.csv; stays on the host, writes source and target of each link, prints how
many pages it read.
"""
import asyncio
import csv
import re
import sys
import urllib.parse

import aiohttp

HREF = re.compile(r"""<a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
AT_ONCE = 6


async def main(start, output):
    host = urllib.parse.urlsplit(start).netloc
    seen = {start}
    queue = asyncio.Queue()
    queue.put_nowait(start)
    pages = 0
    with open(output, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["source_url", "parsed_url"])
        async with aiohttp.ClientSession() as session:

            async def work():
                nonlocal pages
                while True:
                    url = await queue.get()
                    try:
                        async with session.get(url) as answer:
                            if answer.status != 200 or answer.content_type != "text/html":
                                continue
                            text = await answer.text()
                        pages += 1
                        for reference in HREF.findall(text):
                            target = urllib.parse.urldefrag(urllib.parse.urljoin(url, reference))[0]
                            writer.writerow([url, target])
                            if target not in seen and urllib.parse.urlsplit(target).netloc == host:
                                seen.add(target)
                                queue.put_nowait(target)
                    except (aiohttp.ClientError, ValueError) as error:
                        print(url, error, file=sys.stderr)
                    finally:
                        queue.task_done()

            workers = [asyncio.create_task(work()) for _ in range(AT_ONCE)]
            await queue.join()
            for worker in workers:
                worker.cancel()
    print(pages)


asyncio.run(main(sys.argv[1], sys.argv[2]))
