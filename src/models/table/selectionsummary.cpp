// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/selectionsummary.h"

#include "models/table/cellformat.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t NamedAmounts = 2;

double median(std::vector<double> &numbers)
{
    const auto middle = numbers.begin() + ptrdiff_t(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    if (numbers.size() % 2 == 1)
        return *middle;
    return (*std::max_element(numbers.begin(), middle) + *middle) / 2;
}

/// Takes the most frequent value over into the unit and leaves those that say it or nothing.
template <typename Part>
void settle(AmountUnit &usual, std::vector<AmountUnit> &among, Part AmountUnit::*part)
{
    std::map<Part, int> counts;
    for (const AmountUnit &unit : among)
        ++counts[unit.*part];
    counts.erase(Part());
    if (counts.empty())
        return;
    usual.*part =
        std::ranges::max_element(counts, {}, [](const auto &counted) { return counted.second; })->first;
    std::erase_if(among,
                  [&](const AmountUnit &unit) { return unit.*part != usual.*part && unit.*part != Part(); });
}

} // namespace

SelectionSummary::SelectionSummary(const table::Schema &schema, QObject *parent)
    : QObject(parent)
    , m_schema(schema)
{
    connect(&m_collector, &RowCollector::done, this, [this](const Result<void> &result) {
        if (result)
            finish();
    });
}

void SelectionSummary::setSelection(std::vector<qint64> ids, qint64 selected,
                                    const QList<int> &visibleColumns)
{
    m_collector.cancel();
    m_selected = selected;
    m_amounts.clear();
    for (const int column : visibleColumns) {
        if (CellFormat::isNumber(m_schema.columns[size_t(column)]) && m_amounts.size() < NamedAmounts)
            m_amounts.push_back({column, {}});
    }
    m_text = selected > 1 ? tr("%Ln row(s) selected", nullptr, int(selected)) : QString();
    Q_EMIT changed();
    if (selected > 1 && selected <= MaxRows && !m_amounts.empty())
        m_collector.start(m_schema, std::move(ids), [this](auto rows) { add(rows); });
}

// Only the salary's columns have a unit beside them.
AmountUnit SelectionSummary::unitOf(int column, const table::Cells &cells) const
{
    AmountUnit unit;
    if (!m_schema.columns[size_t(column)].key.startsWith("salary_"_L1))
        return unit;
    for (const QString &part : AmountUnit::columns()) {
        if (const auto index = m_schema.indexOf(part))
            unit.take(part, cells[size_t(*index)]);
    }
    return unit;
}

void SelectionSummary::add(std::span<const table::Cells> rows)
{
    for (Amount &amount : m_amounts) {
        for (const table::Cells &cells : rows) {
            const table::Value &value = cells[size_t(amount.column)];
            if (const double *real = std::get_if<double>(&value))
                amount.numbers.emplace_back(unitOf(amount.column, cells), *real);
            else if (const qint64 *whole = std::get_if<qint64>(&value))
                amount.numbers.emplace_back(unitOf(amount.column, cells), double(*whole));
        }
    }
}

void SelectionSummary::finish()
{
    QStringList parts{m_text};
    for (Amount &amount : m_amounts) {
        if (!amount.numbers.empty())
            parts << amountText(amount);
    }
    m_text = parts.join(u" · "_s);
    Q_EMIT changed();
}

QString SelectionSummary::amountText(Amount &amount) const
{
    std::vector<AmountUnit> units;
    for (const auto &[unit, number] : amount.numbers)
        units.push_back(unit);
    AmountUnit usual;
    settle(usual, units, &AmountUnit::currency);
    settle(usual, units, &AmountUnit::period);
    settle(usual, units, &AmountUnit::beforeTax);
    std::vector<double> numbers;
    for (const auto &[unit, number] : amount.numbers) {
        if (usual.includes(unit))
            numbers.push_back(number);
    }
    const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    const CellFormat format;
    const QString title = columnTitle(m_schema.columns[size_t(amount.column)]);
    const QString unit = usual.text();
    const QString name = unit.isEmpty() ? title : tr("%1, %2").arg(title, unit);
    return tr("%1 (%Ln known): mean %2, median %3, sum %4", nullptr, int(numbers.size()))
        .arg(name, format.number(std::round(100 * sum / double(numbers.size())) / 100),
             format.number(median(numbers)), format.number(sum));
}

} // namespace linnet::models
