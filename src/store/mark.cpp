// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mark.h"

#include "base/textfold.h"
#include "table/listvalue.h"

namespace linnet::store {

namespace {

qsizetype placeOf(const QString &tag, const QStringList &tags)
{
    const QString folded = foldText(tag);
    for (qsizetype i = 0; i < tags.size(); ++i) {
        if (foldText(tags[i]) == folded)
            return i;
    }
    return -1;
}

/// As the items of a list column stand in it.
QStringList asItems(const QStringList &tags)
{
    const QString list = table::toText(table::listValue(tags));
    return list.split(u';', Qt::SkipEmptyParts);
}

} // namespace

Mark MarkEdit::applied(Mark mark) const
{
    mark.starred = starred.value_or(mark.starred);
    for (const QString &tag : asItems(tagsToRemove)) {
        if (const qsizetype place = placeOf(tag, mark.tags); place >= 0)
            mark.tags.removeAt(place);
    }
    for (const QString &tag : asItems(tagsToAdd)) {
        if (placeOf(tag, mark.tags) < 0)
            mark.tags.append(tag);
    }
    if (note)
        mark.note = note->trimmed();
    return mark;
}

} // namespace linnet::store
