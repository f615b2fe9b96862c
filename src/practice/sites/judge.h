// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/router.h"

namespace linnet::practice {

/// A judge tells who asks what it saw of the request, so that proxies can be tested: /judge as
/// httpbin.org/get does, /azenv as the CGI script of that name. base: the server's address.
void addJudgeRoutes(Router &router, const QString &base);

} // namespace linnet::practice
