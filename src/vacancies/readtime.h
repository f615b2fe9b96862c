// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonValue>
#include <QString>

/// Times as sources write them, as texts that rows hold: always with what they are off UTC, so that they can
/// be compared; null for what is no time.
namespace linnet::vacancies {

/// Seconds or, of larger numbers, milliseconds since 1970, as a number or as text: "2026-11-01T08:05:00Z".
QString timeOfNumber(const QJsonValue &value);
/// ISO 8601 with or without its "T"; without an offset it is UTC. A bare day stays one.
QString timeOfText(const QString &text);
/// Local time of a place, "2026-11-01T09:05:00", with its offset then: "2026-11-01T09:05:00+01:00". A text
/// with an offset of its own keeps it. zone: of the tz database.
QString timeInZone(const QString &text, const QByteArray &zone);
/// The way back: seconds since 1970 as local time of the place, without an offset.
QString localText(qint64 seconds, const QByteArray &zone);

/// The day in Moscow, which is that of queries, of a text that rows hold; invalid when it is none.
QDate moscowDay(const QString &time);

} // namespace linnet::vacancies
