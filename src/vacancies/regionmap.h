// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace linnet::vacancies {

class Dictionary;

/// The regions of hh.ru, which the form offers, in the numbers of a source that knows subjects of Russia and
/// perhaps cities, told by their names: a city that it does not know becomes its subject.
class RegionMap
{
public:
    RegionMap(const Dictionary &hhAreas, const Dictionary &regions);

    /// The source's code; "" for the whole of Russia, null for what lies elsewhere or is unknown.
    QString toRegion(const QString &hhArea) const { return m_toRegion.value(hhArea); }
    /// The way back; null when hh has no such region.
    QString toHh(const QString &region) const { return m_toHh.value(region); }
    /// Several at once, as VacancySource::toSource() and fromSource() want them.
    std::optional<QStringList> toRegions(const QStringList &hhAreas) const;
    QStringList toHh(const QStringList &regions) const;

private:
    QHash<QString, QString> m_toRegion;
    QHash<QString, QString> m_toHh;
};

/// From the regions of hh.ru as they are known now to those of a bundled dictionary; stays valid until the
/// program ends. Any thread.
const RegionMap &currentRegionMap(QLatin1StringView regions);

/// Names of regions and cities of Russia, in UTF-8 as the sources write them, and a number of the subject in
/// which they lie; names of several places are left out.
const QHash<QByteArray, quint64> &subjectsByName();

} // namespace linnet::vacancies
