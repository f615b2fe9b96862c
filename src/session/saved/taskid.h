// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace linnet::session {

/// What a run's stored parameters ask for, the same for runs that asked for the same: neither the day counts,
/// nor how requests are made, nor where a source's API or the practice server stood. Any thread.
QByteArray taskKey(const QJsonObject &params);

/// Short enough to name it: SHA-1 of kind and key, as 40 hexadecimal digits.
QString taskId(const QString &kind, const QJsonObject &params);

} // namespace linnet::session
