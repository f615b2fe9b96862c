// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringList>

namespace linnet::test {

/// Why files cannot be read back by Python: "" when they can. Names what is missing, for QSKIP.
QString pythonMissing(const QString &module);

/// The JSON array that a script of tests/support prints; empty, after a warning with what it said, when it
/// failed.
QJsonArray runPython(const QString &script, const QStringList &arguments);

} // namespace linnet::test
