// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"
#include "practice/vacancies/standins/standin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QXmlStreamWriter>

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QString secondsOf(const InventedVacancy &vacancy)
{
    return vacancy.published.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'");
}

bool isRemote(const InventedVacancy &vacancy)
{
    return vacancy.schedule == "remote"_L1;
}

bool isPartTime(const InventedVacancy &vacancy)
{
    return vacancy.employment == "part"_L1;
}

QJsonObject greenhouseAd(const InventedVacancy &vacancy)
{
    return {
        {"id"_L1, vacancy.id.toInt()},
        {"title"_L1, vacancy.name},
        {"absolute_url"_L1, "https://job-boards.greenhouse.io/practice/jobs/"_L1 + vacancy.id},
        {"location"_L1, QJsonObject{{"name"_L1, isRemote(vacancy) ? u"Remote, Italy"_s : u"Rome, Italy"_s}}},
        {"company_name"_L1, vacancy.employerName()},
        {"first_published"_L1, secondsOf(vacancy)},
        {"updated_at"_L1, secondsOf(vacancy)},
        {"content"_L1, vacancy.description.toHtmlEscaped()},
        {"departments"_L1, QJsonArray{QJsonObject{{"name"_L1, vacancy.profession->roleName}}}},
        {"offices"_L1, QJsonArray()}};
}

QJsonObject leverAd(const InventedVacancy &vacancy)
{
    QJsonObject ad{
        {"id"_L1, vacancy.uuid},
        {"text"_L1, vacancy.name},
        {"hostedUrl"_L1, "https://jobs.lever.co/practice/"_L1 + vacancy.uuid},
        {"applyUrl"_L1, QString("https://jobs.lever.co/practice/"_L1 + vacancy.uuid + "/apply"_L1)},
        {"createdAt"_L1, vacancy.published.toMSecsSinceEpoch()},
        {"workplaceType"_L1, isRemote(vacancy) ? u"remote"_s : u"on-site"_s},
        {"categories"_L1,
         QJsonObject{{"location"_L1, u"Toronto, Canada"_s},
                     {"commitment"_L1, isPartTime(vacancy) ? u"Part-time"_s : u"Full-time"_s},
                     {"team"_L1, vacancy.profession->roleName}}},
        {"descriptionPlain"_L1, vacancy.duty},
        {"lists"_L1, QJsonArray{QJsonObject{{"text"_L1, u"Needed"_s}, {"content"_L1, vacancy.need}}}}};
    if (vacancy.salary)
        ad.insert("salaryRange"_L1, QJsonObject{{"min"_L1, payOf(vacancy, &InventedSalary::from, 12)},
                                                {"max"_L1, payOf(vacancy, &InventedSalary::to, 12)},
                                                {"currency"_L1, u"CAD"_s},
                                                {"interval"_L1, u"per-year-salary"_s}});
    return ad;
}

QJsonObject ashbyAd(const InventedVacancy &vacancy)
{
    const QJsonObject pay{{"compensationType"_L1, u"Salary"_s},
                          {"interval"_L1, u"1 YEAR"_s},
                          {"currencyCode"_L1, u"USD"_s},
                          {"minValue"_L1, payOf(vacancy, &InventedSalary::from, 12)},
                          {"maxValue"_L1, payOf(vacancy, &InventedSalary::to, 12)}};
    return {{"id"_L1, vacancy.uuid},
            {"title"_L1, vacancy.name},
            {"department"_L1, vacancy.field->specialisation},
            {"team"_L1, vacancy.profession->roleName},
            {"employmentType"_L1, isPartTime(vacancy) ? u"PartTime"_s : u"FullTime"_s},
            {"location"_L1, u"New York"_s},
            {"secondaryLocations"_L1, QJsonArray()},
            {"publishedAt"_L1, secondsOf(vacancy)},
            {"isRemote"_L1, isRemote(vacancy)},
            {"workplaceType"_L1, isRemote(vacancy) ? u"Remote"_s : u"OnSite"_s},
            {"address"_L1,
             QJsonObject{{"postalAddress"_L1, QJsonObject{{"addressCountry"_L1, u"United States"_s}}}}},
            {"jobUrl"_L1, "https://jobs.ashbyhq.com/practice/"_L1 + vacancy.uuid},
            {"descriptionHtml"_L1, vacancy.description},
            {"compensation"_L1, QJsonObject{{"summaryComponents"_L1, QJsonArray{pay}}}}};
}

QJsonObject smartRecruitersAd(const InventedVacancy &vacancy)
{
    const auto labelled = [](const QString &label) {
        return QJsonObject{{"id"_L1, u"x"_s}, {"label"_L1, label}};
    };
    return {
        {"id"_L1, vacancy.id},
        {"name"_L1, vacancy.name},
        {"company"_L1,
         QJsonObject{{"identifier"_L1, vacancy.employer->id}, {"name"_L1, vacancy.employerName()}}},
        {"releasedDate"_L1, secondsOf(vacancy)},
        {"location"_L1,
         QJsonObject{{"city"_L1, u"Berlin"_s}, {"country"_L1, u"de"_s}, {"remote"_L1, isRemote(vacancy)}}},
        {"industry"_L1, labelled(vacancy.field->specialisation)},
        {"function"_L1, labelled(vacancy.profession->roleName)},
        {"typeOfEmployment"_L1, labelled(isPartTime(vacancy) ? u"Part-time"_s : u"Full-time"_s)},
        {"experienceLevel"_L1, labelled(u"Entry Level"_s)}};
}

QJsonObject smartRecruitersDetails(const InventedVacancy &vacancy)
{
    QJsonObject ad = smartRecruitersAd(vacancy);
    ad.insert("jobAd"_L1,
              QJsonObject{{"sections"_L1, QJsonObject{{"jobDescription"_L1,
                                                       QJsonObject{{"title"_L1, u"Job"_s},
                                                                   {"text"_L1, vacancy.description}}}}}});
    return ad;
}

QJsonObject recruiteeAd(const InventedVacancy &vacancy)
{
    return {{"id"_L1, vacancy.id.toInt()},
            {"title"_L1, vacancy.name},
            {"careers_url"_L1, "https://practice.recruitee.com/o/"_L1 + vacancy.id},
            {"company_name"_L1, vacancy.employerName()},
            {"published_at"_L1, vacancy.published.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'")},
            {"employment_type_code"_L1, isPartTime(vacancy) ? u"parttime"_s : u"fulltime_permanent"_s},
            {"experience_code"_L1, u"entry_level"_s},
            {"department"_L1, vacancy.profession->roleName},
            {"city"_L1, u"Utrecht"_s},
            {"country"_L1, u"Netherlands"_s},
            {"remote"_L1, isRemote(vacancy)},
            {"tags"_L1, QJsonArray::fromStringList(vacancy.skills)},
            {"description"_L1, vacancy.description},
            {"requirements"_L1, vacancy.need},
            {"salary"_L1, QJsonObject{{"min"_L1, payOf(vacancy, &InventedSalary::from, 1)},
                                      {"max"_L1, payOf(vacancy, &InventedSalary::to, 1)},
                                      {"currency"_L1, u"EUR"_s},
                                      {"period"_L1, u"month"_s}}}};
}

QJsonObject workableAd(const InventedVacancy &vacancy)
{
    return {{"shortcode"_L1, "W"_L1 + vacancy.id},
            {"title"_L1, vacancy.name},
            {"url"_L1, "https://apply.workable.com/j/W"_L1 + vacancy.id},
            {"published_on"_L1, vacancy.published.toUTC().toString(u"yyyy-MM-dd")},
            {"employment_type"_L1, isPartTime(vacancy) ? u"Part-time"_s : u"Full-time"_s},
            {"experience"_L1, u"Entry level"_s},
            {"function"_L1, vacancy.profession->roleName},
            {"industry"_L1, vacancy.field->specialisation},
            {"city"_L1, u"Athens"_s},
            {"country"_L1, u"Greece"_s},
            {"telecommuting"_L1, isRemote(vacancy)},
            {"description"_L1, vacancy.description}};
}

QJsonObject personioAd(const InventedVacancy &vacancy)
{
    return {{"id"_L1, vacancy.id},
            {"name"_L1, vacancy.name},
            {"subcompany"_L1, vacancy.employerName()},
            {"office"_L1, u"Vienna, Austria"_s},
            {"department"_L1, vacancy.profession->roleName},
            {"schedule"_L1, isPartTime(vacancy) ? u"part-time"_s : u"full-time"_s},
            {"employmentType"_L1, u"permanent"_s},
            {"yearsOfExperience"_L1, vacancy.experience == "noExperience"_L1 ? u"lt-1"_s : u"2-5"_s},
            {"createdAt"_L1, secondsOf(vacancy)},
            {"text"_L1, vacancy.description}};
}

HttpResponse personioXml(const QJsonObject &, const QByteArray &records)
{
    HttpResponse answer;
    answer.contentType = "text/xml; charset=UTF-8";
    QXmlStreamWriter xml(&answer.body);
    xml.writeStartDocument();
    xml.writeStartElement(u"workzag-jobs"_s);
    for (const QJsonValue &value : QJsonDocument::fromJson(records).array()) {
        const QJsonObject ad = value.toObject();
        xml.writeStartElement(u"position"_s);
        for (auto member = ad.begin(); member != ad.end(); ++member) {
            if (member.key() == "text"_L1) {
                xml.writeStartElement(u"jobDescriptions"_s);
                xml.writeStartElement(u"jobDescription"_s);
                xml.writeTextElement(u"name"_s, u"Tasks"_s);
                xml.writeStartElement(u"value"_s);
                xml.writeCDATA(member.value().toString());
                xml.writeEndElement();
                xml.writeEndElement();
                xml.writeEndElement();
            } else if (member.value().isNull()) {
                xml.writeEmptyElement(member.key());
            } else {
                xml.writeTextElement(member.key(), member.value().toString());
            }
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return answer;
}

HttpResponse listAlone(const QJsonObject &, const QByteArray &records)
{
    return HttpResponse::json(records);
}

/// A company is the number of an invented employer; no other board exists.
QString companyOf(const HttpRequest &request, int segment)
{
    return request.path.split(u'/', Qt::SkipEmptyParts).value(segment);
}

/// isEmpty: a board that does not exist is answered by an empty list.
StandIn companyStandIn(const QString &path, bool isEmpty, const QString &listKey,
                       QJsonObject (*record)(const InventedVacancy &))
{
    const int segment = int(path.split(u'/', Qt::SkipEmptyParts).indexOf(u"{}"_s));
    StandIn standIn;
    standIn.path = path;
    standIn.listKey = listKey;
    standIn.record = record;
    standIn.page = [](const HttpRequest &request) -> std::expected<StandInPage, HttpResponse> {
        constexpr int Whole = 100'000;
        const int first = numberOf(request, u"offset"_s, numberOf(request, u"skip"_s, 0));
        const int limit = numberOf(request, u"limit"_s, Whole);
        if (first < 0 || limit < 1)
            return std::unexpected(HttpResponse::json(QJsonObject{{"error"_L1, u"limit"_s}}, 400));
        return StandInPage{first, limit};
    };
    standIn.filter = [segment](const HttpRequest &request) {
        return [company = companyOf(request, segment)](const InventedVacancy &vacancy) {
            return vacancy.employer->id == company;
        };
    };
    standIn.envelope = [](const StandInPage &page) {
        return QJsonObject{{"totalFound"_L1, page.total}, {"limit"_L1, page.count}};
    };
    if (!isEmpty)
        standIn.nothing = [] {
            return HttpResponse::json(QJsonObject{{"status"_L1, 404}, {"error"_L1, u"Job not found"_s}}, 404);
        };
    return standIn;
}

} // namespace

/// The services on which companies have their boards, each below a folder of its name.
std::vector<StandIn> companyStandIns()
{
    std::vector<StandIn> all;
    const auto add = [&all](const QString &path, bool isEmpty, const QString &key,
                            const QStringList &nullable,
                            QJsonObject (*record)(const InventedVacancy &)) -> StandIn & {
        all.push_back(companyStandIn(u"/boards/"_s + path, isEmpty, key, record));
        all.back().nullable = nullable;
        return all.back();
    };
    add(u"greenhouse/v1/boards/{}/jobs"_s, false, u"jobs"_s,
        {u"title"_s, u"absolute_url"_s, u"location"_s, u"company_name"_s, u"first_published"_s,
         u"updated_at"_s, u"content"_s, u"departments"_s},
        greenhouseAd);
    add(u"lever/v0/postings/{}"_s, false, {},
        {u"text"_s, u"hostedUrl"_s, u"applyUrl"_s, u"createdAt"_s, u"workplaceType"_s, u"categories"_s,
         u"descriptionPlain"_s, u"lists"_s, u"salaryRange"_s},
        leverAd)
        .answer = listAlone;
    add(u"ashby/posting-api/job-board/{}"_s, true, u"jobs"_s,
        {u"title"_s, u"department"_s, u"employmentType"_s, u"location"_s, u"publishedAt"_s,
         u"workplaceType"_s, u"address"_s, u"jobUrl"_s, u"descriptionHtml"_s, u"compensation"_s},
        ashbyAd);
    StandIn &smart = add(u"smartrecruiters/v1/companies/{}/postings"_s, true, u"content"_s,
                         {u"name"_s, u"releasedDate"_s, u"location"_s, u"industry"_s, u"function"_s,
                          u"typeOfEmployment"_s, u"experienceLevel"_s},
                         smartRecruitersAd);
    smart.detail = u"/boards/smartrecruiters/v1/companies/{}/postings/{}"_s;
    smart.details = smartRecruitersDetails;
    add(u"recruitee/{}/api/offers"_s, false, u"offers"_s,
        {u"title"_s, u"careers_url"_s, u"company_name"_s, u"published_at"_s, u"employment_type_code"_s,
         u"experience_code"_s, u"department"_s, u"city"_s, u"country"_s, u"tags"_s, u"description"_s,
         u"requirements"_s, u"salary"_s},
        recruiteeAd);
    add(u"workable/api/v1/widget/accounts/{}"_s, false, u"jobs"_s,
        {u"title"_s, u"url"_s, u"published_on"_s, u"employment_type"_s, u"experience"_s, u"function"_s,
         u"industry"_s, u"city"_s, u"country"_s, u"description"_s},
        workableAd);
    add(u"personio/{}/xml"_s, false, {},
        {u"name"_s, u"subcompany"_s, u"office"_s, u"department"_s, u"schedule"_s, u"employmentType"_s,
         u"yearsOfExperience"_s, u"createdAt"_s},
        personioAd)
        .answer = personioXml;
    return all;
}

} // namespace linnet::practice
