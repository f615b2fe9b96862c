// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlrows.h"
#include "net/response.h"

namespace linnet::links {

/// The cells of a page's row that audit rules ask for. Pure, any thread.
///
/// What an address says by itself: its host, its length.
void setAddressCells(PageRow &row, std::string_view url);
/// What the headers of a page's answer say: compression, safety, cookies (by name, never by value).
void setHeaderCells(PageRow &row, const net::HeaderFields &headers, bool isHttps);
/// What was counted on the page. `rules` are those of the page and its headers together.
void setDetailCells(PageRow &row, const PageFacts &facts, const net::HeaderFields &headers);

} // namespace linnet::links
