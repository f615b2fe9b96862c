// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace linnet::test {

/// Path of a file of the optional test data (environment variable LINNET_SHARED, else ../shared beside the
/// source tree); a null string when it is not there: then QSKIP, saying which file.
QString sharedFile(const QString &relativePath);
/// Its bytes; empty when it is not there.
QByteArray sharedBytes(const QString &relativePath);

} // namespace linnet::test
