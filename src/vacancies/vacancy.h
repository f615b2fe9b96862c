// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/vacancyschema.h"
#include "table/value.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <tuple>
#include <utility>

namespace linnet::vacancies {

/// One vacancy as every source gives it. Null strings and empty optionals mean that the source did not say.
struct Vacancy
{
    QString source; ///< "hh", "trudvsem", "superjob"
    QString id;     ///< the source's
    QString name;
    QString applyUrl;
    QString alternateUrl;
    QString created;  ///< as the source sent it
    QString modified; ///< last change, as the source sent it
    std::optional<bool> hasTest;
    std::optional<double> salaryFrom;
    std::optional<double> salaryTo;
    QString currency;
    std::optional<bool> salaryGross;
    QString salaryMode;
    QString experience;
    QString schedule;
    QStringList skills;
    QString employer;
    QString employerId;
    QString area;
    QString description; ///< readable text
    QString employment;
    QStringList workFormat;
    QStringList roles;
    QString address;
    std::optional<double> lat;
    std::optional<double> lng;
    std::optional<bool> archived;
    QString firstPublished; ///< as the source sent it
    std::optional<qint64> workPlaces;
    QString education;
    QString specialisation;
    QString salaryFrequency;
    QStringList metro;
    QString employerInn;
    QString employerOgrn;
    std::optional<bool> accredited;
    QString contactName; ///< this and the next: only when the query asks for contacts
    QStringList contactEmails;
    QStringList contactPhones;
    QString state;     ///< listed, complete, failed, gone
    QString fetchedAt; ///< ISO 8601 UTC, set by the job
    QString query;
    QStringList queries; ///< one as it is found; the store gathers those of several (store::RowMode::Gather)

    bool operator==(const Vacancy &) const = default;

    /// Unique within a run: "hh:12345".
    QString key() const { return source + QLatin1Char(':') + id; }
    /// In the order of table::vacancySchema().
    table::Cells toRow() const;
};

/// In which column of a row each member stands. The address to apply at stands for itself, and for nothing
/// better the ad's own page: see toRow().
inline constexpr std::tuple VacancyFields{
    std::pair{table::VacancyColumn::Vacancy, &Vacancy::name},
    std::pair{table::VacancyColumn::Url, &Vacancy::applyUrl},
    std::pair{table::VacancyColumn::Created, &Vacancy::created},
    std::pair{table::VacancyColumn::HasTest, &Vacancy::hasTest},
    std::pair{table::VacancyColumn::SalaryFrom, &Vacancy::salaryFrom},
    std::pair{table::VacancyColumn::SalaryTo, &Vacancy::salaryTo},
    std::pair{table::VacancyColumn::Currency, &Vacancy::currency},
    std::pair{table::VacancyColumn::Experience, &Vacancy::experience},
    std::pair{table::VacancyColumn::Schedule, &Vacancy::schedule},
    std::pair{table::VacancyColumn::Skills, &Vacancy::skills},
    std::pair{table::VacancyColumn::Employer, &Vacancy::employer},
    std::pair{table::VacancyColumn::Area, &Vacancy::area},
    std::pair{table::VacancyColumn::Description, &Vacancy::description},
    std::pair{table::VacancyColumn::AlternateUrl, &Vacancy::alternateUrl},
    std::pair{table::VacancyColumn::SalaryGross, &Vacancy::salaryGross},
    std::pair{table::VacancyColumn::SalaryMode, &Vacancy::salaryMode},
    std::pair{table::VacancyColumn::Employment, &Vacancy::employment},
    std::pair{table::VacancyColumn::WorkFormat, &Vacancy::workFormat},
    std::pair{table::VacancyColumn::ProfessionalRoles, &Vacancy::roles},
    std::pair{table::VacancyColumn::Address, &Vacancy::address},
    std::pair{table::VacancyColumn::Lat, &Vacancy::lat},
    std::pair{table::VacancyColumn::Lng, &Vacancy::lng},
    std::pair{table::VacancyColumn::EmployerId, &Vacancy::employerId},
    std::pair{table::VacancyColumn::Archived, &Vacancy::archived},
    std::pair{table::VacancyColumn::State, &Vacancy::state},
    std::pair{table::VacancyColumn::Source, &Vacancy::source},
    std::pair{table::VacancyColumn::Id, &Vacancy::id},
    std::pair{table::VacancyColumn::FetchedAt, &Vacancy::fetchedAt},
    std::pair{table::VacancyColumn::Query, &Vacancy::query},
    std::pair{table::VacancyColumn::Queries, &Vacancy::queries},
    std::pair{table::VacancyColumn::Modified, &Vacancy::modified},
    std::pair{table::VacancyColumn::FirstPublished, &Vacancy::firstPublished},
    std::pair{table::VacancyColumn::WorkPlaces, &Vacancy::workPlaces},
    std::pair{table::VacancyColumn::Education, &Vacancy::education},
    std::pair{table::VacancyColumn::Specialisation, &Vacancy::specialisation},
    std::pair{table::VacancyColumn::SalaryFrequency, &Vacancy::salaryFrequency},
    std::pair{table::VacancyColumn::Metro, &Vacancy::metro},
    std::pair{table::VacancyColumn::EmployerInn, &Vacancy::employerInn},
    std::pair{table::VacancyColumn::EmployerOgrn, &Vacancy::employerOgrn},
    std::pair{table::VacancyColumn::Accredited, &Vacancy::accredited},
    std::pair{table::VacancyColumn::ContactName, &Vacancy::contactName},
    std::pair{table::VacancyColumn::ContactEmail, &Vacancy::contactEmails},
    std::pair{table::VacancyColumn::ContactPhone, &Vacancy::contactPhones},
};
static_assert(std::tuple_size_v<decltype(VacancyFields)> + table::ComparedColumns ==
              size_t(std::ranges::count_if(table::VacancyColumns, &table::Column::isStored)));

} // namespace linnet::vacancies
