// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/codetitle.h"

#include <QCoreApplication>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Title
{
    QLatin1StringView column;
    QLatin1StringView code;
    const char *text;
};

constexpr Title Titles[] = {
    {"state"_L1, "listed"_L1, QT_TRANSLATE_NOOP("linnet::table", "not read yet")},
    {"state"_L1, "complete"_L1, QT_TRANSLATE_NOOP("linnet::table", "read")},
    {"state"_L1, "failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "could not be read")},
    {"state"_L1, "gone"_L1, QT_TRANSLATE_NOOP("linnet::table", "ad is gone")},
    {"source"_L1, "hh"_L1, QT_TRANSLATE_NOOP("linnet::table", "hh.ru")},
    {"source"_L1, "trudvsem"_L1, QT_TRANSLATE_NOOP("linnet::table", "Work in Russia")},
};

} // namespace

QString codeTitle(const Column &column, const QString &code)
{
    for (const Title &title : Titles) {
        if (title.column == column.key && title.code == code)
            return QCoreApplication::translate("linnet::table", title.text);
    }
    return code;
}

QStringList titledCodes(const Column &column)
{
    QStringList codes;
    for (const Title &title : Titles) {
        if (title.column == column.key)
            codes << title.code;
    }
    return codes;
}

} // namespace linnet::table
