// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/text/jsonreader.h"

#include "table/listvalue.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Deepest = 3; ///< objects within an object whose members are cells

table::Value plainValue(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isString())
        return value.toString();
    if (value.isDouble()) {
        const QVariant number = value.toVariant();
        return number.typeId() == QMetaType::LongLong ? table::Value(number.toLongLong())
                                                      : table::Value(number.toDouble());
    }
    return {};
}

/// Of a list: its plain values, and of objects what they are called.
table::Value listOf(const QJsonArray &array)
{
    QStringList items;
    for (const QJsonValue &item : array) {
        const QJsonValue named = item.isObject() ? item.toObject().value("name"_L1) : item;
        items.append(table::toText(plainValue(named)));
    }
    return table::listValue(items);
}

} // namespace

JsonReader::JsonReader(QIODevice &device, JsonRecords::Shape shape, const RecordPlace &from,
                       const QStringList &names)
    : m_records(device, shape, {from.offset, from.state})
    , m_place(from)
    , m_names(names)
{
    for (qsizetype i = 0; i < m_names.size(); ++i)
        m_indexes.insert(m_names.at(i), i);
}

Result<bool> JsonReader::next(SourceRow &row)
{
    row = {};
    const auto record = m_records.next();
    if (!record)
        return fail(record.error().reason == Reason::BadBody ? Reason::BadFile : record.error().reason,
                    record.error().detail);
    if (record->isNull())
        return false;
    m_place = {m_records.place().offset, m_records.place().open};
    row.byte = m_place.offset;
    QJsonParseError error;
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(record->data(), record->size()), &error);
    if (!document.isObject())
        row.fault = tr("it is no JSON object");
    else
        add(row, {}, document.object(), 0);
    return true;
}

void JsonReader::add(SourceRow &row, const QString &prefix, const QJsonObject &object, int depth)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = prefix + member.key();
        if (member.value().isObject() && depth < Deepest)
            add(row, name + u'.', member.value().toObject(), depth + 1);
        else
            put(row, name,
                member.value().isArray() ? listOf(member.value().toArray()) : plainValue(member.value()));
    }
}

void JsonReader::put(SourceRow &row, const QString &name, table::Value value)
{
    auto index = m_indexes.constFind(name);
    if (index == m_indexes.constEnd()) {
        if (m_names.size() >= MostNames)
            return;
        index = m_indexes.insert(name, m_names.size());
        m_names.append(name);
    }
    if (row.cells.size() <= size_t(*index))
        row.cells.resize(size_t(*index) + 1);
    row.cells[size_t(*index)] = std::move(value);
}

} // namespace linnet::imports
