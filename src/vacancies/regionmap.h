// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace linnet::vacancies {

class Dictionary;

/// What the other source calls a region of the one. hh knows countries, subjects and cities, Trudvsem
/// subjects of Russia only, so a city becomes its subject.
class RegionMap
{
public:
    RegionMap(const Dictionary &hhAreas, const Dictionary &trudvsemRegions);

    /// Trudvsem's code; "" for the whole of Russia, null for what lies elsewhere or is unknown.
    QString toTrudvsem(const QString &hhArea) const { return m_toTrudvsem.value(hhArea); }
    /// The subject in hh's numbers; null when it is unknown there.
    QString toHh(const QString &trudvsemRegion) const { return m_toHh.value(trudvsemRegion); }

private:
    QHash<QString, QString> m_toTrudvsem;
    QHash<QString, QString> m_toHh;
};

} // namespace linnet::vacancies
