// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/listvalue.h"

namespace linnet::table {

namespace {

bool isBeside(QChar unit)
{
    return unit == u';' || unit.isSpace();
}

} // namespace

QStringView trimmedItem(QStringView item)
{
    while (!item.isEmpty() && isBeside(item.front()))
        item = item.sliced(1);
    while (!item.isEmpty() && isBeside(item.back()))
        item.chop(1);
    return item;
}

Value listValue(const QStringList &items)
{
    QString text;
    for (const QString &item : items) {
        const QStringView trimmed = trimmedItem(item);
        if (trimmed.isEmpty())
            continue;
        if (!text.isEmpty())
            text += u';';
        text += trimmed.toString().replace(u';', u',');
    }
    return text.isEmpty() ? Value() : Value(text);
}

} // namespace linnet::table
