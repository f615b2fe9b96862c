// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <vector>

namespace linnet::vacancies {

class VacancySource;
class Dictionary;

/// Where a query of a list is asked.
struct ListedPlace
{
    std::vector<QStringList> areas; ///< by source; empty = its whole country
    QString region = {};            ///< for people, as the source calls it; empty = the whole country

    bool operator==(const ListedPlace &) const = default;
};

/// Finds the regions that a list names, by number or by name, in the numbers of the sources of a search. One
/// source takes its own numbers and names; several have none in common, so there they are those of hh.ru.
/// Several regions of one query have commas between them.
class RegionWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::vacancies::RegionWords)

public:
    explicit RegionWords(const QStringList &sourceIds);

    /// Reason::BadValue with a sentence when a source has no such region, or several of that name.
    Result<ListedPlace> find(const QString &words);
    ListedPlace everywhere() const { return {std::vector<QStringList>(m_sources.size())}; }

private:
    Result<ListedPlace> look(const QString &words) const;
    Result<QString> idOf(const QString &word) const;
    QString nameOf(const QString &id) const;

    std::vector<const VacancySource *> m_sources;
    const Dictionary *m_names;
    QHash<QString, QStringList> m_ids; ///< by folded name
    QHash<QString, Result<ListedPlace>> m_known;
};

} // namespace linnet::vacancies
