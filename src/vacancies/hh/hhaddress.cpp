// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhaddress.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Sites of the one API, and the country whose ads each shows when no region is chosen.
struct Site
{
    QLatin1StringView host;
    QLatin1StringView country; ///< "" = Russia, as queries mean it
};

constexpr std::array Sites{Site{"hh.ru"_L1, ""_L1},           Site{"rabota.by"_L1, "16"_L1},
                           Site{"hh1.az"_L1, "9"_L1},         Site{"hh.uz"_L1, "97"_L1},
                           Site{"hh.kz"_L1, "40"_L1},         Site{"headhunter.ge"_L1, "28"_L1},
                           Site{"headhunter.kg"_L1, "48"_L1}, Site{"zarplata.ru"_L1, ""_L1}};

const Site *siteOf(const QString &host)
{
    const auto site = std::ranges::find_if(Sites, [&host](const Site &known) {
        return host == known.host ||
               (host.endsWith(known.host) && host[host.size() - known.host.size() - 1] == u'.');
    });
    return site == Sites.end() ? nullptr : &*site;
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

/// Of the page of an employer; null for other paths.
QString employerAt(const QString &path)
{
    static const QRegularExpression page(u"^/employers?/([0-9]{1,18})/?$"_s);
    return page.match(path).captured(1);
}

/// The site whose links the ads carry; empty for the usual one. The API's address names it beside.
QString siteName(const Site &site, const QUrlQuery &given)
{
    const Site *named = siteOf(all(given, u"host"_s).value(0));
    const QLatin1StringView host = named ? named->host : site.host;
    return host == Sites.front().host ? QString() : QString(host);
}

} // namespace

QStringList hhSites()
{
    QStringList hosts;
    for (const Site &site : Sites)
        hosts.append(site.host);
    return hosts;
}

std::optional<Query> hhQueryAt(const QUrl &address)
{
    const QString path = address.path();
    const QString employer = employerAt(path);
    const bool isSearch = path == "/search/vacancy"_L1 || path == "/vacancies"_L1 || !employer.isEmpty();
    const Site *site = siteOf(address.host());
    if (!isSearch || !site)
        return {};
    const QUrlQuery given(address);
    Query query;
    query.site = siteName(*site, given);
    query.employers = all(given, u"employer_id"_s);
    if (!employer.isEmpty() && !query.employers.contains(employer))
        query.employers.append(employer);
    query.industries = all(given, u"industry"_s);
    query.text = all(given, u"text"_s).join(u' ');
    query.field = fieldOf(all(given, u"search_field"_s));
    for (const QString &words : all(given, u"excluded_text"_s))
        query.exclude += words.split(u',', Qt::SkipEmptyParts);
    query.areas = all(given, u"area"_s);
    if (query.areas.isEmpty() && !site->country.isEmpty())
        query.areas.append(site->country);
    query.experience = all(given, u"experience"_s);
    query.roles = all(given, u"professional_role"_s);
    readWork(given, query);
    if (const qint64 salary = all(given, u"salary"_s).value(0).remove(u' ').toLongLong(); salary > 0)
        query.salary = salary;
    query.currency =
        currencyCode((all(given, u"currency_code"_s) + all(given, u"currency"_s)).value(0).toUpper());
    query.onlyWithSalary = all(given, u"only_with_salary"_s).contains(u"true") ||
                           all(given, u"label"_s).contains(u"with_salary");
    query.period = (all(given, u"search_period"_s) + all(given, u"period"_s)).value(0).toInt();
    return query;
}

} // namespace linnet::vacancies
