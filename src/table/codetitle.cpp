// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/codetitle.h"

#include <QCoreApplication>

namespace linnet::table {

QString codeTitle(const Column &column, const QString &code)
{
    for (const Code &known : column.codes) {
        if (known.code == code)
            return QCoreApplication::translate("linnet::table", known.title);
    }
    return code;
}

} // namespace linnet::table
