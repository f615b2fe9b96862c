// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/foundby.h"

#include <QStringList>

namespace linnet::store {

bool FoundBy::add(int number, const QString &title, const QString &item)
{
    QStringList known = numbers.split(u';', Qt::SkipEmptyParts);
    QStringList items = all.split(u';', Qt::SkipEmptyParts);
    // Of a row that came without a number nobody knows better: what it has stands first.
    while (known.size() < items.size())
        known.prepend(QStringLiteral("0"));
    qsizetype at = 0;
    while (at < known.size() && known[at].toInt() < number)
        ++at;
    if (at < known.size() && known[at].toInt() == number)
        return false;
    known.insert(at, QString::number(number));
    items.insert(std::min(at, items.size()), item);
    if (at == 0)
        first = title;
    numbers = known.join(u';');
    all = items.join(u';');
    return true;
}

} // namespace linnet::store
