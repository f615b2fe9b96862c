// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/router.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

bool fits(const QStringList &pattern, const QStringList &segments, QStringList &captures)
{
    if (pattern.size() != segments.size())
        return false;
    captures.clear();
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == "{}"_L1)
            captures.append(segments[i]);
        else if (pattern[i] != segments[i])
            return false;
    }
    return true;
}

} // namespace

void Router::add(const QString &pattern, RouteRules rules, RouteHandler handler)
{
    m_routes.push_back({pattern.split(u'/', Qt::SkipEmptyParts), rules, std::move(handler)});
}

const Route *Router::find(const QString &path, QStringList &captures) const
{
    const QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    for (const Route &route : m_routes) {
        if (fits(route.segments, segments, captures))
            return &route;
    }
    return nullptr;
}

} // namespace linnet::practice
