// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnstate.h"

#include "base/setting.h"
#include "table/changes/changeschema.h"

#include <algorithm>
#include <utility>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MinWidth = 24;
constexpr int MaxWidth = 2000;

Setting<QStringList> setting(const QByteArray &key)
{
    return {QLatin1StringView(key), {}};
}

} // namespace

ColumnState::ColumnState(const table::Schema &schema, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_schema(schema)
    , m_settings(settings)
    , m_key("columns/" + QByteArray(schema.key.data(), schema.key.size()))
{
    m_isCompared = table::rowsOfChanges(schema) != nullptr;
    setDefaults();
    load();
}

bool ColumnState::isVisible(int column) const
{
    const table::Storage storage = m_schema.columns[size_t(column)].storage;
    const bool isInUse = storage == table::Storage::Mark       ? m_marksInUse
                         : storage == table::Storage::OverTime ? m_isCompared
                                                               : true;
    return (m_visible[column] && isInUse) || m_extra.contains(column);
}

void ColumnState::setCompared(bool compared)
{
    if (std::exchange(m_isCompared, compared) != compared)
        Q_EMIT wasReset();
}

void ColumnState::setMarksInUse(bool inUse)
{
    if (std::exchange(m_marksInUse, inUse) != inUse)
        Q_EMIT wasReset();
}

bool ColumnState::wantsComparison(const table::Filter &filter, const table::Sort &sort) const
{
    const auto isOverTime = [this](int column) {
        return m_schema.columns[size_t(column)].storage == table::Storage::OverTime;
    };
    const auto asks = [&](const auto &part) {
        const std::optional<int> column = m_schema.indexOf(part.column);
        return column && isOverTime(*column);
    };
    const auto isChosen = [&](int column) {
        const bool isUsual = m_schema.columns[size_t(column)].shown;
        return isOverTime(column) && ((m_visible[column] && !isUsual) || m_extra.contains(column));
    };
    return !m_isCompared && (std::ranges::any_of(m_order, isChosen) ||
                             std::ranges::any_of(filter.conditions, asks) || std::ranges::any_of(sort, asks));
}

QList<int> ColumnState::visibleColumns() const
{
    QList<int> result;
    for (const int column : m_order) {
        if (isVisible(column))
            result << column;
    }
    return result;
}

bool ColumnState::setVisible(int column, bool visible)
{
    const bool wasExtra = m_extra.removeAll(column) > 0;
    if (visible && m_visible[column] && !isVisible(column)) {
        m_extra.append(column); // wanted before there is anything to be seen in it
        Q_EMIT visibleChanged(column);
        return true;
    }
    if (m_visible[column] == visible && !wasExtra)
        return true;
    if (m_visible[column] == visible) {
        Q_EMIT visibleChanged(column);
        return true;
    }
    if (!visible && visibleColumns() == QList{column})
        return false;
    m_visible[column] = visible;
    save();
    Q_EMIT visibleChanged(column);
    return true;
}

void ColumnState::setExtra(const QStringList &keys)
{
    QList<int> extra;
    for (const QString &key : keys) {
        const auto column = m_schema.indexOf(key);
        if (column && !m_visible[*column])
            extra << *column;
    }
    if (std::exchange(m_extra, extra) != extra)
        Q_EMIT wasReset();
}

void ColumnState::move(int fromPosition, int toPosition)
{
    if (fromPosition == toPosition)
        return;
    m_order.move(fromPosition, toPosition);
    save();
    Q_EMIT moved(fromPosition, toPosition);
}

void ColumnState::setWidth(int column, int pixels)
{
    const int width = std::clamp(pixels, MinWidth, MaxWidth);
    if (m_widths[column] == width)
        return;
    m_widths[column] = width;
    save();
    Q_EMIT widthChanged(column);
}

void ColumnState::reset()
{
    setDefaults();
    m_settings.remove(QLatin1StringView(m_key));
    Q_EMIT wasReset();
}

void ColumnState::setDefaults()
{
    const auto &columns = m_schema.columns;
    m_extra.clear();
    m_order = m_schema.readingOrder();
    m_visible.clear();
    m_widths.clear();
    for (const table::Column &column : columns) {
        m_visible << (column.shown || column.storage == table::Storage::Mark);
        m_widths << column.width;
    }
}

// Entries are "key width shown"; what cannot be read, or names a column that is no more, is left out, and
// columns that came with a newer version keep their place behind their usual neighbour.
void ColumnState::load()
{
    QList<int> order;
    for (const QString &entry : setting(m_key).read(m_settings)) {
        const QStringList parts = entry.split(u' ');
        const auto column = m_schema.indexOf(parts.first());
        if (parts.size() != 3 || !column || order.contains(*column))
            continue;
        order << *column;
        if (const int width = parts[1].toInt(); width > 0)
            m_widths[*column] = std::clamp(width, MinWidth, MaxWidth);
        m_visible[*column] = parts[2] == "1"_L1;
    }
    const QList<int> usual = std::exchange(m_order, {});
    for (qsizetype i = 0; i < usual.size(); ++i) {
        if (!order.contains(usual[i]))
            order.insert(i == 0 ? 0 : order.indexOf(usual[i - 1]) + 1, usual[i]);
    }
    m_order = order;
    if (visibleColumns().isEmpty())
        setDefaults();
}

void ColumnState::save()
{
    QStringList entries;
    for (const int column : std::as_const(m_order)) {
        entries << u"%1 %2 %3"_s.arg(m_schema.columns[size_t(column)].key)
                       .arg(m_widths[column])
                       .arg(m_visible[column] ? 1 : 0);
    }
    setting(m_key).write(m_settings, entries);
}

} // namespace linnet::models
