// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/searchspec.h"

#include "vacancies/search/sources.h"

#include <QJsonArray>
#include <QSet>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isWebRoot(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) &&
           !url.host().isEmpty() && url.userInfo().isEmpty();
}

Result<void> checkQuery(const VacancySource &source, const Query &query)
{
    if (!query.site.isEmpty() && !knownSites().contains(query.site))
        return fail(Reason::BadValue,
                    u"site: one of %1, not \"%2\""_s.arg(knownSites().join(u", "), query.site.left(60)));
    const auto valid = query.validate();
    return valid ? source.check(query) : valid;
}

} // namespace

QStringList SearchSpec::sourceIds() const
{
    QStringList ids;
    for (const Source &source : sources)
        ids.append(source.id);
    return ids;
}

Result<void> SearchSpec::validate() const
{
    if (sources.empty())
        return fail(Reason::BadValue, u"source: none chosen"_s);
    QSet<QString> seen;
    for (const Source &source : sources) {
        const VacancySource *known = sourceById(source.id);
        if (!known)
            return fail(Reason::BadValue, u"source: "_s + source.id);
        if (seen.contains(source.id))
            return fail(Reason::BadValue, u"source: %1 twice"_s.arg(source.id));
        seen.insert(source.id);
        if (!source.base.isEmpty() && !isWebRoot(source.base))
            return fail(Reason::BadValue, u"base-url: "_s + source.base.toString(QUrl::RemoveUserInfo));
        if (const auto valid = checkQuery(*known, source.query); !valid)
            return valid;
        for (const Query &query : source.more) {
            if (const auto valid = checkQuery(*known, query); !valid)
                return valid;
        }
    }
    return {};
}

QJsonObject SearchSpec::toJson() const
{
    QJsonArray all;
    for (const Source &source : sources) {
        QJsonObject entry{{u"id"_s, source.id},
                          {u"query"_s, source.query.toJson()},
                          {u"base"_s, source.base.toString(QUrl::FullyEncoded)}};
        QJsonArray more;
        for (const Query &query : source.more)
            more.append(query.toJson());
        if (!more.isEmpty())
            entry.insert(u"more"_s, more);
        all.append(entry);
    }
    QJsonObject json{{u"sources"_s, all}, {u"details"_s, details}, {u"day"_s, day.toString(Qt::ISODate)}};
    if (countOnly)
        json[u"count_only"_s] = true;
    if (list)
        json[u"queries"_s] = QJsonObject{
            {u"count"_s, list->count}, {u"list"_s, list->fingerprint}, {u"regions"_s, list->hasRegions}};
    return json;
}

Result<SearchSpec> SearchSpec::fromJson(const QJsonObject &json)
{
    SearchSpec spec;
    spec.details = json[u"details"_s].toBool(true);
    spec.countOnly = json[u"count_only"_s].toBool();
    spec.day = QDate::fromString(json[u"day"_s].toString(), Qt::ISODate);
    if (const QJsonObject list = json[u"queries"_s].toObject(); !list.isEmpty())
        spec.list = {list[u"count"_s].toInt(), list[u"list"_s].toString(), list[u"regions"_s].toBool()};
    for (const QJsonValue &value : json[u"sources"_s].toArray()) {
        const QJsonObject entry = value.toObject();
        auto query = Query::fromJson(entry[u"query"_s].toObject());
        if (!query)
            return std::unexpected(query.error());
        std::vector<Query> more;
        for (const QJsonValue &further : entry[u"more"_s].toArray()) {
            auto one = Query::fromJson(further.toObject());
            if (!one)
                return std::unexpected(one.error());
            more.push_back(std::move(*one));
        }
        spec.sources.push_back({entry[u"id"_s].toString(), std::move(*query),
                                QUrl(entry[u"base"_s].toString(), QUrl::StrictMode), std::move(more)});
    }
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

} // namespace linnet::vacancies
