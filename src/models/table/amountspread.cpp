// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/amountspread.h"

#include <cmath>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::FilterOp;

AmountSpread::AmountSpread(FacetModel &facets, FilterState &state, QObject *parent)
    : QObject(parent)
    , m_facets(facets)
    , m_state(state)
    , m_amount(state.schema().indexOf(u"salary_from").value_or(-1))
    , m_unitColumn(state.schema().indexOf(u"currency").value_or(-1))
{
    connect(&facets, &FacetModel::loaded, this, [this](const QString &column) {
        if (m_amount >= 0 && m_unitColumn >= 0 && column == "currency"_L1)
            ask();
    });
}

void AmountSpread::setReaders(store::QueryThread *queries)
{
    if (m_queries)
        m_queries->disconnect(this);
    m_queries = queries;
    m_ticket = 0;
    m_statistics = {};
    Q_EMIT changed();
    if (!queries)
        return;
    const auto take = [this](quint64 ticket, const QString &,
                             const Result<store::ColumnStatistics> &statistics) {
        if (ticket != m_ticket || ticket == 0)
            return;
        m_ticket = 0;
        m_statistics = statistics ? *statistics : store::ColumnStatistics();
        m_unit = m_askedUnit;
        Q_EMIT changed();
    };
    connect(queries, &store::QueryThread::statisticsReady, this, take);
}

QString AmountSpread::mostFrequentUnit() const
{
    const QList<table::Value> picked = m_state.picked(m_unitColumn);
    if (picked.size() == 1)
        return table::toText(picked.first());
    for (const store::FacetEntry &entry : m_facets.entries(u"currency"_s)) {
        if (!table::isNull(entry.value))
            return table::toText(entry.value);
    }
    return {};
}

void AmountSpread::ask()
{
    m_rows = 0;
    for (const store::FacetEntry &entry : m_facets.entries(u"currency"_s))
        m_rows += entry.count;
    m_askedUnit = mostFrequentUnit();
    if (m_askedUnit.isEmpty() || !m_queries) {
        m_statistics = {};
        m_unit.clear();
        Q_EMIT changed();
        return;
    }
    store::RowQuery query = m_facets.query();
    query.filter = query.filter.without(u"currency"_s).without(u"salary_from"_s);
    query.filter.conditions << table::Condition{u"currency"_s, FilterOp::OneOf, {m_askedUnit}, false};
    m_ticket = m_queries->statistics(query, u"salary_from"_s, Buckets);
}

QString AmountSpread::title() const
{
    if (m_amount < 0)
        return {};
    const QString column = columnTitle(m_state.schema().columns[size_t(m_amount)]);
    return m_unit.isEmpty() ? column : tr("%1, %2").arg(column, m_unit);
}

QString AmountSpread::knownText() const
{
    return tr("%L1 of %L2 known").arg(m_statistics.known).arg(std::max(m_rows, m_statistics.known));
}

void AmountSpread::choose(int firstBucket, int lastBucket)
{
    const auto count = int(m_statistics.buckets.size());
    if (firstBucket < 0 || lastBucket < firstBucket || lastBucket >= count)
        return;
    const double width = m_statistics.bucketWidth();
    const double from = m_statistics.min + firstBucket * width;
    const double to =
        lastBucket == count - 1 ? m_statistics.max : m_statistics.min + (lastBucket + 1) * width;
    if (m_state.picked(m_unitColumn) != QList<table::Value>{m_unit}) {
        for (const table::Value &other : m_state.picked(m_unitColumn))
            m_state.setPicked(m_unitColumn, other, false);
        m_state.setPicked(m_unitColumn, m_unit, true);
    }
    m_state.setRange(m_amount, std::floor(from), std::ceil(to));
}

} // namespace linnet::models
