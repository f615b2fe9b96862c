// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

/// Reading members that may be missing, null or of another type than documented: what cannot be read is "not
/// said".
namespace linnet::vacancies::json {

/// Text or a number as text; null when there is none or it is empty.
QString text(const QJsonValue &value);
/// true, false, or either as text.
std::optional<bool> boolean(const QJsonValue &value);
/// A finite number, or a number as text.
std::optional<double> number(const QJsonValue &value);
std::optional<qint64> integer(const QJsonValue &value);
/// Member `key` of an object's member.
QString textIn(const QJsonValue &value, QLatin1StringView key);
/// The names of a list of {id, name}; a single object or plain texts are taken too.
QStringList names(const QJsonValue &value);

/// The body as an object; Reason::BadBody with the parser's message and position.
Result<QJsonObject> object(const QByteArray &body);

} // namespace linnet::vacancies::json
