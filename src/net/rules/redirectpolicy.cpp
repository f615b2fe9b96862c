// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rules/redirectpolicy.h"

#include "url/urlresolver.h"
#include "url/withoutlogin.h"

#include <algorithm>
#include <array>

namespace linnet::net {

namespace {

constexpr qsizetype LongestShown = 500;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// "127.0.0.1:80/x": RFC 3986 §4.2 knows no such reference, and its author does not mean the path that
/// browsers take it for.
bool lacksScheme(const QByteArray &location)
{
    const qsizetype colon = location.indexOf(':');
    const auto isPathOrQuery = [](char c) { return c == '/' || c == '?' || c == '#' || c == '\\'; };
    return colon > 0 && location[0] >= '0' && location[0] <= '9' &&
           std::none_of(location.begin(), location.begin() + colon, isPathOrQuery);
}

} // namespace

bool RedirectPolicy::isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Result<Address> RedirectPolicy::next(const QList<Address> &visited, const QByteArray &location, int status)
{
    const QByteArray &from = visited.last().href();
    // RFC 9110 §10.2.2: the new address inherits the fragment; none is ever sent. An address with a login in
    // it would send that login; who wants one gives it in the request.
    const url::ResolvedUrl there = url::UrlResolver(viewOf(from)).resolve(viewOf(location));
    if (location.trimmed().isEmpty() || lacksScheme(location.trimmed()) ||
        there.kind == url::UrlKind::Invalid)
        return Address();
    if (there.kind == url::UrlKind::Foreign)
        return fail(Reason::ForeignScheme,
                    QString::fromStdString(url::withoutLogin(there.href)).left(LongestShown), status);
    const Address target = Address::written(there.href);
    if (from.startsWith("https:") && target.href().startsWith("http:"))
        return fail(Reason::Downgrade, target.text(), status);
    if (visited.contains(target))
        return fail(Reason::RedirectLoop, target.text(), status);
    if (visited.size() > MostHops)
        return fail(Reason::RedirectLimit, QString::number(MostHops), status);
    return target;
}

bool RedirectPolicy::mayCrossOrigins(QByteArrayView header)
{
    // What is not known to be harmless stays at home: services name their keys as they like.
    static constexpr std::array<QByteArrayView, 4> Harmless{"accept", "accept-language", "range",
                                                            "cache-control"};
    return std::any_of(Harmless.begin(), Harmless.end(), [header](QByteArrayView name) {
        return name.compare(header, Qt::CaseInsensitive) == 0;
    });
}

} // namespace linnet::net
