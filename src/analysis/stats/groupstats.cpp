// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/groupstats.h"

#include "analysis/stats/chosenrows.h"
#include "store/read/arrays/rowcolumns.h"
#include "store/read/rowgroups.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace linnet::analysis {

using store::ColumnArray;
using store::RowGroups;

namespace {

constexpr size_t Look = 4096; ///< so many rows between two looks at the stop token

std::unexpected<Error> stopped()
{
    return fail(Reason::Cancelled, QStringLiteral("stopped"));
}

/// The rows of a question, by group.
class Counting
{
public:
    Counting(const store::RowColumns &selection, qsizetype by, bool isMeasured, std::stop_token stop)
        : m_selection(selection)
        , m_measure(isMeasured ? selection.columns.back().get() : nullptr)
        , m_stop(std::move(stop))
    {
        for (qsizetype i = 0; i < by; ++i)
            m_by.emplace_back(*selection.columns[size_t(i)]);
    }

    Result<StatsAnswer> answer(qsizetype top)
    {
        StatsAnswer answer;
        if (!forEachRow([&](size_t place) { count(place); }))
            return stopped();
        answer.groups = qint64(m_groups.size());
        keepTop(top);
        std::vector<double> all;
        const bool isMeasured = m_measure && forEachRow([&](size_t place) { measure(place, all); });
        if (m_measure && !isMeasured)
            return stopped();
        answer.all = made({}, m_rows, std::move(all));
        for (Group *group : m_top) {
            if (m_stop.stop_requested())
                return stopped();
            std::vector<table::Value> of;
            for (size_t i = 0; i < m_by.size(); ++i)
                of.push_back(m_by[i].value(i == 0 ? group->first() : group->second()));
            answer.top.push_back(made(std::move(of), group->rows, std::move(group->numbers)));
        }
        return answer;
    }

private:
    struct Group
    {
        quint64 key = 0; ///< the group in the first column, in the second
        qint64 rows = 0;
        bool isTop = false;
        std::vector<double> numbers;

        quint32 first() const { return quint32(key >> 32); }
        quint32 second() const { return quint32(key); }
    };

    template <typename Visit> bool forEachRow(Visit visit) const
    {
        const QBitArray &among = m_selection.among;
        for (size_t place = 0; place < m_selection.ids->size(); ++place) {
            if (place % Look == 0 && m_stop.stop_requested())
                return false;
            if (among.isEmpty() || among.testBit(qsizetype(place)))
                visit(place);
        }
        return true;
    }
    template <typename Visit> void forEachGroup(size_t place, Visit visit) const
    {
        if (m_by.empty())
            return;
        for (const quint32 first : m_by[0].of(place)) {
            if (m_by.size() == 1)
                visit(quint64(first) << 32);
            else
                for (const quint32 second : m_by[1].of(place))
                    visit(quint64(first) << 32 | second);
        }
    }
    void count(size_t place)
    {
        ++m_rows;
        forEachGroup(place, [this](quint64 key) {
            const auto known = m_places.constFind(key);
            if (known != m_places.cend()) {
                ++m_groups[*known].rows;
                return;
            }
            m_places.insert(key, quint32(m_groups.size()));
            m_groups.push_back({key, 1, false, {}});
        });
    }
    void keepTop(qsizetype top)
    {
        for (Group &group : m_groups)
            m_top.push_back(&group);
        const auto end =
            m_top.begin() + (top > 0 ? std::min(top, qsizetype(m_top.size())) : qsizetype(m_top.size()));
        std::partial_sort(m_top.begin(), end, m_top.end(), [](const Group *a, const Group *b) {
            return a->rows != b->rows ? a->rows > b->rows : a->key < b->key;
        });
        m_top.erase(end, m_top.end());
        for (Group *group : m_top)
            group->isTop = true;
    }
    void measure(size_t place, std::vector<double> &all)
    {
        const std::optional<double> number = m_measure->number(place);
        if (!number || !std::isfinite(*number))
            return;
        all.push_back(*number);
        forEachGroup(place, [&](quint64 key) {
            Group &group = m_groups[*m_places.constFind(key)];
            if (group.isTop)
                group.numbers.push_back(*number);
        });
    }
    GroupStats made(std::vector<table::Value> of, qint64 rows, std::vector<double> numbers) const
    {
        const auto known = qint64(numbers.size());
        return {std::move(of), rows, m_rows > 0 ? double(rows) / double(m_rows) : 0, known,
                Spread::of(std::move(numbers))};
    }

    const store::RowColumns &m_selection;
    const ColumnArray *m_measure;
    std::stop_token m_stop;
    std::vector<RowGroups> m_by;
    std::vector<Group> m_groups; ///< in the order in which they were met
    QHash<quint64, quint32> m_places;
    std::vector<Group *> m_top;
    qint64 m_rows = 0;
};

} // namespace

Result<StatsAnswer> groupStats(store::RowReader &reader, const StatsQuestion &question, std::stop_token stop)
{
    std::vector<const table::Column *> columns;
    for (const int by : question.by)
        columns.push_back(&question.rows.schema->columns[size_t(by)]);
    if (question.measure || columns.empty())
        columns.push_back(&question.rows.schema->columns[size_t(question.measure.value_or(0))]);
    reader.stopOn(stop);
    auto selected = reader.columns(question.rows, columns);
    if (!selected)
        return std::unexpected(selected.error());
    if (question.among)
        keepOnly(*selected, *question.among);
    return Counting(*selected, question.by.size(), question.measure.has_value(), std::move(stop))
        .answer(question.top);
}

} // namespace linnet::analysis
