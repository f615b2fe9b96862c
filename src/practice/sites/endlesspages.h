// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"
#include "practice/http/httpresponse.h"

#include <optional>

namespace linnet::practice {

/// The small site's traps: a calendar without an end, a path that grows with each link, and a page that gives
/// every visit a new number.
class EndlessPages
{
public:
    /// Nothing when the path is no trap's.
    static std::optional<HttpResponse> answer(const HttpRequest &request);
};

} // namespace linnet::practice
