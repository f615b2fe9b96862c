// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/structureddata.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t MostTypes = 20;
constexpr qsizetype LongestType = 100;

void addType(const QJsonValue &type, std::vector<std::string> &types)
{
    const std::string name = type.toString().left(LongestType).toStdString();
    if (!name.empty() && types.size() < MostTypes && std::ranges::find(types, name) == types.end())
        types.push_back(name);
}

void addTypesOf(const QJsonValue &thing, std::vector<std::string> &types)
{
    const QJsonValue type = thing.toObject().value("@type"_L1);
    if (type.isArray()) {
        for (const QJsonValue &one : type.toArray())
            addType(one, types);
    }
    addType(type, types);
}

void addName(const char *name, std::vector<std::string> &names)
{
    if (std::ranges::find(names, name) == names.end())
        names.emplace_back(name);
}

bool isOfType(const QJsonObject &thing, QLatin1StringView wanted)
{
    const QJsonValue type = thing.value("@type"_L1);
    const auto is = [wanted](const QJsonValue &one) {
        const QString name = one.toString();
        return name.sliced(name.lastIndexOf(u'/') + 1) == wanted;
    };
    return type.isArray() ? std::ranges::any_of(type.toArray(), is) : is(type);
}

/// A text, a thing or a list with something in it.
bool saysSomething(const QJsonValue &value)
{
    if (value.isArray())
        return std::ranges::any_of(value.toArray(), saysSomething);
    return value.isObject()
               ? !value.toObject().isEmpty()
               : !value.isNull() && !value.isUndefined() && !value.toVariant().toString().trimmed().isEmpty();
}

/// ISO 8601: a day, or a day with a time.
bool isDate(const QJsonValue &value)
{
    const QString text = value.toString().trimmed();
    return QDate::fromString(text.left(10), Qt::ISODate).isValid() &&
           (text.size() == 10 || QDateTime::fromString(text, Qt::ISODate).isValid());
}

/// What Google asks of job ads (Search Central, JobPosting): an ad without the first is not shown as one.
void judgeJob(const QJsonObject &job, JobData &jobs)
{
    ++jobs.count;
    const auto has = [&job](const char *name) { return saysSomething(job.value(QLatin1StringView(name))); };
    for (const char *name : {"title", "description", "hiringOrganization"}) {
        if (!has(name))
            addName(name, jobs.faults);
    }
    if (!isDate(job.value("datePosted"_L1)))
        addName("datePosted", jobs.faults);
    const bool isRemote = job.value("jobLocationType"_L1).toString() == "TELECOMMUTE"_L1;
    if (!has("jobLocation") && !(isRemote && has("applicantLocationRequirements")))
        addName("jobLocation", jobs.faults);
    if (has("validThrough") && !isDate(job.value("validThrough"_L1)))
        addName("validThrough", jobs.faults);
    for (const char *name : {"validThrough", "baseSalary", "employmentType", "identifier"}) {
        if (!has(name))
            addName(name, jobs.gaps);
    }
}

void addThing(const QJsonValue &thing, std::vector<std::string> &types, JobData &jobs)
{
    addTypesOf(thing, types);
    if (isOfType(thing.toObject(), "JobPosting"_L1))
        judgeJob(thing.toObject(), jobs);
}

void addTop(const QJsonValue &thing, std::vector<std::string> &types, JobData &jobs)
{
    addThing(thing, types, jobs);
    for (const QJsonValue &one : thing.toObject().value("@graph"_L1).toArray())
        addThing(one, types, jobs);
}

} // namespace

bool readStructuredData(std::string_view block, std::vector<std::string> &types, JobData &jobs)
{
    const QByteArray bytes = QByteArray(block.data(), qsizetype(block.size())).trimmed();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isNull())
        return false;
    if (document.isArray()) {
        for (const QJsonValue &one : document.array())
            addTop(one, types, jobs);
    } else {
        addTop(document.object(), types, jobs);
    }
    return true;
}

} // namespace linnet::links
