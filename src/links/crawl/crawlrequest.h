// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlanswer.h"
#include "links/crawl/crawlkind.h"
#include "links/crawl/crawlspec.h"
#include "net/request.h"

namespace linnet::links {

/// The request for an address of a crawl: how it is asked by its kind, and how its answer is read, in the
/// pool. Headers are the caller's. Of `reading` all is told but what follows from the kind.
net::Request crawlRequest(const CrawlSpec &spec, const CrawlKind &kind, AnswerContext reading);

} // namespace linnet::links
