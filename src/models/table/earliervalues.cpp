// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/earliervalues.h"

#include "table/changes/changeschema.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

EarlierValues::EarlierValues(const table::Schema &schema)
    : m_schema(schema)
{
    if (table::rowsOfChanges(schema))
        m_was = std::to_underlying(table::ChangeColumn::Was);
}

bool EarlierValues::isWas(const table::Column &column) const
{
    return m_was && &column == &m_schema.columns[size_t(*m_was)];
}

QJsonObject EarlierValues::parsed(const table::Cells &cells) const
{
    if (!m_was || size_t(*m_was) >= cells.size() || table::isNull(cells[size_t(*m_was)]))
        return {};
    return QJsonDocument::fromJson(table::toText(cells[size_t(*m_was)]).toUtf8()).object();
}

QString EarlierValues::text(const table::Column &column, const QJsonValue &value) const
{
    table::Value cell;
    if (value.isBool())
        cell = value.toBool();
    else if (value.isDouble())
        cell = value.toDouble();
    else if (value.isString())
        cell = value.toString();
    const QString shown = m_format.display(column, cell);
    return shown.isEmpty() ? u"–"_s : shown;
}

std::optional<QString> EarlierValues::of(const table::Cells &cells, const table::Column &column) const
{
    const QJsonObject before = parsed(cells);
    const auto value = before.constFind(column.key);
    return value == before.constEnd() ? std::nullopt : std::optional(text(column, *value));
}

QString EarlierValues::all(const table::Cells &cells) const
{
    const QJsonObject before = parsed(cells);
    QStringList parts;
    for (const table::Column &column : m_schema.columns) {
        if (const auto value = before.constFind(column.key); value != before.constEnd())
            parts.append(columnTitle(column) + ": "_L1 + text(column, *value));
    }
    return parts.join("; "_L1);
}

QString EarlierValues::was(const QString &before)
{
    return QCoreApplication::translate("linnet::models", "was %1").arg(before);
}

} // namespace linnet::models
