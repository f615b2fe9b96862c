// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/selectionsummary.h"

#include "models/table/amountunit.h"
#include "models/table/cellformat.h"

#include <QMap>

#include <algorithm>
#include <cmath>
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
int SelectionSummary::unitColumn(int column) const
{
    const QLatin1StringView key = m_schema.columns[size_t(column)].key;
    return key.startsWith("salary_"_L1) ? m_schema.indexOf(u"currency").value_or(-1) : -1;
}

void SelectionSummary::add(std::span<const table::Cells> rows)
{
    for (Amount &amount : m_amounts) {
        const int unit = unitColumn(amount.column);
        for (const table::Cells &cells : rows) {
            const table::Value &value = cells[size_t(amount.column)];
            const QString unitText = unit < 0 ? QString() : table::toText(cells[size_t(unit)]);
            if (const double *real = std::get_if<double>(&value))
                amount.numbers.emplace_back(unitText, *real);
            else if (const qint64 *whole = std::get_if<qint64>(&value))
                amount.numbers.emplace_back(unitText, double(*whole));
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
    QMap<QString, std::vector<double>> byUnit;
    for (const auto &[unit, number] : amount.numbers)
        byUnit[unit].push_back(number);
    auto largest = byUnit.begin();
    for (auto it = byUnit.begin(); it != byUnit.end(); ++it) {
        if (it->size() > largest->size())
            largest = it;
    }
    std::vector<double> &numbers = *largest;
    const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    const CellFormat format;
    const QString title = columnTitle(m_schema.columns[size_t(amount.column)]);
    const QString name =
        largest.key().isEmpty() ? title : tr("%1, %2").arg(title, AmountUnit::sign(largest.key()));
    return tr("%1 (%Ln known): mean %2, median %3, sum %4", nullptr, int(numbers.size()))
        .arg(name, format.number(std::round(100 * sum / double(numbers.size())) / 100),
             format.number(median(numbers)), format.number(sum));
}

} // namespace linnet::models
