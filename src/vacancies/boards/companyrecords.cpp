// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/boards/companyrecords.h"

#include "vacancies/countries.h"
#include "vacancies/jsonread.h"
#include "vacancies/readpay.h"
#include "vacancies/readtext.h"
#include "vacancies/readtime.h"

#include <QLocale>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <array>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

QString shortText(const QJsonValue &value)
{
    return plainText(json::text(value)).simplified();
}

QString joined(QStringList parts, QLatin1StringView by = ", "_L1)
{
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.isEmpty() ? QString() : parts.join(by);
}

/// Whatever people write: "Remote - US", "Berlin, Germany; London, UK".
void takePlace(const QString &place, FoundAd &ad)
{
    static const QRegularExpression between(u"\\s*[,;/|()]\\s*|\\s+[-–—]\\s+"_s);
    QStringList parts = place.split(between, Qt::SkipEmptyParts);
    static const QRegularExpression remote(u"^(fully )?remote\\b"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const qsizetype before = parts.size();
    parts.removeIf([](const QString &part) { return remote.match(part).hasMatch(); });
    if (parts.size() < before && ad.vacancy.workFormat.isEmpty())
        ad.vacancy.workFormat = {u"Remote"_s};
    parts.removeDuplicates();
    ad.areas = countriesNamed(parts);
    ad.vacancy.area = parts.isEmpty() ? place : parts.join(u", ");
}

/// "us" and "US" are the United States.
QString countryOfCode(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? QString() : QLocale::territoryToString(territory);
}

/// "FullTime", "fulltime_permanent", "per-year-salary".
QString asWords(const QString &code)
{
    static const QRegularExpression hump(u"(?<=[a-z])(?=[A-Z])"_s);
    QString words = code;
    return words.replace(hump, u" "_s).replace(u'_', u' ');
}

void readGreenhouse(const QJsonObject &record, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    vacancy.id = json::text(record.value("id"_L1));
    vacancy.name = shortText(record.value("title"_L1));
    vacancy.alternateUrl = json::text(record.value("absolute_url"_L1));
    vacancy.created = timeOfText(json::text(record.value("first_published"_L1)));
    vacancy.modified = timeOfText(json::text(record.value("updated_at"_L1)));
    if (vacancy.created.isNull())
        vacancy.created = vacancy.modified;
    vacancy.employer = shortText(record.value("company_name"_L1));
    takePlace(json::textIn(record.value("location"_L1), "name"_L1).simplified(), ad);
    vacancy.roles = json::names(record.value("departments"_L1));
    // Markup whose signs are written as references once more.
    vacancy.description = readableLines(plainText(json::text(record.value("content"_L1))));
}

void readLever(const QJsonObject &record, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    const QJsonObject kinds = record.value("categories"_L1).toObject();
    vacancy.id = json::text(record.value("id"_L1));
    vacancy.name = shortText(record.value("text"_L1));
    vacancy.alternateUrl = json::text(record.value("hostedUrl"_L1));
    vacancy.applyUrl = json::text(record.value("applyUrl"_L1));
    vacancy.created = timeOfNumber(record.value("createdAt"_L1));
    vacancy.employment = json::text(kinds.value("commitment"_L1));
    if (const QString where = json::text(record.value("workplaceType"_L1));
        !where.isNull() && where != "unspecified"_L1)
        vacancy.workFormat = {where};
    const QStringList places = json::names(kinds.value("allLocations"_L1));
    takePlace(places.size() > 1 ? places.join(u"; ") : json::text(kinds.value("location"_L1)), ad);
    vacancy.roles = QStringList{json::text(kinds.value("team"_L1)), json::text(kinds.value("department"_L1))};
    vacancy.roles.removeAll(QString());
    QStringList texts{json::text(record.value("descriptionPlain"_L1))};
    if (texts.first().isNull())
        texts = {readableLines(json::text(record.value("description"_L1)))};
    for (const QJsonValue &part : record.value("lists"_L1).toArray()) {
        texts.append(shortText(part.toObject().value("text"_L1)));
        texts.append(readableLines(json::textIn(part, "content"_L1)));
    }
    texts.append(json::text(record.value("additionalPlain"_L1)));
    vacancy.description = joined(texts, "\n"_L1);
    const QJsonValue named = record.value("salaryRange"_L1);
    const QJsonObject pay = (named.isObject() ? named : record.value("salary"_L1)).toObject();
    static const QRegularExpression period(u"^(per)-(hour|day|week|month|year)\\b.*$"_s);
    QString told = json::text(pay.value("interval"_L1));
    told.replace(period, u"\\1 \\2"_s);
    readPay({pay.value("min"_L1), pay.value("max"_L1), json::text(pay.value("currency"_L1)),
             told.isEmpty() ? u"per year"_s : told},
            u"USD"_s, ad);
}

/// The range of the salary among shares and bonuses.
void readAshbyPay(const QJsonObject &compensation, FoundAd &ad)
{
    for (const QJsonValue &entry : compensation.value("summaryComponents"_L1).toArray()) {
        const QJsonObject part = entry.toObject();
        if (json::text(part.value("compensationType"_L1)) != "Salary"_L1)
            continue;
        QString period = json::text(part.value("interval"_L1));
        if (period.startsWith("1 "_L1))
            period = period.sliced(2);
        readPay({part.value("minValue"_L1), part.value("maxValue"_L1),
                 json::text(part.value("currencyCode"_L1)), period},
                u"USD"_s, ad);
        return;
    }
}

void readAshby(const QJsonObject &record, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    vacancy.id = json::text(record.value("id"_L1));
    vacancy.name = shortText(record.value("title"_L1));
    vacancy.alternateUrl = json::text(record.value("jobUrl"_L1));
    vacancy.applyUrl = json::text(record.value("applyUrl"_L1));
    vacancy.created = timeOfText(json::text(record.value("publishedAt"_L1)));
    const QString kind = json::text(record.value("employmentType"_L1));
    vacancy.employment = kind.isNull() ? kind : asWords(kind);
    if (const QString where = json::text(record.value("workplaceType"_L1)); !where.isNull())
        vacancy.workFormat = {asWords(where)};
    else if (json::boolean(record.value("isRemote"_L1)).value_or(false))
        vacancy.workFormat = {u"Remote"_s};
    QStringList places{json::text(record.value("location"_L1))};
    for (const QJsonValue &other : record.value("secondaryLocations"_L1).toArray())
        places.append(json::textIn(other, "location"_L1));
    const QJsonValue address = record.value("address"_L1).toObject().value("postalAddress"_L1);
    if (places.size() == 1) // else it is that of the first
        places.append(json::textIn(address, "addressCountry"_L1));
    takePlace(joined(places, "; "_L1), ad);
    vacancy.roles =
        QStringList{json::text(record.value("department"_L1)), json::text(record.value("team"_L1))};
    vacancy.roles.removeAll(QString());
    vacancy.roles.removeDuplicates();
    vacancy.description = readableLines(json::text(record.value("descriptionHtml"_L1)));
    if (vacancy.description.isEmpty())
        vacancy.description = json::text(record.value("descriptionPlain"_L1));
    readAshbyPay(record.value("compensation"_L1).toObject(), ad);
}

/// A line of a list or what an ad's own address says.
void readSmartRecruiters(const QJsonObject &record, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    vacancy.id = json::text(record.value("id"_L1));
    vacancy.name = shortText(record.value("name"_L1));
    vacancy.alternateUrl = json::text(record.value("postingUrl"_L1));
    vacancy.applyUrl = json::text(record.value("applyUrl"_L1));
    vacancy.created = timeOfText(json::text(record.value("releasedDate"_L1)));
    const QJsonValue company = record.value("company"_L1);
    vacancy.employer = json::textIn(company, "name"_L1).simplified();
    if (const QString own = json::textIn(company, "identifier"_L1);
        vacancy.alternateUrl.isNull() && !own.isNull() && !vacancy.id.isNull())
        vacancy.alternateUrl = u"https://jobs.smartrecruiters.com/%1/%2"_s.arg(own, vacancy.id);
    vacancy.employment = json::textIn(record.value("typeOfEmployment"_L1), "label"_L1);
    vacancy.experience = json::textIn(record.value("experienceLevel"_L1), "label"_L1);
    vacancy.specialisation = json::textIn(record.value("industry"_L1), "label"_L1);
    vacancy.roles = QStringList{json::textIn(record.value("function"_L1), "label"_L1),
                                json::textIn(record.value("department"_L1), "label"_L1)};
    vacancy.roles.removeAll(QString());
    const QJsonObject place = record.value("location"_L1).toObject();
    if (json::boolean(place.value("remote"_L1)).value_or(false))
        vacancy.workFormat = {u"Remote"_s};
    else if (json::boolean(place.value("hybrid"_L1)).value_or(false))
        vacancy.workFormat = {u"Hybrid"_s};
    takePlace(
        joined({json::text(place.value("city"_L1)), countryOfCode(json::text(place.value("country"_L1)))}),
        ad);
    const QJsonObject parts = record.value("jobAd"_L1).toObject().value("sections"_L1).toObject();
    QStringList texts;
    for (const QLatin1StringView key :
         {"companyDescription"_L1, "jobDescription"_L1, "qualifications"_L1, "additionalInformation"_L1})
        texts.append(readableLines(json::textIn(parts.value(key), "text"_L1)));
    vacancy.description = joined(texts, "\n"_L1);
}

void readRecruitee(const QJsonObject &record, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    const auto text = [&record](QLatin1StringView key) { return json::text(record.value(key)); };
    const auto is = [&record](QLatin1StringView key) {
        return json::boolean(record.value(key)).value_or(false);
    };
    vacancy.id = text("id"_L1);
    vacancy.name = shortText(record.value("title"_L1));
    vacancy.alternateUrl = text("careers_url"_L1);
    vacancy.applyUrl = text("careers_apply_url"_L1);
    const auto time = [](QString told) { return timeOfText(told.remove(" UTC"_L1)); };
    vacancy.created = time(text("published_at"_L1));
    if (vacancy.created.isNull())
        vacancy.created = time(text("created_at"_L1));
    vacancy.modified = time(text("updated_at"_L1));
    vacancy.employer = shortText(record.value("company_name"_L1));
    vacancy.employment = asWords(text("employment_type_code"_L1));
    vacancy.experience = asWords(text("experience_code"_L1));
    vacancy.education = asWords(text("education_code"_L1));
    vacancy.roles = QStringList{text("department"_L1)};
    vacancy.roles.removeAll(QString());
    vacancy.skills = json::names(record.value("tags"_L1));
    for (const auto &[key, format] :
         {std::pair{"remote"_L1, "Remote"_L1}, {"hybrid"_L1, "Hybrid"_L1}, {"on_site"_L1, "On-site"_L1}}) {
        if (is(key))
            vacancy.workFormat.append(format);
    }
    const QString city = text("city"_L1);
    takePlace(joined({city.isNull() ? text("location"_L1) : city, text("country"_L1)}), ad);
    vacancy.description =
        joined({readableLines(text("description"_L1)), readableLines(text("requirements"_L1))}, "\n"_L1);
    const QJsonObject pay = record.value("salary"_L1).toObject();
    readPay({pay.value("min"_L1), pay.value("max"_L1), json::text(pay.value("currency"_L1)),
             json::text(pay.value("period"_L1))},
            u"EUR"_s, ad);
}

void readWorkable(const QJsonObject &record, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    const auto text = [&record](QLatin1StringView key) { return json::text(record.value(key)); };
    vacancy.id = text("shortcode"_L1);
    vacancy.name = shortText(record.value("title"_L1));
    vacancy.alternateUrl = text("url"_L1);
    vacancy.applyUrl = text("application_url"_L1);
    vacancy.created = timeOfText(text("published_on"_L1));
    if (vacancy.created.isNull())
        vacancy.created = timeOfText(text("created_at"_L1));
    vacancy.employment = text("employment_type"_L1);
    vacancy.experience = text("experience"_L1);
    vacancy.education = text("education"_L1);
    vacancy.specialisation = text("industry"_L1);
    vacancy.roles = QStringList{text("function"_L1), text("department"_L1)};
    vacancy.roles.removeAll(QString());
    if (json::boolean(record.value("telecommuting"_L1)).value_or(false))
        vacancy.workFormat = {u"Remote"_s};
    takePlace(joined({text("city"_L1), text("country"_L1)}), ad);
    vacancy.description = readableLines(text("description"_L1));
}

/// "lt-1", "1-2", "2-5", "gt-15".
void readPersonioYears(const QString &told, FoundAd &ad)
{
    static const QRegularExpression years(u"^(?:lt-(\\d{1,2})|(?:gt-)?(\\d{1,2})(?:-(\\d{1,2}))?)$"_s);
    const auto match = years.match(told);
    if (!match.hasMatch())
        return;
    const bool isLess = !match.captured(1).isEmpty();
    ad.years = isLess ? 0 : match.captured(2).toInt();
    const QString most = match.captured(isLess ? 1 : 3);
    ad.vacancy.experience =
        most.isEmpty() ? u"%1+ years"_s.arg(*ad.years) : u"%1-%2 years"_s.arg(*ad.years).arg(most);
}

void readPersonio(const QJsonObject &record, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    const auto text = [&record](QLatin1StringView key) { return json::text(record.value(key)); };
    vacancy.id = text("id"_L1);
    vacancy.name = shortText(record.value("name"_L1));
    vacancy.alternateUrl = text("url"_L1);
    vacancy.created = timeOfText(text("createdAt"_L1));
    vacancy.employer = text("subcompany"_L1).simplified();
    vacancy.employment = text("schedule"_L1);
    vacancy.schedule = text("employmentType"_L1);
    vacancy.experience = text("seniority"_L1);
    readPersonioYears(text("yearsOfExperience"_L1), ad);
    vacancy.specialisation = text("occupationCategory"_L1);
    vacancy.roles = QStringList{text("occupation"_L1), text("department"_L1)};
    vacancy.roles.removeAll(QString());
    for (const QString &keyword : text("keywords"_L1).split(u',', Qt::SkipEmptyParts))
        vacancy.skills.append(keyword.simplified());
    takePlace(
        joined(QStringList{text("office"_L1)} + json::names(record.value("additionalOffices"_L1)), "; "_L1),
        ad);
    QStringList texts;
    for (const QJsonValue &part : record.value("jobDescriptions"_L1).toArray()) {
        texts.append(shortText(part.toObject().value("name"_L1)));
        texts.append(readableLines(json::textIn(part, "value"_L1)));
    }
    vacancy.description = joined(texts, "\n"_L1);
}

constexpr std::array Services{
    BoardService{
        "greenhouse"_L1, "https://boards-api.greenhouse.io/v1/boards/{}/jobs?content=true"_L1,
        "boards.greenhouse.io/{} job-boards.greenhouse.io/{} job-boards.eu.greenhouse.io/{} "
        "boards.eu.greenhouse.io/{} boards-api.greenhouse.io/v1/boards/{}"_L1,
        "jobs"_L1,
        "absolute_url company_name? content departments first_published id location title updated_at"_L1, 0,
        readGreenhouse},
    BoardService{
        "lever"_L1, "https://api.lever.co/v0/postings/{}?mode=json"_L1,
        "jobs.lever.co/{} api.lever.co/v0/postings/{}"_L1, ""_L1,
        "applyUrl? categories createdAt descriptionPlain hostedUrl id lists salaryRange? text workplaceType?"_L1,
        100, readLever},
    BoardService{
        "lever-eu"_L1, "https://api.eu.lever.co/v0/postings/{}?mode=json"_L1,
        "jobs.eu.lever.co/{} api.eu.lever.co/v0/postings/{}"_L1, ""_L1,
        "applyUrl? categories createdAt descriptionPlain hostedUrl id lists salaryRange? text workplaceType?"_L1,
        100, readLever},
    BoardService{
        "ashby"_L1, "https://api.ashbyhq.com/posting-api/job-board/{}?includeCompensation=true"_L1,
        "jobs.ashbyhq.com/{} api.ashbyhq.com/posting-api/job-board/{}"_L1, "jobs"_L1,
        "address? compensation? department descriptionHtml employmentType id isRemote jobUrl location publishedAt secondaryLocations team title workplaceType?"_L1,
        0, readAshby},
    BoardService{
        "smartrecruiters"_L1, "https://api.smartrecruiters.com/v1/companies/{}/postings"_L1,
        "careers.smartrecruiters.com/{} jobs.smartrecruiters.com/{} "
        "api.smartrecruiters.com/v1/companies/{}"_L1,
        "content"_L1,
        "company experienceLevel? function industry id location name releasedDate typeOfEmployment department?"_L1,
        100, readSmartRecruiters},
    BoardService{
        "recruitee"_L1, "https://{}.recruitee.com/api/offers/"_L1, "{}.recruitee.com"_L1, "offers"_L1,
        "careers_url city company_name country department description employment_type_code experience_code? id published_at remote requirements salary? tags title hybrid? on_site? updated_at? created_at?"_L1,
        0, readRecruitee},
    BoardService{
        "workable"_L1, "https://apply.workable.com/api/v1/widget/accounts/{}?details=true"_L1,
        "apply.workable.com/api/v1/widget/accounts/{} apply.workable.com/{} {}.workable.com"_L1, "jobs"_L1,
        "city country description employment_type experience? function? industry? published_on shortcode telecommuting title url"_L1,
        0, readWorkable},
    BoardService{
        "personio"_L1, "https://{}.jobs.personio.com/xml"_L1, "{}.jobs.personio.com"_L1, ""_L1,
        "id name office department? schedule employmentType createdAt subcompany? yearsOfExperience? seniority? jobDescriptions"_L1,
        0, readPersonio},
    BoardService{
        "personio-de"_L1, "https://{}.jobs.personio.de/xml"_L1, "{}.jobs.personio.de"_L1, ""_L1,
        "id name office department? schedule employmentType createdAt subcompany? yearsOfExperience? seniority? jobDescriptions"_L1,
        0, readPersonio},
};

QJsonArray personioTexts(QXmlStreamReader &xml)
{
    QJsonArray parts;
    while (xml.readNextStartElement()) {
        QJsonObject part;
        if (xml.name() == "office"_L1) {
            parts.append(xml.readElementText(QXmlStreamReader::IncludeChildElements));
            continue;
        }
        while (xml.readNextStartElement())
            part.insert(xml.name().toString(), xml.readElementText(QXmlStreamReader::IncludeChildElements));
        parts.append(part);
    }
    return parts;
}

QJsonObject personioRecord(QXmlStreamReader &xml)
{
    QJsonObject record;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        if (name == "jobDescriptions"_L1 || name == "additionalOffices"_L1)
            record.insert(name, personioTexts(xml));
        else
            record.insert(name, xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
    }
    return record;
}

} // namespace

std::span<const BoardService> boardServices()
{
    return Services;
}

Result<QJsonArray> personioRecords(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    if (!xml.readNextStartElement() || xml.name() != "workzag-jobs"_L1)
        return fail(Reason::BadBody, u"no \"workzag-jobs\""_s);
    QJsonArray records;
    while (xml.readNextStartElement()) {
        if (xml.name() == "position"_L1)
            records.append(personioRecord(xml));
        else
            xml.skipCurrentElement();
    }
    if (xml.hasError())
        return fail(Reason::BadBody, u"%1 in line %2"_s.arg(xml.errorString()).arg(xml.lineNumber()));
    return records;
}

} // namespace linnet::vacancies
