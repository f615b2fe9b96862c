// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"
#include "practice/http/httpresponse.h"

#include <optional>

namespace linnet::practice {

/// A generated site for crawls under load: pages /big/0 to /big/199999, each with ten links to others. From
/// /big/0 every page is reached, in six steps at most; leaves link to pages all over the site.
class BigSite
{
public:
    static constexpr int PageCount = 200'000;
    static constexpr int LinksPerPage = 10;

    /// Nothing when the path is not the site's.
    static std::optional<HttpResponse> answer(const HttpRequest &request);
    /// The pages that page `number` links to, in order; none is linked twice.
    static QList<int> linksOf(int number);
};

} // namespace linnet::practice
