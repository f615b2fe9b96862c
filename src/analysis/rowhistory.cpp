// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rowhistory.h"

#include "analysis/comparedcolumns.h"
#include "base/texthash.h"
#include "store/read/rowreader.h"
#include "table/vacancyschema.h"

#include <algorithm>
#include <utility>

namespace linnet::analysis {

using table::CellView;
using table::CellViews;
using table::VacancyColumn;

namespace {

QByteArrayView textOf(const CellView &cell)
{
    const auto *text = std::get_if<QByteArrayView>(&cell);
    return text ? *text : QByteArrayView();
}

/// Calls with the cells of rows of vacancies until one is refused.
template <typename Visit>
Result<void> visitRows(const QString &projectPath, std::span<const qint64> rows, const QList<int> &columns,
                       const std::stop_token &stop, Visit visit)
{
    const auto reader = store::RowReader::open(projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(stop);
    const auto cursor = (*reader)->cursor(table::vacancySchema(), columns);
    if (!cursor)
        return std::unexpected(cursor.error());
    const Result<void> read = (*cursor)->read(rows, [&](size_t place, CellViews cells) {
        return visit(rows[place], cells) && !stop.stop_requested();
    });
    if (read && stop.stop_requested())
        return fail(Reason::Cancelled);
    return read;
}

Result<store::IdVector> rowsOf(const QString &projectPath, RunId run, const std::stop_token &stop)
{
    const auto reader = store::RowReader::open(projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(stop);
    return (*reader)->ids({&table::vacancySchema(), {run}, {}, {}});
}

/// Makes keys of source and number.
class Keys
{
public:
    std::pair<quint64, quint64> of(const CellView &source, const CellView &id)
    {
        m_text.clear();
        m_text.append(textOf(source)).append(':').append(textOf(id));
        const auto hash = textHash({m_text.constData(), size_t(m_text.size())});
        return {hash[0], hash[1]};
    }

private:
    QByteArray m_text;
};

} // namespace

Result<RowHistory> RowHistory::read(const QString &projectPath, std::vector<DatedRun> runs,
                                    const std::stop_token &stop)
{
    RowHistory result;
    result.m_projectPath = projectPath;
    result.m_runs = std::move(runs);
    const ComparedColumns &compared = *ComparedColumns::of(table::vacancySchema());
    Keys keys;
    for (size_t i = 0; i < result.m_runs.size(); ++i) {
        const auto rows = rowsOf(projectPath, result.m_runs[i].run, stop);
        if (!rows)
            return std::unexpected(rows.error());
        const Result<void> read = visitRows(
            projectPath, *rows, compared.key + compared.marking, stop, [&](qint64, CellViews cells) {
                const auto place = quint32(i);
                const auto key = keys.of(cells[0], cells[1]);
                auto known = result.m_seen.find(key);
                if (known == result.m_seen.end())
                    known = result.m_seen.insert(key, Seen{place, place});
                const bool isClosed = (compared.marksOf(cells.subspan(size_t(compared.key.size()))) &
                                       ComparedColumns::Closed) != 0;
                if (!isClosed)
                    known->last = place;
                return true;
            });
        if (!read)
            return std::unexpected(read.error());
    }
    return result;
}

Result<void> RowHistory::write(RunId run, store::ChangeFile &file, const std::stop_token &stop) const
{
    const auto rows = rowsOf(m_projectPath, run, stop);
    return rows ? write(*rows, file, stop) : std::unexpected(rows.error());
}

Result<void> RowHistory::write(std::span<const qint64> rows, store::ChangeFile &file,
                               const std::stop_token &stop) const
{
    Keys keys;
    Result<void> written;
    QList<int> columns = ComparedColumns::of(table::vacancySchema())->key;
    columns.append(std::to_underlying(VacancyColumn::FirstPublished));
    const Result<void> read = visitRows(m_projectPath, rows, columns, stop, [&](qint64 row, CellViews cells) {
        const auto known = m_seen.constFind(keys.of(cells[0], cells[1]));
        if (known == m_seen.cend())
            return true; // came meanwhile
        const QString &first = m_runs[known->first].started;
        const QString &last = m_runs[known->last].started;
        written = file.addSeen(row, {first, last, ageInDays(table::fromUtf8(textOf(cells[2])), first, last)});
        return written.has_value();
    });
    return written ? read : written;
}

std::optional<qint64> ageInDays(const QString &firstPublished, const QString &firstSeen,
                                const QString &lastSeen)
{
    const QDateTime last = QDateTime::fromString(lastSeen, Qt::ISODate);
    QDateTime from = QDateTime::fromString(firstPublished, Qt::ISODate);
    if (!from.isValid())
        from = QDateTime::fromString(firstSeen, Qt::ISODate);
    if (!last.isValid() || !from.isValid())
        return std::nullopt;
    constexpr qint64 Day = 24 * 3600;
    return std::max<qint64>(0, from.secsTo(last) / Day);
}

} // namespace linnet::analysis
