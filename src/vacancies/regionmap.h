// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace linnet::vacancies {

class Dictionary;

/// The regions of hh.ru, which the form offers, in the numbers of a source that knows subjects of Russia
/// only, told by their names: a city becomes its subject.
class RegionMap
{
public:
    RegionMap(const Dictionary &hhAreas, const Dictionary &regions);

    /// The source's code; "" for the whole of Russia, null for what lies elsewhere or is unknown.
    QString toRegion(const QString &hhArea) const { return m_toRegion.value(hhArea); }
    /// The subject in hh's numbers; null when it is unknown there.
    QString toHh(const QString &region) const { return m_toHh.value(region); }

private:
    QHash<QString, QString> m_toRegion;
    QHash<QString, QString> m_toHh;
};

/// Names of regions and cities of Russia, in UTF-8 as the sources write them, and a number of the subject in
/// which they lie; names of several places are left out.
const QHash<QByteArray, quint64> &subjectsByName();

} // namespace linnet::vacancies
