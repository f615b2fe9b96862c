// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/listing.h"

#include "vacancies/splitvalues.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array KeyNames{"dates"_L1, "regions"_L1, "roles"_L1, "experience"_L1};

/// What parts it from its parent.
QJsonObject partToJson(const Listing &listing)
{
    QJsonObject part{{u"parent"_s, listing.parent}, {u"by"_s, KeyNames[std::to_underlying(listing.key)]}};
    const TimeWindow &window = listing.query.window;
    if (listing.key != SplitKey::Dates)
        part[u"values"_s] = QJsonArray::fromStringList(listing.query.*splitField(listing.key));
    else if (window.from)
        part[u"from"_s] = *window.from;
    if (listing.key == SplitKey::Dates && window.to)
        part[u"to"_s] = *window.to;
    return part;
}

Query queryOfPart(const QJsonObject &part, SplitKey key, Query query)
{
    if (key == SplitKey::Dates) {
        query.window = {};
        if (part.contains("from"_L1))
            query.window.from = part["from"_L1].toInteger();
        if (part.contains("to"_L1))
            query.window.to = part["to"_L1].toInteger();
        return query;
    }
    QStringList values;
    for (const QJsonValue &value : part["values"_L1].toArray())
        values.append(value.toString());
    query.*splitField(key) = values;
    return query;
}

} // namespace

QJsonObject Listing::toJson() const
{
    QJsonObject json{{u"found"_s, found},     {u"per_page"_s, perPage},     {u"pages"_s, pages},
                     {u"planned"_s, planned}, {u"ended"_s, ended},          {u"read"_s, read},
                     {u"assumed"_s, assumed}, {u"answered"_s, hasAnswered}, {u"paged"_s, isPaged},
                     {u"tried"_s, cutsTried}};
    if (parent >= 0)
        json[u"part"_s] = partToJson(*this);
    for (const auto &[name, flag] :
         {std::pair{u"unasked"_s, !isAsked}, {u"rest"_s, isRest}, {u"dropped"_s, isDropped}}) {
        if (flag)
            json[name] = true;
    }
    return json;
}

std::optional<Listing> Listing::part(const QJsonObject &json, const std::vector<Listing> &before)
{
    const QJsonObject part = json["part"_L1].toObject();
    const int parent = part["parent"_L1].toInt(-1);
    const auto name = std::ranges::find(KeyNames, part["by"_L1].toString());
    if (parent < 0 || size_t(parent) >= before.size() || name == KeyNames.end())
        return {};
    Listing listing;
    listing.parent = parent;
    listing.key = SplitKey(name - KeyNames.begin());
    listing.query = queryOfPart(part, listing.key, before[size_t(parent)].query);
    return listing;
}

void Listing::restore(const QJsonObject &json)
{
    found = json["found"_L1].toInteger(-1);
    perPage = std::clamp(json["per_page"_L1].toInt(perPage), 1, perPage);
    pages = json["pages"_L1].toInt(-1);
    planned = std::max(1, json["planned"_L1].toInt(1));
    ended = json["ended"_L1].toInt();
    read = json["read"_L1].toInteger();
    assumed = json["assumed"_L1].toInteger(-1);
    hasAnswered = json["answered"_L1].toBool();
    isPaged = json["paged"_L1].toBool();
    cutsTried = json["tried"_L1].toInt();
    isAsked = !json["unasked"_L1].toBool();
    isRest = json["rest"_L1].toBool();
    isDropped = json["dropped"_L1].toBool();
}

} // namespace linnet::vacancies
