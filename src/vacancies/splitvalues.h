// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

namespace linnet::vacancies {

/// The field of a query that a key cuts by. Not for SplitKey::Dates.
QStringList Query::*splitField(SplitKey key);

/// The time that a source's text names, in seconds since 1970; a bare day is its beginning in Moscow.
std::optional<qint64> secondsOf(const QString &time);

/// Seconds since 1970 as "2026-11-01T08:05:00Z".
QString utcText(qint64 seconds);

/// In Moscow's time, as hh.ru writes it: "2026-11-01T11:05:00+0300".
QString moscowText(qint64 seconds);

/// The days of a query, which are those of Moscow, and its period, counted back from `now`, which only a
/// period needs.
TimeWindow daysOf(const Query &query, qint64 now = 0);

} // namespace linnet::vacancies
