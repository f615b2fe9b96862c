// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/query.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>
#include <span>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Fields{"name"_L1, "company"_L1, "description"_L1, "any"_L1};
constexpr std::array Experience{"noExperience"_L1, "between1And3"_L1, "between3And6"_L1, "moreThan6"_L1};
constexpr std::array WorkFormat{"ON_SITE"_L1, "REMOTE"_L1, "HYBRID"_L1, "FIELD_WORK"_L1};
constexpr std::array Employment{"FULL"_L1, "PART"_L1, "PROJECT"_L1, "FLY_IN_FLY_OUT"_L1};

constexpr int LongestText = 2000;
constexpr qint64 HighestSalary = 1'000'000'000'000;
constexpr int LongestPeriod = 30;
constexpr int MostPages = 10'000;

constexpr const char *Context = "linnet::vacancies::Query";

QString say(const char *text)
{
    return QCoreApplication::translate(Context, text);
}

/// Reads members of a stored query one by one and keeps the first that cannot be used.
class Reader
{
public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {
    }

    void read(QLatin1StringView key, QString &to)
    {
        if (const QJsonValue value = member(key, QJsonValue::String); value.isString())
            to = value.toString();
    }
    void read(QLatin1StringView key, bool &to)
    {
        if (const QJsonValue value = member(key, QJsonValue::Bool); value.isBool())
            to = value.toBool();
    }
    void read(QLatin1StringView key, int &to)
    {
        const QJsonValue value = member(key, QJsonValue::Double);
        if (value.isDouble() && value.toDouble() != value.toInt())
            refuse(key);
        to = value.toInt(to);
    }
    void read(QLatin1StringView key, std::optional<qint64> &to)
    {
        const QJsonValue value = member(key, QJsonValue::Double);
        if (!value.isDouble())
            return;
        to = value.toInteger();
        if (double(*to) != value.toDouble())
            refuse(key);
    }
    void read(QLatin1StringView key, QStringList &to)
    {
        for (const QJsonValue &item : member(key, QJsonValue::Array).toArray()) {
            if (!item.isString())
                return refuse(key);
            to.append(item.toString());
        }
    }
    void read(QLatin1StringView key, QDate &to)
    {
        QString text;
        read(key, text);
        to = QDate::fromString(text, Qt::ISODate);
        if (!text.isEmpty() && !to.isValid())
            refuse(key);
    }
    void read(QLatin1StringView key, SearchField &to)
    {
        QString text{Fields[std::size_t(to)]};
        read(key, text);
        const auto found = std::find(Fields.begin(), Fields.end(), text);
        if (found == Fields.end())
            refuse(key);
        else
            to = SearchField(found - Fields.begin());
    }

    const QString &refused() const { return m_refused; }

private:
    QJsonValue member(QLatin1StringView key, QJsonValue::Type type)
    {
        const QJsonValue value = m_json.value(key);
        if (value.type() != type && !value.isNull() && !value.isUndefined())
            refuse(key);
        return value;
    }
    void refuse(QLatin1StringView key)
    {
        if (m_refused.isEmpty())
            m_refused = key;
    }

    const QJsonObject &m_json;
    QString m_refused;
};

std::unexpected<Error> bad(QLatin1StringView option, const QString &expected)
{
    return fail(Reason::BadValue, option + u": "_s + expected);
}

Result<void> checkCodes(QLatin1StringView option, const QStringList &codes,
                        std::span<const QLatin1StringView> known)
{
    for (const QString &code : codes) {
        if (std::find(known.begin(), known.end(), code) != known.end())
            continue;
        QStringList names;
        for (const QLatin1StringView name : known)
            names.append(name);
        return bad(option, u"one of %1, not \"%2\""_s.arg(names.join(u", "), code));
    }
    return {};
}

// Ids become parts of addresses.
Result<void> checkIds(QLatin1StringView option, const QStringList &ids)
{
    const auto usable = [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'.' || c == u'-' || c == u'_';
    };
    for (const QString &id : ids) {
        if (id.isEmpty() || id.size() > 40 || id.startsWith(u'.') ||
            !std::all_of(id.begin(), id.end(), usable))
            return bad(option, u"an id of letters and digits, not \"%1\""_s.arg(id.left(60)));
    }
    return {};
}

Result<void> checkSite(const QString &site)
{
    const auto usable = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
    };
    if (site.size() > 60 || site.startsWith(u'.') || !std::all_of(site.begin(), site.end(), usable))
        return bad("site"_L1, u"a host such as hh.ru, not \"%1\""_s.arg(site.left(60)));
    return {};
}

Result<void> checkText(QLatin1StringView option, const QString &text)
{
    if (text.size() > LongestText)
        return bad(option, u"at most %1 characters"_s.arg(LongestText));
    if (text.contains(QChar(0)))
        return bad(option, u"text without NUL characters"_s);
    return {};
}

Result<void> checkDates(const Query &query)
{
    if (query.period < 0 || query.period > LongestPeriod)
        return bad("period"_L1, u"0 to %1 days"_s.arg(LongestPeriod));
    if (query.period > 0 && (query.dateFrom.isValid() || query.dateTo.isValid()))
        return bad("period"_L1, u"not together with date-from or date-to"_s);
    if (query.dateFrom.isValid() && query.dateTo.isValid() && query.dateFrom > query.dateTo)
        return bad("date-from"_L1, u"not after date-to"_s);
    return {};
}

Result<void> checkCurrency(const QString &currency)
{
    const auto capital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (!currency.isEmpty() &&
        (currency.size() != 3 || !std::all_of(currency.begin(), currency.end(), capital)))
        return bad("currency"_L1, u"three capital letters such as RUR"_s);
    return {};
}

} // namespace

QJsonObject Query::toJson() const
{
    QJsonObject json{
        {u"text"_s, text},
        {u"field"_s, QString(Fields[std::size_t(field)])},
        {u"exclude"_s, QJsonArray::fromStringList(exclude)},
        {u"areas"_s, QJsonArray::fromStringList(areas)},
        {u"experience"_s, QJsonArray::fromStringList(experience)},
        {u"workFormat"_s, QJsonArray::fromStringList(workFormat)},
        {u"employment"_s, QJsonArray::fromStringList(employment)},
        {u"roles"_s, QJsonArray::fromStringList(roles)},
        {u"industries"_s, QJsonArray::fromStringList(industries)},
        {u"employers"_s, QJsonArray::fromStringList(employers)},
        {u"site"_s, site},
        {u"currency"_s, currency},
        {u"onlyWithSalary"_s, onlyWithSalary},
        {u"contacts"_s, contacts},
        {u"period"_s, period},
        {u"pages"_s, pages},
    };
    if (salary)
        json.insert(u"salary"_s, *salary);
    if (dateFrom.isValid())
        json.insert(u"dateFrom"_s, dateFrom.toString(Qt::ISODate));
    if (dateTo.isValid())
        json.insert(u"dateTo"_s, dateTo.toString(Qt::ISODate));
    return json;
}

Result<Query> Query::fromJson(const QJsonObject &json)
{
    Query query;
    Reader reader(json);
    reader.read("text"_L1, query.text);
    reader.read("field"_L1, query.field);
    reader.read("exclude"_L1, query.exclude);
    reader.read("areas"_L1, query.areas);
    reader.read("experience"_L1, query.experience);
    reader.read("workFormat"_L1, query.workFormat);
    reader.read("employment"_L1, query.employment);
    reader.read("roles"_L1, query.roles);
    reader.read("industries"_L1, query.industries);
    reader.read("employers"_L1, query.employers);
    reader.read("site"_L1, query.site);
    reader.read("salary"_L1, query.salary);
    reader.read("currency"_L1, query.currency);
    reader.read("onlyWithSalary"_L1, query.onlyWithSalary);
    reader.read("contacts"_L1, query.contacts);
    reader.read("period"_L1, query.period);
    reader.read("dateFrom"_L1, query.dateFrom);
    reader.read("dateTo"_L1, query.dateTo);
    reader.read("pages"_L1, query.pages);
    if (!reader.refused().isEmpty())
        return fail(Reason::BadValue, reader.refused());
    return query;
}

Result<void> Query::validate() const
{
    Result<void> result = checkText("text"_L1, text);
    for (const QString &word : exclude)
        result = result ? checkText("exclude"_L1, word) : result;
    result = result ? checkIds("area"_L1, areas) : result;
    result = result ? checkIds("role"_L1, roles) : result;
    result = result ? checkIds("industry"_L1, industries) : result;
    for (const QString &employer : employers) // "greenhouse:stripe"
        result = result ? checkIds("employer"_L1, employer.split(u':')) : result;
    result = result ? checkSite(site) : result;
    result = result ? checkCodes("experience"_L1, experience, Experience) : result;
    result = result ? checkCodes("work-format"_L1, workFormat, WorkFormat) : result;
    result = result ? checkCodes("employment"_L1, employment, Employment) : result;
    result = result ? checkCurrency(currency) : result;
    result = result ? checkDates(*this) : result;
    if (result && salary && (*salary < 0 || *salary > HighestSalary))
        return bad("salary"_L1, u"0 to %1"_s.arg(HighestSalary));
    if (result && (pages < 0 || pages > MostPages))
        return bad("pages"_L1, u"0 (all) to %1"_s.arg(MostPages));
    return result;
}

QLatin1StringView experienceCode(int years)
{
    if (years < 1)
        return "noExperience"_L1;
    if (years < 3)
        return "between1And3"_L1;
    return years < 6 ? "between3And6"_L1 : "moreThan6"_L1;
}

QString currencyCode(const QString &code)
{
    if (code == "RUB"_L1)
        return u"RUR"_s;
    return code == "BYN"_L1 ? u"BYR"_s : code;
}

QString Query::title(const QStringList &areaNames, const QStringList &industryNames) const
{
    const QLocale locale;
    const QString words = text.simplified();
    QStringList parts{words.isEmpty() ? say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "everything"))
                                      : words};
    if (!words.isEmpty() && field == SearchField::Company)
        parts.append(say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "in company names")));
    if (!words.isEmpty() && field == SearchField::Description)
        parts.append(say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "in descriptions")));
    if (!exclude.isEmpty())
        parts.append(
            say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "without %1")).arg(exclude.join(u", ")));
    if (!areaNames.isEmpty())
        parts.append(areaNames.join(u", "));
    if (!employers.isEmpty())
        parts.append(
            say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "employer %1")).arg(employers.join(u", ")));
    if (!industries.isEmpty())
        parts.append(say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "industry %1"))
                         .arg((industryNames.isEmpty() ? industries : industryNames).join(u", ")));
    if (salary)
        parts.append(say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "from %1"))
                         .arg(locale.toString(*salary) + (currency.isEmpty() ? u""_s : u' ' + currency)));
    if (onlyWithSalary)
        parts.append(say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "with a salary")));
    if (period > 0)
        parts.append(QCoreApplication::translate(
            Context, QT_TRANSLATE_N_NOOP("linnet::vacancies::Query", "last %n day(s)"), nullptr, period));
    if (dateFrom.isValid())
        parts.append(say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "since %1"))
                         .arg(locale.toString(dateFrom, QLocale::ShortFormat)));
    if (dateTo.isValid())
        parts.append(say(QT_TRANSLATE_NOOP("linnet::vacancies::Query", "until %1"))
                         .arg(locale.toString(dateTo, QLocale::ShortFormat)));
    if (!site.isEmpty())
        parts.append(site);
    return parts.join(u" · ");
}

} // namespace linnet::vacancies
