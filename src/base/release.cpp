// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/release.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVersionNumber>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

QVersionNumber numbersOf(const QString &version)
{
    return QVersionNumber::fromString(version).normalized();
}

} // namespace

Result<Release> Release::read(const QByteArray &json)
{
    if (json.size() > Largest)
        return fail(Reason::BadBody, u"too long"_s);
    const QJsonObject told = QJsonDocument::fromJson(json).object();
    return of(told.value("version"_L1).toString(), told.value("url"_L1).toString());
}

Result<Release> Release::of(const QString &version, const QString &page)
{
    static const QRegularExpression number(u"\\A[0-9]{1,5}(\\.[0-9]{1,5}){1,3}\\z"_s);
    constexpr qsizetype LongestPage = 500;
    const QUrl url(page, QUrl::StrictMode);
    if (!number.match(version).hasMatch())
        return fail(Reason::BadBody, u"version"_s);
    if (page.size() > LongestPage || !url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty() ||
        !url.userInfo().isEmpty())
        return fail(Reason::BadBody, u"url"_s);
    return Release{version, url};
}

bool Release::isNewerThan(const QString &other) const
{
    return numbersOf(version) > numbersOf(other);
}

} // namespace linnet
