// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

#include <QHash>

namespace linnet::vacancies {

/// All sources, in the order in which they are offered.
const std::vector<const VacancySource *> &allSources();
/// Null for an unknown id.
const VacancySource *sourceById(QStringView id);
/// Those that want an access token.
std::vector<const VacancySource *> sourcesWithToken();
/// Whom the address of an employer's own page at a source stands for; empty = no such address.
QStringList employersAt(const QString &address);
/// All hosts that Query::site may name.
QStringList knownSites();
/// By id, the paths of the APIs that the practice server speaks.
QHash<QString, QString> practicePaths();

/// Makes the tables call sources by their short titles; once, before rows are shown.
void nameSourcesInTables();

/// A source besides those that the program has, from here to the end of this object. No run may be under way
/// when it comes or goes.
class AddedSource
{
public:
    explicit AddedSource(const VacancySource &source);
    ~AddedSource();
    Q_DISABLE_COPY_MOVE(AddedSource)

private:
    const VacancySource &m_source;
};

} // namespace linnet::vacancies
