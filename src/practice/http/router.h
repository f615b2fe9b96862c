// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httpresponse.h"

#include <functional>
#include <vector>

namespace linnet::practice {

/// `captures` holds what the pattern's "{}" stood for.
using RouteHandler = std::function<HttpResponse(const HttpRequest &request, const QStringList &captures)>;

/// Which rules of the service a route is under.
enum class RouteRule : quint8
{
    Api = 1,       ///< counted, timed and faulty
    Agent = 2,     ///< needs a User-Agent
    Token = 4,     ///< refused without a token when the service wants one
    Detail = 8,    ///< one vacancy's address
    Form = 16,     ///< may be posted to
    Question = 32, ///< likewise, by those who search
};
Q_DECLARE_FLAGS(RouteRules, RouteRule)
Q_DECLARE_OPERATORS_FOR_FLAGS(RouteRules)

struct Route
{
    QStringList segments;
    RouteRules rules;
    RouteHandler handler;
};

/// The table of what is served where.
class Router
{
public:
    /// `pattern` is a path in which "{}" stands for any one segment; the first route that fits wins.
    void add(const QString &pattern, RouteRules rules, RouteHandler handler);
    /// Null when nothing fits; a slash at the end of `path` does not matter.
    const Route *find(const QString &path, QStringList &captures) const;

private:
    std::vector<Route> m_routes;
};

} // namespace linnet::practice
