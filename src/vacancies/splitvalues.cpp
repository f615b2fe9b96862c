// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/splitvalues.h"

#include <QTimeZone>

namespace linnet::vacancies {

namespace {

constexpr qint64 Day = 24 * 3600;
constexpr int MoscowOffset = 3 * 3600;

qint64 beginningOf(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), QTimeZone::utc()).toSecsSinceEpoch() - MoscowOffset;
}

} // namespace

QStringList Query::*splitField(SplitKey key)
{
    Q_ASSERT(key != SplitKey::Dates);
    if (key == SplitKey::Roles)
        return &Query::roles;
    return key == SplitKey::Experience ? &Query::experience : &Query::areas;
}

std::optional<qint64> secondsOf(const QString &time)
{
    constexpr qsizetype WithoutOffset = 19; // yyyy-MM-ddTHH:mm:ss
    QString text = time;
    if (const qsizetype sign = text.size() - 5; // hh writes +0300, Qt wants +03:00
        sign >= WithoutOffset && (text[sign] == u'+' || text[sign] == u'-'))
        text.insert(text.size() - 2, u':');
    if (text.size() > WithoutOffset) {
        const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
        return moment.isValid() ? std::optional(moment.toSecsSinceEpoch()) : std::nullopt;
    }
    const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
    return day.isValid() ? std::optional(beginningOf(day)) : std::nullopt;
}

QString utcText(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'");
}

QString moscowText(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds + MoscowOffset, QTimeZone::utc())
        .toString(u"yyyy-MM-dd'T'HH:mm:ss'+0300'");
}

TimeWindow daysOf(const Query &query, qint64 now)
{
    TimeWindow window;
    if (query.dateFrom.isValid())
        window.from = beginningOf(query.dateFrom);
    else if (query.period > 0 && now > 0)
        window.from = now - query.period * Day;
    if (query.dateTo.isValid())
        window.to = beginningOf(query.dateTo) + Day - 1;
    return window;
}

} // namespace linnet::vacancies
