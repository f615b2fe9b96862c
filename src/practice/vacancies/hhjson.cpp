// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/hhjson.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QString workingDays(const InventedVacancy &vacancy)
{
    if (vacancy.schedule == "shift"_L1)
        return u"TWO_ON_TWO_OFF"_s;
    return vacancy.schedule == "fullDay"_L1 ? u"FIVE_ON_TWO_OFF"_s : u"OTHER"_s;
}

/// Every fourth names whom to ask.
QJsonValue contacts(const InventedVacancy &vacancy)
{
    if (vacancy.number % 4 != 0)
        return QJsonValue::Null;
    return QJsonObject{{"name"_L1, u"Выдуманная Анна Петровна"_s},
                       {"email"_L1, u"anna@practice.invalid"_s},
                       {"phones"_L1, QJsonArray{QJsonObject{{"country"_L1, u"7"_s},
                                                            {"city"_L1, u"000"_s},
                                                            {"number"_L1, u"000-00-00"_s},
                                                            {"comment"_L1, QJsonValue::Null}}}}};
}

QJsonObject snippet(const InventedVacancy &vacancy)
{
    // Sometimes the service marks what it thinks was searched for.
    QString need = vacancy.need;
    if (vacancy.number % 3 == 0) {
        const qsizetype space = need.indexOf(u' ');
        need = u"<highlighttext>%1</highlighttext>%2..."_s.arg(need.left(space),
                                                               space < 0 ? QString() : need.mid(space));
    }
    return {{"requirement"_L1, vacancy.number % 7 == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(need)},
            {"responsibility"_L1, vacancy.duty}};
}

} // namespace

HhJson::HhJson(const Vocabulary &words, QString base)
    : m_words(words)
    , m_base(std::move(base))
{
}

QString HhJson::timeText(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + "+0300"_L1;
}

QJsonObject HhJson::error(const QString &type, const QStringList &values, const QString &description)
{
    QJsonArray errors;
    for (const QString &value : values)
        errors.append(QJsonObject{{"type"_L1, type}, {"value"_L1, value}});
    if (values.isEmpty())
        errors.append(QJsonObject{{"type"_L1, type}});
    QJsonObject body{{"errors"_L1, errors}, {"request_id"_L1, "practice"_L1}};
    if (!description.isEmpty())
        body.insert("description"_L1, description);
    return body;
}

QJsonValue HhJson::entry(const QString &list, const QString &id) const
{
    return m_words.dictionaryEntry(list, id);
}

QJsonObject HhJson::listed(const InventedVacancy &vacancy) const
{
    QJsonObject object = common(vacancy);
    object.insert("url"_L1, m_base + "/vacancies/"_L1 + vacancy.id + "?host=hh.ru"_L1);
    object.insert("employer"_L1, employer(vacancy, false));
    object.insert("snippet"_L1, snippet(vacancy));
    object.insert("sort_point_distance"_L1, QJsonValue::Null);
    object.insert("adv_response_url"_L1, QJsonValue::Null);
    object.insert("is_adv_vacancy"_L1, false);
    object.insert("adv_context"_L1, QJsonValue::Null);
    return object;
}

QJsonObject HhJson::detailed(const InventedVacancy &vacancy) const
{
    QJsonObject object = common(vacancy);
    QJsonArray skills;
    for (const QString &skill : vacancy.skills)
        skills.append(QJsonObject{{"name"_L1, skill}});
    object.insert("description"_L1, vacancy.description);
    object.insert("branded_description"_L1, QJsonValue::Null);
    object.insert("key_skills"_L1, skills);
    object.insert("employer"_L1, employer(vacancy, true));
    object.insert("initial_created_at"_L1, timeText(vacancy.created));
    object.insert("billing_type"_L1, QJsonObject{{"id"_L1, "standard"_L1}, {"name"_L1, u"Стандарт"_s}});
    object.insert("allow_messages"_L1, true);
    object.insert("approved"_L1, true);
    object.insert("hidden"_L1, false);
    object.insert("closed_for_applicants"_L1, false);
    object.insert("age_restriction"_L1, QJsonValue::Null);
    object.insert("accept_handicapped"_L1, vacancy.number % 9 == 0);
    object.insert("accept_kids"_L1, false);
    object.insert("code"_L1, QJsonValue::Null);
    object.insert("driver_license_types"_L1, QJsonArray());
    object.insert("languages"_L1, QJsonArray());
    object.insert("specializations"_L1, QJsonArray());
    object.insert("negotiations_url"_L1, QJsonValue::Null);
    if (vacancy.hasTest)
        object.insert("test"_L1, QJsonObject{{"required"_L1, true}});
    return object;
}

QJsonObject HhJson::common(const InventedVacancy &vacancy) const
{
    QJsonArray formats;
    for (const QString &format : vacancy.workFormats)
        formats.append(entry(u"work_format"_s, format));
    const bool part = vacancy.employmentForm == "PART"_L1;
    QJsonObject object{
        {"id"_L1, vacancy.id},
        {"premium"_L1, vacancy.number % 23 == 0},
        {"name"_L1, vacancy.name},
        {"department"_L1, QJsonValue::Null},
        {"has_test"_L1, vacancy.hasTest},
        {"response_letter_required"_L1, vacancy.number % 5 == 0},
        {"area"_L1, QJsonObject{{"id"_L1, vacancy.city->id},
                                {"name"_L1, vacancy.city->name},
                                {"url"_L1, m_base + "/areas/"_L1 + vacancy.city->id}}},
        {"type"_L1, entry(u"vacancy_type"_s, vacancy.anonymous ? u"anonymous"_s : u"open"_s)},
        {"address"_L1, address(vacancy)},
        {"response_url"_L1, QJsonValue::Null},
        {"published_at"_L1, timeText(vacancy.published)},
        {"created_at"_L1, timeText(vacancy.published)},
        {"archived"_L1, vacancy.archived},
        {"apply_alternate_url"_L1, m_base + "/applicant/vacancy_response?vacancyId="_L1 + vacancy.id},
        {"alternate_url"_L1, m_base + "/vacancy/"_L1 + vacancy.id},
        {"show_contacts"_L1, false},
        {"insider_interview"_L1, QJsonValue::Null},
        {"relations"_L1, QJsonArray()},
        {"contacts"_L1, contacts(vacancy)},
        {"schedule"_L1, entry(u"schedule"_s, vacancy.schedule)},
        {"working_days"_L1, QJsonArray()},
        {"working_time_intervals"_L1, QJsonArray()},
        {"working_time_modes"_L1, QJsonArray()},
        {"accept_temporary"_L1, false},
        {"fly_in_fly_out_duration"_L1, QJsonArray()},
        {"work_format"_L1, formats},
        {"working_hours"_L1, QJsonArray{entry(u"working_hours"_s, part ? u"HOURS_4"_s : u"HOURS_8"_s)}},
        {"work_schedule_by_days"_L1, QJsonArray{entry(u"work_schedule_by_days"_s, workingDays(vacancy))}},
        {"night_shifts"_L1, vacancy.schedule == "shift"_L1 && vacancy.number % 2 == 0},
        {"professional_roles"_L1, QJsonArray{QJsonObject{{"id"_L1, vacancy.profession->role},
                                                         {"name"_L1, vacancy.profession->roleName}}}},
        {"accept_incomplete_resumes"_L1, vacancy.experience == "noExperience"_L1},
        {"experience"_L1, entry(u"experience"_s, vacancy.experience)},
        {"employment"_L1, entry(u"employment"_s, vacancy.employment)},
        {"employment_form"_L1, entry(u"employment_form"_s, vacancy.employmentForm)},
        {"internship"_L1, vacancy.employment == "probation"_L1},
    };
    addSalary(object, vacancy);
    return object;
}

void HhJson::addSalary(QJsonObject &object, const InventedVacancy &vacancy) const
{
    if (!vacancy.salary) {
        object.insert("salary"_L1, QJsonValue::Null);
        object.insert("salary_range"_L1, QJsonValue::Null);
        return;
    }
    QJsonObject salary{{"from"_L1, orNull(vacancy.salary->from)},
                       {"to"_L1, orNull(vacancy.salary->to)},
                       {"currency"_L1, vacancy.salary->currency},
                       {"gross"_L1, orNull(vacancy.salary->gross)}};
    object.insert("salary"_L1, salary);
    salary.insert("mode"_L1, entry(u"salary_range_mode"_s, vacancy.salary->mode));
    salary.insert("frequency"_L1, vacancy.number % 2 == 0
                                      ? entry(u"salary_range_frequency"_s, u"TWICE_PER_MONTH"_s)
                                      : QJsonValue());
    object.insert("salary_range"_L1, salary);
}

QJsonValue HhJson::employer(const InventedVacancy &vacancy, bool detail) const
{
    QJsonObject object{{"name"_L1, vacancy.employerName()}, {"trusted"_L1, true}};
    if (vacancy.anonymous) {
        // The vacancy's own address may leave an anonymous employer out altogether.
        return detail && vacancy.number % 2 == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(object);
    }
    const QString id = vacancy.employer->id;
    object.insert("id"_L1, id);
    object.insert("url"_L1, m_base + "/employers/"_L1 + id);
    object.insert("alternate_url"_L1, m_base + "/employer/"_L1 + id);
    object.insert("logo_urls"_L1, QJsonValue::Null);
    object.insert("vacancies_url"_L1, m_base + "/vacancies?employer_id="_L1 + id);
    object.insert("accredited_it_employer"_L1, vacancy.employer->accreditedIt);
    return object;
}

QJsonValue HhJson::address(const InventedVacancy &vacancy) const
{
    if (!vacancy.address)
        return QJsonValue::Null;
    const InventedAddress &place = *vacancy.address;
    return QJsonObject{{"city"_L1, vacancy.city->name},
                       {"street"_L1, place.street},
                       {"building"_L1, place.building},
                       {"lat"_L1, orNull(place.lat)},
                       {"lng"_L1, orNull(place.lng)},
                       {"description"_L1, QJsonValue::Null},
                       {"raw"_L1, u"%1, %2, %3"_s.arg(vacancy.city->name, place.street, place.building)},
                       {"metro"_L1, QJsonValue::Null},
                       {"metro_stations"_L1, QJsonArray()},
                       {"id"_L1, QString::number(7'000'000 + vacancy.number)}};
}

QJsonArray HhJson::areas() const
{
    const auto node = [](const QString &id, const QJsonValue &parent, const QString &name,
                         const QJsonArray &inside) {
        return QJsonObject{{"id"_L1, id}, {"parent_id"_L1, parent}, {"name"_L1, name}, {"areas"_L1, inside}};
    };
    const QString country = m_words.places["country"_L1]["id"_L1].toString();
    QStringList regions;
    QHash<QString, QJsonArray> cities;
    QJsonArray top;
    for (const City &city : m_words.cities) {
        if (city.regionId.isEmpty()) {
            top.append(node(city.id, country, city.name, {}));
            continue;
        }
        if (!cities.contains(city.regionId))
            regions.append(city.regionId);
        cities[city.regionId].append(node(city.id, city.regionId, city.name, {}));
    }
    for (const QString &region : regions) {
        for (const City &city : m_words.cities) {
            if (city.regionId == region) {
                top.append(node(region, country, city.regionName, cities.value(region)));
                break;
            }
        }
    }
    QJsonArray tree{node(country, QJsonValue::Null, m_words.places["country"_L1]["name"_L1].toString(), top)};
    for (const QJsonValue &other : m_words.places["otherCountries"_L1].toArray()) {
        QJsonArray inside;
        for (const QJsonValue &pair : other["cities"_L1].toArray())
            inside.append(node(pair[0].toString(), other["id"_L1], pair[1].toString(), {}));
        tree.append(node(other["id"_L1].toString(), QJsonValue::Null, other["name"_L1].toString(), inside));
    }
    return tree;
}

} // namespace linnet::practice
