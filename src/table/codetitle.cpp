// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/codetitle.h"

#include <QCoreApplication>

#include <map>

namespace linnet::table {

namespace {

std::map<QLatin1StringView, CodeNames> &namedElsewhere()
{
    static std::map<QLatin1StringView, CodeNames> names;
    return names;
}

} // namespace

void setCodeNames(QLatin1StringView column, CodeNames names)
{
    namedElsewhere().emplace(column, names);
}

QString codeTitle(const Column &column, const QString &code)
{
    for (const Code &known : column.codes) {
        if (known.code == code)
            return QCoreApplication::translate("linnet::table", known.title);
    }
    if (const qsizetype colon = code.indexOf(u':'); colon > 0 && column.type == ColumnType::List) {
        const QString step = code.first(colon);
        if (const QString title = codeTitle(column, step); title != step)
            return title + u' ' + code.sliced(colon + 1);
    }
    if (const auto named = namedElsewhere().find(column.key); named != namedElsewhere().end()) {
        if (const QString title = named->second.title(code); !title.isEmpty())
            return title;
    }
    return code;
}

QStringList titledCodes(const Column &column)
{
    QStringList codes;
    for (const Code &known : column.codes)
        codes << known.code;
    if (const auto named = namedElsewhere().find(column.key); named != namedElsewhere().end())
        codes << named->second.codes();
    return codes;
}

} // namespace linnet::table
