// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/trudvsem/trudvsemdump.h"

#include "vacancies/jsonread.h"
#include "vacancies/trudvsem/trudvsemrecord.h"

#include <QJsonArray>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

QString requirements(const QJsonObject &record)
{
    QStringList parts;
    for (const QLatin1StringView key : {"position_requirements"_L1, "additional_requirements"_L1}) {
        if (const QString text = json::text(record.value(key)); !text.isEmpty() && !parts.contains(text))
            parts.append(text);
    }
    return parts.join(u'\n');
}

QJsonObject address(const QJsonObject &record)
{
    QJsonValue location = record.value("vacancy_address_additional_info"_L1);
    if (json::text(location).isEmpty())
        location = record.value("vacancy_address"_L1);
    return {{"location"_L1, location},
            {"lat"_L1, record.value("vacancy_address_latitude"_L1)},
            {"lng"_L1, record.value("vacancy_address_longitude"_L1)}};
}

/// As the API would give it.
QJsonObject asAnswer(const QJsonObject &record)
{
    QJsonObject answer;
    const std::pair<QLatin1StringView, QLatin1StringView> names[] = {
        {"id"_L1, "id"_L1},
        {"job-name"_L1, "vacancy_name"_L1},
        {"creation-date"_L1, "date_create"_L1},
        {"date_modify"_L1, "date_modify"_L1},
        {"salary"_L1, "salary"_L1},
        {"salary_min"_L1, "salary_min"_L1},
        {"salary_max"_L1, "salary_max"_L1},
        {"currency"_L1, "currency"_L1},
        {"schedule"_L1, "schedule_type"_L1},
        {"employment"_L1, "busy_type"_L1},
        {"skills"_L1, "hardSkills"_L1},
        {"company"_L1, "company"_L1},
        {"vac_url"_L1, "vac_url"_L1},
        {"work_places"_L1, "work_places"_L1},
        {"duty"_L1, "position_responsibilities"_L1},
    };
    for (const auto &[name, before] : names)
        answer.insert(name, record.value(before));
    answer.insert("requirements"_L1, requirements(record));
    answer.insert("requirement"_L1, QJsonObject{{"education"_L1, record.value("education"_L1)},
                                                {"experience"_L1, record.value("required_experience"_L1)}});
    answer.insert("category"_L1,
                  QJsonObject{{"specialisation"_L1, record.value("professionalSphereName"_L1)}});
    answer.insert("region"_L1, QJsonObject{{"name"_L1, record.value("regionName"_L1)},
                                           {"region_code"_L1, record.value("state_region_code"_L1)}});
    answer.insert("addresses"_L1, QJsonObject{{"address"_L1, QJsonArray{address(record)}}});
    return answer;
}

} // namespace

std::optional<Vacancy> readTrudvsemDump(const QJsonObject &record)
{
    if (!record.contains("vacancy_name"_L1))
        return std::nullopt;
    Vacancy vacancy = readTrudvsemRecord(asAnswer(record)).vacancy;
    if (vacancy.employer.isEmpty())
        vacancy.employer = json::text(record.value("full_company_name"_L1));
    if (json::boolean(record.value("deleted"_L1)).value_or(false))
        vacancy.archived = true;
    return vacancy;
}

} // namespace linnet::vacancies
