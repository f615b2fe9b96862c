// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rules/redirectpolicy.h"

#include <algorithm>
#include <array>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

bool RedirectPolicy::isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Result<QUrl> RedirectPolicy::next(const QList<QUrl> &visited, const QByteArray &location, int status)
{
    const QUrl relative = QUrl::fromEncoded(location.trimmed());
    if (location.trimmed().isEmpty() || !relative.isValid())
        return QUrl();
    const QUrl &from = visited.last();
    QUrl target = from.resolved(relative);
    // RFC 9110 §10.2.2: the new address inherits the fragment; none is ever sent.
    target.setFragment({});
    // An address with a login in it would send that login; who wants one gives it in the request.
    target.setUserInfo({});
    const bool web = target.scheme() == "http"_L1 || target.scheme() == "https"_L1;
    if (!web || target.host().isEmpty())
        return fail(Reason::ForeignScheme, target.toDisplayString(), status);
    if (from.scheme() == "https"_L1 && target.scheme() == "http"_L1)
        return fail(Reason::Downgrade, target.toDisplayString(), status);
    if (visited.contains(target))
        return fail(Reason::RedirectLoop, target.toDisplayString(), status);
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
