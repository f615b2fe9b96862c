// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rules/retryafter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

bool allDigits(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The form without its weekday, which carries nothing and is often wrong.
QDateTime parseAs(const QString &text, const QString &format)
{
    const QDateTime local = QLocale::c().toDateTime(text, format);
    return QDateTime(local.date(), local.time(), QTimeZone::utc());
}

} // namespace

QDateTime parseHttpDate(QByteArrayView text, const QDateTime &nowUtc)
{
    const QString simple = QString::fromLatin1(text).simplified();
    const qsizetype comma = simple.indexOf(u',');
    if (comma < 0) { // asctime: "Sun Nov  6 08:49:37 1994"
        return parseAs(simple.section(u' ', 1), u"MMM d hh:mm:ss yyyy"_s);
    }
    QString rest = simple.mid(comma + 1).trimmed();
    if (!rest.endsWith(" GMT"_L1))
        return {};
    rest.chop(4);
    if (!rest.contains(u'-'))
        return parseAs(rest, u"d MMM yyyy hh:mm:ss"_s);
    QDateTime result = parseAs(rest, u"d-MMM-yy hh:mm:ss"_s);
    while (result.isValid() && result.addYears(50) < nowUtc)
        result = result.addYears(100);
    return result;
}

std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, QByteArrayView dateField,
                                                    const QDateTime &nowUtc)
{
    value = value.trimmed();
    if (allDigits(value)) {
        bool fits = false;
        const qint64 seconds = value.toLongLong(&fits);
        constexpr qint64 Most = std::numeric_limits<qint32>::max();
        return std::chrono::seconds(fits ? std::min(seconds, Most) : Most);
    }
    // Not by the rules, but sent: rounded up, since a longer wait harms nobody.
    if (const qsizetype point = value.indexOf('.');
        point > 0 && allDigits(value.first(point)) && allDigits(value.sliced(point + 1))) {
        const auto whole = parseRetryAfter(value.first(point), dateField, nowUtc);
        return std::min(*whole + std::chrono::seconds(1),
                        std::chrono::seconds(std::numeric_limits<qint32>::max()));
    }
    const QDateTime until = parseHttpDate(value, nowUtc);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime sent = parseHttpDate(dateField, nowUtc);
    const qint64 wait = (sent.isValid() ? sent : nowUtc).msecsTo(until);
    return std::chrono::seconds(wait <= 0 ? 0 : (wait + 999) / 1000);
}

} // namespace linnet::net
