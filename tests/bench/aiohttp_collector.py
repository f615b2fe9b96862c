#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer of bench_vacancies: a plain collector as analysts write it, one aiohttp session for each request.

Usage: aiohttp_collector.py BASE_URL PAGES OUTPUT.csv; prints the number of rows, the seconds it took and those of CPU.
"""
import asyncio
import csv
import re
import resource
import sys
import time

import aiohttp

COLUMNS = ["vacancy", "url", "created", "has_test", "salary_from", "salary_to", "currency", "experience", "schedule",
           "skills", "employer", "area", "description"]


async def get_json(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            return await answer.json(content_type=None)


async def detail(url):
    item = await get_json(url)
    salary = item.get("salary") or {}
    return [item["name"], item.get("apply_alternate_url"), item["published_at"], item["has_test"], salary.get("from"),
            salary.get("to"), salary.get("currency"), (item.get("experience") or {}).get("name"),
            (item.get("schedule") or {}).get("name"), ";".join(s["name"] for s in item["key_skills"]),
            (item.get("employer") or {}).get("name"), item["area"]["name"], re.sub(r"<.*?>", "", item["description"])]


async def main(base, pages, output):
    started = time.monotonic()
    cpu = time.process_time()
    urls = []
    for page in range(pages):
        listing = await get_json(f"{base}/vacancies?page={page}&per_page=100")
        urls += [item["url"] for item in listing["items"]]
    rows = await asyncio.gather(*(detail(url) for url in urls))
    with open(output, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    print(len(rows), time.monotonic() - started, time.process_time() - cpu)


resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
