#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A peer of bench_crawl: Scrapy with its own link extractor.

Usage: scrapy_crawler.py START_URL LINKS.csv; stays on the host, writes source and target of each link.
"""
import sys
import urllib.parse

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor


class Links(scrapy.Spider):
    name = "links"
    start_urls = [sys.argv[1]]
    allowed_domains = [urllib.parse.urlsplit(sys.argv[1]).hostname]
    extractor = LinkExtractor(deny_extensions=[])

    def parse(self, response):
        if not isinstance(response, scrapy.http.HtmlResponse):
            return
        for link in self.extractor.extract_links(response):
            yield {"source_url": response.url, "parsed_url": link.url}
            yield response.follow(link, self.parse)


process = CrawlerProcess({"LOG_ENABLED": False, "FEEDS": {sys.argv[2]: {"format": "csv"}}, "ROBOTSTXT_OBEY": True,
                          "CONCURRENT_REQUESTS_PER_DOMAIN": 6, "TELNETCONSOLE_ENABLED": False})
process.crawl(Links)
process.start()
