// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/structureddata.h"

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

void addTop(const QJsonValue &thing, std::vector<std::string> &types)
{
    addTypesOf(thing, types);
    for (const QJsonValue &one : thing.toObject().value("@graph"_L1).toArray())
        addTypesOf(one, types);
}

} // namespace

bool readDataTypes(std::string_view block, std::vector<std::string> &types)
{
    const QByteArray bytes = QByteArray(block.data(), qsizetype(block.size())).trimmed();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isNull())
        return false;
    if (document.isArray()) {
        for (const QJsonValue &one : document.array())
            addTop(one, types);
    } else {
        addTop(document.object(), types);
    }
    return true;
}

} // namespace linnet::links
