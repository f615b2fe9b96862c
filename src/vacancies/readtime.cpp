// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/readtime.h"

#include "vacancies/jsonread.h"
#include "vacancies/splitvalues.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype WithoutOffset = 19; // yyyy-MM-ddTHH:mm:ss

/// A zone that the system does not know is UTC.
QTimeZone zoneOf(const QByteArray &name)
{
    const QTimeZone zone(name);
    return zone.isValid() ? zone : QTimeZone::utc();
}

/// With a "T", without a fraction of a second; null when it is no time.
QString normalized(const QString &text)
{
    static const QRegularExpression moment(
        u"^(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?$"_s);
    const auto match = moment.match(text.section(u'[', 0, 0).trimmed()); // "[Europe/Oslo]" may follow
    if (!match.hasMatch() || !QDate::fromString(match.captured(1), Qt::ISODate).isValid())
        return {};
    if (match.captured(2).isEmpty())
        return match.captured(1);
    const QString clock = match.captured(2).size() == 5 ? match.captured(2) + u":00"_s : match.captured(2);
    if (!QTime::fromString(clock, Qt::ISODate).isValid())
        return {};
    return match.captured(1) + u'T' + clock + match.captured(3);
}

} // namespace

QString timeOfNumber(const QJsonValue &value)
{
    constexpr qint64 LargestSeconds = 100'000'000'000; // of the year 5138; as milliseconds, of 1973
    auto seconds = json::integer(value);
    if (seconds && *seconds >= LargestSeconds)
        seconds = *seconds / 1000;
    return seconds && *seconds > 0 && *seconds < LargestSeconds ? utcText(*seconds) : QString();
}

QString timeOfText(const QString &text)
{
    const QString time = normalized(text);
    return time.size() == WithoutOffset ? time + u'Z' : time;
}

QString timeInZone(const QString &text, const QByteArray &zone)
{
    const QString time = normalized(text);
    if (time.size() != WithoutOffset)
        return time;
    const QDateTime local(QDate::fromString(time.left(10), Qt::ISODate),
                          QTime::fromString(time.sliced(11), Qt::ISODate), zoneOf(zone));
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString localText(qint64 seconds, const QByteArray &zone)
{
    return QDateTime::fromSecsSinceEpoch(seconds, zoneOf(zone)).toString(u"yyyy-MM-dd'T'HH:mm:ss");
}

QDate moscowDay(const QString &time)
{
    constexpr qsizetype BareDay = 10;
    if (time.size() == BareDay)
        return QDate::fromString(time, Qt::ISODate);
    const auto seconds = secondsOf(time);
    return seconds ? QDate::fromString(moscowText(*seconds).left(BareDay), Qt::ISODate) : QDate();
}

} // namespace linnet::vacancies
