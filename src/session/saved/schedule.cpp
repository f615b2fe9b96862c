// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/schedule.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 SecondsInHour = 3600;
constexpr int MostMissed = 1000;
constexpr qint64 LongestGap = 6 * SecondsInHour; // no zone has put its clocks forward by more

/// The first moment of that day at which its clock shows that time or more: clocks that are put forward leave
/// times out, clocks that are put back show some twice.
QDateTime momentOf(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    const auto showsLess = [&](qint64 seconds) {
        const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds, zone);
        return std::pair(local.date(), local.time()) < std::pair(day, time);
    };
    const qint64 about = QDateTime(day, time, zone).toSecsSinceEpoch();
    qint64 low = about - LongestGap;
    qint64 high = about + LongestGap;
    if (!showsLess(low))
        return QDateTime::fromSecsSinceEpoch(about, zone);
    while (low + 1 < high) {
        const qint64 middle = low + (high - low) / 2;
        (showsLess(middle) ? low : high) = middle;
    }
    return QDateTime::fromSecsSinceEpoch(high, zone);
}

} // namespace

Result<Schedule> Schedule::fromText(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,3})(h|d(?: (\\d{1,2}:\\d{2}))?)$"_s);
    const QRegularExpressionMatch match = form.match(text.simplified().toLower());
    Schedule schedule;
    if (match.hasMatch()) {
        schedule.every = match.capturedView(1).toInt();
        schedule.unit = match.capturedView(2) == u"h" ? Unit::Hours : Unit::Days;
        if (match.hasCaptured(3))
            schedule.at = QTime::fromString(match.captured(3), u"H:mm"_s);
    }
    const int most = schedule.unit == Unit::Hours ? MostHours : MostDays;
    if (!match.hasMatch() || !schedule.at.isValid() || schedule.every < 1 || schedule.every > most)
        return fail(Reason::BadValue,
                    u"%1: 1h to %2h, or 1d 09:00 to %3d 09:00"_s.arg(text).arg(MostHours).arg(MostDays));
    return schedule;
}

QString Schedule::toText() const
{
    if (unit == Unit::Hours)
        return u"%1h"_s.arg(every);
    return u"%1d %2"_s.arg(every).arg(at.toString(u"HH:mm"_s));
}

QJsonObject Schedule::toJson() const
{
    return {{u"every"_s, toText()}, {u"since"_s, since.toUTC().toString(Qt::ISODate)}};
}

std::optional<Schedule> Schedule::fromJson(const QJsonObject &json)
{
    auto schedule = fromText(json[u"every"_s].toString());
    if (!schedule)
        return {};
    schedule->since = QDateTime::fromString(json[u"since"_s].toString(), Qt::ISODate);
    if (!schedule->since.isValid())
        return {}; // nobody knows what it counts from
    return *schedule;
}

QString Schedule::words() const
{
    if (unit == Unit::Hours)
        return tr("every %n hour(s)", nullptr, every);
    return tr("every %n day(s) at %1", nullptr, every).arg(QLocale().toString(at, QLocale::ShortFormat));
}

QDateTime Schedule::next(const QDateTime &after, const QTimeZone &zone) const
{
    if (unit == Unit::Hours) {
        const qint64 passed = std::max<qint64>(0, since.secsTo(after)) / (every * SecondsInHour);
        return since.toUTC().addSecs((passed + 1) * every * SecondsInHour);
    }
    const QDateTime begun = since.toTimeZone(zone);
    QDate day = begun.date();
    if (momentOf(day, at, zone) <= begun)
        day = day.addDays(1);
    const qint64 passed = day.daysTo(after.toTimeZone(zone).date());
    if (passed > 0)
        day = day.addDays(passed / every * every);
    while (momentOf(day, at, zone) <= after)
        day = day.addDays(every);
    return momentOf(day, at, zone).toUTC();
}

Schedule::Due Schedule::due(const QDateTime &lastRun, const QDateTime &now, const QTimeZone &zone) const
{
    const bool isKnown = lastRun.isValid() && lastRun <= now;
    const QDateTime last = isKnown ? std::max(lastRun, since) : since;
    Due result;
    if (!since.isValid())
        return result;
    for (QDateTime moment = next(last, zone); moment <= now && result.missed < MostMissed;
         moment = next(moment, zone)) {
        result.missed += int(result.isDue);
        result.isDue = true;
    }
    return result;
}

} // namespace linnet::session
