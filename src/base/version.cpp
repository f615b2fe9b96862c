// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version.h"

#include <QtGlobal>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

QString versionText(const QString &commit)
{
    const QString build = commit.isEmpty() ? QString() : u"build %1, "_s.arg(commit);
    return u"%1 (%2Qt %3)"_s.arg(QStringLiteral(LINNET_VERSION), build, QString::fromLatin1(qVersion()));
}

} // namespace linnet
