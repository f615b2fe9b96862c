// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/vacancysource.h"

#include <QCoreApplication>

namespace linnet::vacancies {

QString VacancySource::title() const
{
    return QCoreApplication::translate("linnet::vacancies", facts().title);
}

QString VacancySource::shortTitle() const
{
    return QCoreApplication::translate("linnet::vacancies", facts().shortTitle);
}

const Dictionary &VacancySource::regions() const
{
    static const Dictionary areas = Dictionary::load(Dictionary::Kind::HhAreas);
    return areas;
}

std::optional<QStringList> VacancySource::toSource(const QStringList &areas) const
{
    return areas;
}

QStringList VacancySource::fromSource(const QStringList &regions) const
{
    return regions;
}

Result<void> VacancySource::checkRegions(const QStringList &) const
{
    return {};
}

std::vector<Query> VacancySource::split(const Query &query, const QDate &) const
{
    return {query};
}

QStringList VacancySource::ignoredFields(const Query &) const
{
    return {};
}

} // namespace linnet::vacancies
