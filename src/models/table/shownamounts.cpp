// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/shownamounts.h"

#include "models/table/cellformat.h"
#include "table/schema.h"

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Rest = 1s;
const QString AmountColumn = QStringLiteral("salary_from");
const QString UnitColumn = QStringLiteral("currency");

} // namespace

ShownAmounts::ShownAmounts(const table::Schema &schema, QObject *parent)
    : QObject(parent)
    , m_schema(schema)
    , m_amount(schema.indexOf(UnitColumn) ? schema.indexOf(AmountColumn).value_or(-1) : -1)
    , m_task([this](const Result<Answer> &answer) { take(answer); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &ShownAmounts::ask);
}

void ShownAmounts::setProject(const QString &path)
{
    m_task.stop();
    m_rest.stop();
    m_path = path;
    m_query = {};
    m_rows = 0;
    m_usual.clear();
    m_unit.clear();
    m_known = false;
}

void ShownAmounts::setRows(const store::RowQuery &query, qint64 rows)
{
    if (m_amount < 0 || m_path.isEmpty() || (query == m_query && rows == m_rows))
        return;
    const bool sameQuestion = query == m_query;
    if (query.runs != m_query.runs || rows > 2 * m_usualOf)
        m_usual.clear();
    m_query = query;
    m_rows = rows;
    if (!sameQuestion) {
        m_known = false; // it was about other rows
        m_task.forget();
        m_rest.stop();
        ask();
    } else if (!m_rest.isActive()) {
        m_rest.start();
    }
}

void ShownAmounts::ask()
{
    store::RowQuery query = m_query;
    query.sort.clear();
    m_task.start(m_path,
                 [query, usual = m_usual](store::RowReader &reader) { return read(reader, query, usual); });
}

Result<ShownAmounts::Answer> ShownAmounts::read(store::RowReader &reader, store::RowQuery query,
                                                const QString &usual)
{
    Answer answer{usual, usual, {}};
    if (usual.isEmpty()) {
        const auto currencies = reader.facet({query.schema, query.runs, {}, {}}, UnitColumn, 1);
        if (!currencies)
            return std::unexpected(currencies.error());
        if (!currencies->empty() && !table::isNull(currencies->front().value))
            answer.usual = answer.unit = table::toText(currencies->front().value);
    }
    for (const table::Condition &condition : query.filter.of(UnitColumn)) {
        if (!condition.negated && condition.operands.size() == 1)
            answer.unit = table::toText(condition.operands.first());
    }
    if (answer.unit.isEmpty())
        return answer;
    query.filter.conditions << table::Condition{UnitColumn, table::FilterOp::OneOf, {answer.unit}, false};
    auto statistics = reader.statistics(query, AmountColumn, 1);
    if (!statistics)
        return std::unexpected(statistics.error());
    answer.statistics = std::move(*statistics);
    return answer;
}

void ShownAmounts::take(const Result<Answer> &answer)
{
    m_known = answer && answer->statistics.known > 0;
    if (answer) {
        m_usual = answer->usual;
        m_usualOf = m_rows;
        m_unit = answer->unit;
        m_statistics = answer->statistics;
    }
    Q_EMIT changed();
}

QString ShownAmounts::text() const
{
    if (!m_known)
        return {};
    const QString column = columnTitle(m_schema.columns[size_t(m_amount)]);
    return tr("%1, %2: %L3 of %L4 known, median %5")
        .arg(column, m_unit)
        .arg(m_statistics.known)
        .arg(m_rows)
        .arg(CellFormat().number(m_statistics.median));
}

} // namespace linnet::models
