// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace linnet::session {

/// When a saved search is run again by itself: every so many hours, or every so many days at a time of day. A
/// value; any thread.
struct Schedule
{
    static constexpr int MostHours = 168;
    static constexpr int MostDays = 90;

    enum class Unit : quint8
    {
        Hours,
        Days,
    };
    Unit unit = Unit::Days;
    int every = 1;   ///< hours, 1 to MostHours, or days, 1 to MostDays
    QTime at{9, 0};  ///< of days, by the computer's clock; a time that a day lacks is its next moment
    QDateTime since; ///< when it was set up

    bool operator==(const Schedule &) const = default;

    /// "6h", "1d 09:00", "7d 18:30". Reason::BadValue for what cannot be read or is out of range.
    static Result<Schedule> fromText(const QString &text);
    QString toText() const;
    QJsonObject toJson() const;
    static std::optional<Schedule> fromJson(const QJsonObject &json);
    /// For people: "every 6 hours", "every day at 9:00".
    QString words() const;

    /// The first due moment after that one. They are counted from `since` on, whatever ran in between: each
    /// so many hours after it, or each so many days after the first day whose moment it leaves. zone: what
    /// `at` is told in.
    QDateTime next(const QDateTime &after, const QTimeZone &zone = QTimeZone::systemTimeZone()) const;

    struct Due
    {
        bool isDue = false;
        int missed =
            0; ///< further due moments that have passed: the computer slept, or nothing ran; 1000 at most
    };
    /// Whether a due moment has come since it began to run last (invalid = never). A last run that lies
    /// ahead, because the clock was set back, counts as one of just now. One run makes up for all that were
    /// missed.
    Due due(const QDateTime &lastRun, const QDateTime &now,
            const QTimeZone &zone = QTimeZone::systemTimeZone()) const;

    Q_DECLARE_TR_FUNCTIONS(linnet::session::Schedule)
};

} // namespace linnet::session
