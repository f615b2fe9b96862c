// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/vacancyfilter.h"

#include "base/textfold.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestText = 4000;
constexpr int longestPeriod = 30;
/// "Near" the asked salary: this much less is still shown.
constexpr double nearness = 0.8;
/// Dates are rounded to this many seconds.
constexpr qint64 dateStep = 300;

/// Collects values and the names of parameters that cannot be used.
class Reader
{
public:
    Reader(const HttpRequest &request, const Vocabulary &words)
        : m_request(request)
        , m_words(words)
    {
    }

    QStringList ids(const QString &name)
    {
        const QStringList values = m_request.parameters(name);
        for (const QString &value : values) {
            bool ok = false;
            value.toUInt(&ok);
            if (!ok)
                bad(name);
        }
        return values;
    }

    QStringList entries(const QString &name)
    {
        const QStringList values = m_request.parameters(name);
        for (const QString &value : values) {
            if (m_words.dictionaryEntry(name, value).isNull())
                bad(name);
        }
        return values;
    }

    /// A plain date means its beginning, or its end where `end`.
    QDateTime date(const QString &name, bool end)
    {
        QString text = m_request.parameter(name);
        if (text.isEmpty())
            return {};
        const QTimeZone moscow(3 * 3600);
        if (text.size() == 10) {
            const QDate day = QDate::fromString(text, Qt::ISODate);
            if (!day.isValid())
                bad(name);
            return QDateTime(end ? day.addDays(1) : day, QTime(0, 0), moscow).addSecs(end ? -1 : 0);
        }
        // Qt wants the offset with a colon, hh writes it without.
        if (text.size() == 24 && (text[19] == u'+' || text[19] == u'-'))
            text.insert(22, u':');
        QDateTime time = QDateTime::fromString(text, Qt::ISODate);
        if (!time.isValid()) {
            bad(name);
            return {};
        }
        if (text.size() == 19)
            time.setTimeZone(moscow);
        const qint64 seconds = time.toSecsSinceEpoch();
        const qint64 rounded = (seconds + (end ? dateStep - 1 : 0)) / dateStep * dateStep;
        return QDateTime::fromSecsSinceEpoch(rounded, moscow);
    }

    void bad(const QString &name)
    {
        if (!m_bad.contains(name))
            m_bad.append(name);
    }

    const QStringList &badNames() const { return m_bad; }

private:
    const HttpRequest &m_request;
    const Vocabulary &m_words;
    QStringList m_bad;
};

TextPlaces readPlaces(const HttpRequest &request, Reader &reader)
{
    TextPlaces places;
    for (const QString &field : request.parameters(u"search_field"_s)) {
        if (field == "name"_L1)
            places |= TextPlace::Name;
        else if (field == "company_name"_L1)
            places |= TextPlace::Company;
        else if (field == "description"_L1)
            places |= TextPlace::Text;
        else
            reader.bad(u"search_field"_s);
    }
    return places ? places : (TextPlace::Name | TextPlace::Company | TextPlace::Text);
}

std::optional<double> readPay(const HttpRequest &request, const Vocabulary &words, Reader &reader)
{
    const QString currency = request.parameter(u"currency"_s);
    const double rate = currency.isEmpty() ? 1 : words.rate(currency);
    if (rate <= 0)
        reader.bad(u"currency"_s);
    const QString amount = request.parameter(u"salary"_s);
    if (amount.isEmpty())
        return {};
    bool ok = false;
    const double value = amount.toDouble(&ok);
    if (!ok || value < 0)
        reader.bad(u"salary"_s);
    return rate > 0 ? value / rate : value;
}

bool chosen(const QStringList &wanted, const QString &value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

bool inArea(const City &city, const QStringList &areas)
{
    return areas.isEmpty() || areas.contains(u"113") || areas.contains(city.id) ||
           (!city.regionId.isEmpty() && areas.contains(city.regionId));
}

} // namespace

std::expected<VacancyFilter, QStringList>
VacancyFilter::parse(const HttpRequest &request, const Vocabulary &words, const QDate &today, bool knowsDates)
{
    Reader reader(request, words);
    VacancyFilter filter;
    const QString text = request.parameter(u"text"_s);
    if (text.size() > longestText)
        reader.bad(u"text"_s);
    filter.m_places = readPlaces(request, reader);
    filter.m_text = SearchText::parse(text.left(longestText), filter.m_places);
    for (const QString &word : request.parameter(u"excluded_text"_s).split(u',')) {
        if (!word.trimmed().isEmpty())
            filter.m_excluded.push_back(foldText(word.trimmed()));
    }
    filter.m_areas = reader.ids(u"area"_s);
    filter.m_roles = reader.ids(u"professional_role"_s);
    filter.m_employers = reader.ids(u"employer_id"_s);
    filter.m_industries = request.parameters(u"industry"_s);
    filter.m_experience = reader.entries(u"experience"_s);
    filter.m_employment = reader.entries(u"employment"_s);
    filter.m_employmentForm = reader.entries(u"employment_form"_s);
    filter.m_schedule = reader.entries(u"schedule"_s);
    filter.m_workFormat = reader.entries(u"work_format"_s);
    filter.m_labels = request.parameters(u"label"_s);
    filter.m_onlyWithSalary =
        request.parameter(u"only_with_salary"_s) == "true"_L1 || filter.m_labels.contains(u"with_salary");
    filter.m_pay = readPay(request, words, reader);
    if (knowsDates) {
        filter.m_from = reader.date(u"date_from"_s, false);
        filter.m_to = reader.date(u"date_to"_s, true);
    }
    if (const QString period = request.parameter(u"period"_s); !period.isEmpty()) {
        bool ok = false;
        const int days = period.toInt(&ok);
        if (!ok || days < 0 || filter.m_from.isValid() || filter.m_to.isValid())
            reader.bad(u"period"_s);
        filter.m_from =
            QDateTime(today.addDays(-qMin(days, longestPeriod)), QTime(0, 0), QTimeZone(3 * 3600));
    }
    if (!reader.badNames().isEmpty())
        return std::unexpected(reader.badNames());
    return filter;
}

bool VacancyFilter::matches(const InventedVacancy &vacancy, const Vocabulary &words) const
{
    if (!inArea(*vacancy.city, m_areas) || !matchesWork(vacancy) || !matchesPay(vacancy, words) ||
        !matchesTime(vacancy) || !m_text.matches(vacancy))
        return false;
    return std::none_of(m_excluded.begin(), m_excluded.end(), [this, &vacancy](const QString &word) {
        return (m_places.testFlag(TextPlace::Name) && containsWord(vacancy.foldedName, word)) ||
               (m_places.testFlag(TextPlace::Company) && containsWord(vacancy.foldedCompany, word)) ||
               (m_places.testFlag(TextPlace::Text) && containsWord(vacancy.foldedText, word));
    });
}

bool VacancyFilter::matchesWork(const InventedVacancy &vacancy) const
{
    const QString &industry = vacancy.employer->industry;
    const bool inIndustry =
        chosen(m_industries, industry) || m_industries.contains(industry.section(u'.', 0, 0));
    const bool format = m_workFormat.isEmpty() ||
                        std::any_of(vacancy.workFormats.begin(), vacancy.workFormats.end(),
                                    [this](const QString &each) { return m_workFormat.contains(each); });
    return format && inIndustry && chosen(m_roles, vacancy.profession->role) &&
           chosen(m_experience, vacancy.experience) && chosen(m_employment, vacancy.employment) &&
           chosen(m_employmentForm, vacancy.employmentForm) && chosen(m_schedule, vacancy.schedule) &&
           (m_employers.isEmpty() || (!vacancy.anonymous && m_employers.contains(vacancy.employer->id))) &&
           (!m_labels.contains(u"with_address") || vacancy.address) &&
           (!m_labels.contains(u"accredited_it") || vacancy.employer->accreditedIt) &&
           (!m_labels.contains(u"not_from_agency") || !vacancy.employer->agency);
}

bool VacancyFilter::matchesPay(const InventedVacancy &vacancy, const Vocabulary &words) const
{
    const std::optional<double> pay = vacancy.highestPay(words);
    if (!pay)
        return !m_onlyWithSalary;
    return !m_pay || *pay >= *m_pay * nearness;
}

bool VacancyFilter::matchesTime(const InventedVacancy &vacancy) const
{
    return (!m_from.isValid() || vacancy.published >= m_from) &&
           (!m_to.isValid() || vacancy.published <= m_to);
}

} // namespace linnet::practice
