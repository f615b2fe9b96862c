// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhaddress.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Hosts{"hh.ru"_L1,      "hh.kz"_L1,         "hh.uz"_L1,        "rabota.by"_L1,
                           "hh1.az"_L1,     "headhunter.ge"_L1, "headhunter.kg"_L1, "zarplata.ru"_L1};

bool isOfHh(const QString &host)
{
    return std::ranges::any_of(Hosts, [&host](QLatin1StringView known) {
        return host == known || (host.endsWith(known) && host[host.size() - known.size() - 1] == u'.');
    });
}

QStringList all(const QUrlQuery &query, const QString &name)
{
    QStringList values;
    for (QString value : query.allQueryItemValues(name, QUrl::FullyDecoded))
        values.append(value.replace(u'+', u' ').trimmed());
    values.removeAll(QString());
    values.removeDuplicates();
    return values;
}

SearchField fieldOf(const QStringList &fields)
{
    if (fields.size() != 1)
        return SearchField::Any; // as the pages search when nothing is chosen
    if (fields.constFirst() == "company_name"_L1)
        return SearchField::Company;
    return fields.constFirst() == "description"_L1 ? SearchField::Description : SearchField::Name;
}

/// The newer codes; those of before are known by other names.
void readWork(const QUrlQuery &given, Query &query)
{
    query.workFormat = all(given, u"work_format"_s);
    query.employment = all(given, u"employment_form"_s);
    constexpr std::array Forms{std::pair{"full"_L1, "FULL"_L1}, std::pair{"part"_L1, "PART"_L1},
                               std::pair{"project"_L1, "PROJECT"_L1}};
    for (const auto &[before, now] : Forms) {
        if (all(given, u"employment"_s).contains(before) && !query.employment.contains(now))
            query.employment.append(now);
    }
    if (all(given, u"schedule"_s).contains(u"remote") && query.workFormat.isEmpty())
        query.workFormat.append(u"REMOTE"_s);
}

} // namespace

std::optional<Query> hhQueryAt(const QUrl &address)
{
    const QString path = address.path();
    const bool isSearch = path == "/search/vacancy"_L1 || path == "/vacancies"_L1;
    if (!isSearch || !isOfHh(address.host()))
        return {};
    const QUrlQuery given(address);
    Query query;
    query.text = all(given, u"text"_s).join(u' ');
    query.field = fieldOf(all(given, u"search_field"_s));
    for (const QString &words : all(given, u"excluded_text"_s))
        query.exclude += words.split(u',', Qt::SkipEmptyParts);
    query.areas = all(given, u"area"_s);
    query.experience = all(given, u"experience"_s);
    query.roles = all(given, u"professional_role"_s);
    readWork(given, query);
    if (const qint64 salary = all(given, u"salary"_s).value(0).remove(u' ').toLongLong(); salary > 0)
        query.salary = salary;
    query.currency = currencyCode(
        (all(given, u"currency_code"_s) + all(given, u"currency"_s)).value(0).toUpper());
    query.onlyWithSalary = all(given, u"only_with_salary"_s).contains(u"true") ||
                           all(given, u"label"_s).contains(u"with_salary");
    query.period = (all(given, u"search_period"_s) + all(given, u"period"_s)).value(0).toInt();
    return query;
}

} // namespace linnet::vacancies
