// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/runcomparison.h"

#include "analysis/rowprints.h"
#include "analysis/unreadpages.h"
#include "store/read/rowreader.h"
#include "store/schema/changefile.h"
#include "table/pageschema.h"

#include <QSet>
#include <QThread>
#include <QtConcurrentMap>

#include <algorithm>
#include <numeric>
#include <span>

namespace linnet::analysis {

using namespace Qt::Literals::StringLiterals;

namespace {

using Mark = ComparedColumns::Mark;

bool has(const RowPrint &print, Mark mark)
{
    return (print.marks & mark) != 0;
}

constexpr size_t LookEvery = 4096; // rows between two looks at the stop token
/// So many rows are looked at more closely by one thread before what was found is written.
constexpr size_t EachPart = 5000;

/// One comparison, step by step.
class Comparison
{
public:
    Comparison(const ComparisonSpec &spec, ComparisonProgress &progress, const std::stop_token &stop)
        : m_spec(spec)
        , m_progress(progress)
        , m_stop(stop)
    {
    }

    Result<void> readRows();
    void match();
    Result<void> write(const QString &path);
    const ComparisonCounts &counts() const { return m_counts; }

private:
    void matchNewer(const RowPrint &newer);
    void matchOnlyNewer(const RowPrint &newer, const QHash<qint64, QList<const RowPrint *>> &jobs);
    void pairUp(const RowPrint &older, const RowPrint &newer, QLatin1StringView change, bool isOther = false);
    const RowPrint *ofJob(const RowPrint &newer, const QHash<qint64, QList<const RowPrint *>> &jobs,
                          bool isAlive) const;
    bool isAlive(const RowPrint &older) const;
    Result<void> writePairs(store::ChangeFile &file);
    Result<void> writeMissing(store::ChangeFile &file);
    Result<void> writeHistory(store::ChangeFile &file);
    Result<std::vector<Absence>> absences();
    Result<void> add(store::ChangeFile &file, const ChangedRow &row);
    template <typename Item, typename Answer, typename Work, typename Take>
    Result<void> inParts(std::span<const Item> items, Work work, Take take);

    const ComparisonSpec &m_spec;
    ComparisonProgress &m_progress;
    const std::stop_token &m_stop;
    RowPrints m_older;
    RowPrints m_newer;
    std::vector<RowPair> m_pairs;
    std::vector<ChangedRow> m_plain; ///< nothing of these has to be looked at
    std::vector<qint64> m_missing;
    QSet<qint64> m_followed; ///< earlier rows whose job has a new number
    ComparisonCounts m_counts;
};

Result<void> Comparison::readRows()
{
    for (const auto &[run, prints] : {std::pair(m_spec.older, &m_older), std::pair(m_spec.newer, &m_newer)}) {
        auto read =
            RowPrints::read(m_spec.projectPath, *m_spec.columns, run,
                            prints == &m_older ? m_spec.moved : MovedAddresses(), m_progress.done, m_stop);
        if (!read)
            return std::unexpected(read.error());
        *prints = std::move(*read);
    }
    const auto count = [](const RowPrints &prints) {
        return std::ranges::count_if(prints.all(),
                                     [](const RowPrint &print) { return !has(print, Mark::Unasked); });
    };
    m_counts.older = count(m_older);
    m_counts.newer = count(m_newer);
    return {};
}

void Comparison::match()
{
    QHash<qint64, QList<const RowPrint *>> jobs;
    size_t looked = 0;
    for (const RowPrint &older : m_older.all()) {
        if (++looked % LookEvery == 0 && m_stop.stop_requested())
            return;
        if (older.group != 0 && m_older.counts(older))
            jobs[older.group].append(&older);
    }
    std::vector<const RowPrint *> onlyNewer;
    for (const RowPrint &newer : m_newer.all()) {
        if (++looked % LookEvery == 0 && m_stop.stop_requested())
            return;
        if (!m_newer.counts(newer) || has(newer, Mark::Unasked))
            continue;
        if (m_older.find(newer.key))
            matchNewer(newer);
        else
            onlyNewer.push_back(&newer);
    }
    for (const RowPrint *newer : onlyNewer) {
        if (++looked % LookEvery == 0 && m_stop.stop_requested())
            return;
        matchOnlyNewer(*newer, jobs);
    }
    for (const RowPrint &older : m_older.all()) {
        if (++looked % LookEvery == 0 && m_stop.stop_requested())
            return;
        if (!m_older.counts(older) || has(older, Mark::Unasked) || has(older, Mark::Closed) ||
            m_followed.contains(older.row))
            continue;
        const RowPrint *newer = m_newer.find(older.key);
        if (!newer)
            m_missing.push_back(older.row);
        else if (has(*newer, Mark::Unasked))
            m_plain.push_back({older.row, "out_of_window"_L1});
        else if (has(*newer, Mark::Closed))
            m_plain.push_back({older.row, "gone"_L1});
    }
}

/// Both runs have it.
void Comparison::matchNewer(const RowPrint &newer)
{
    const RowPrint &older = *m_older.find(newer.key);
    if (has(newer, Mark::Closed))
        return; // seen from the other side: it is gone, unless it was before
    if (has(older, Mark::Unasked))
        pairUp(older, newer, has(newer, Mark::Broken) ? "broken"_L1 : "new"_L1);
    else if (has(older, Mark::Closed))
        pairUp(older, newer, "reopened"_L1);
    else if (has(older, Mark::Broken) != has(newer, Mark::Broken))
        pairUp(older, newer, has(newer, Mark::Broken) ? "broken"_L1 : "mended"_L1);
    else if (older.content != newer.content)
        pairUp(older, newer, "changed"_L1);
}

void Comparison::matchOnlyNewer(const RowPrint &newer, const QHash<qint64, QList<const RowPrint *>> &jobs)
{
    if (has(newer, Mark::Closed))
        return; // it came and went
    if (has(newer, Mark::Broken)) {
        m_plain.push_back({newer.row, "broken"_L1});
        return;
    }
    if (newer.group != 0) {
        if (const RowPrint *before = ofJob(newer, jobs, false)) {
            m_followed.insert(before->row);
            pairUp(*before, newer, "reposted"_L1, true);
            return;
        }
        if (const RowPrint *other = ofJob(newer, jobs, true)) {
            pairUp(*other, newer, "doubled"_L1, true);
            return;
        }
    }
    m_plain.push_back({newer.row, "new"_L1});
}

/// An ad of the same job in the earlier run; of those that nobody sees any more, each is followed once.
const RowPrint *Comparison::ofJob(const RowPrint &newer, const QHash<qint64, QList<const RowPrint *>> &jobs,
                                  bool alive) const
{
    for (const RowPrint *older : jobs.value(newer.group)) {
        if (isAlive(*older) == alive && !m_followed.contains(older->row))
            return older;
    }
    return nullptr;
}

/// Whether the later run has it, open.
bool Comparison::isAlive(const RowPrint &older) const
{
    const RowPrint *now = m_newer.find(older.key);
    return now && !has(*now, Mark::Closed) && !has(*now, Mark::Unasked);
}

void Comparison::pairUp(const RowPrint &older, const RowPrint &newer, QLatin1StringView change, bool isOther)
{
    m_pairs.push_back({older.row, newer.row, change, quint8(older.marks | newer.marks), isOther});
}

/// Gives parts of the items to all threads, some at once, and takes what they found in order.
template <typename Item, typename Answer, typename Work, typename Take>
Result<void> Comparison::inParts(std::span<const Item> items, Work work, Take take)
{
    const size_t atOnce = size_t(2 * QThread::idealThreadCount());
    while (!items.empty()) {
        QList<std::span<const Item>> parts;
        for (size_t i = 0; i < atOnce && !items.empty(); ++i) {
            const auto part = items.first(std::min(EachPart, items.size()));
            parts.append(part);
            items = items.subspan(part.size());
        }
        const std::function<Result<Answer>(const std::span<const Item> &)> answer = work;
        for (const Result<Answer> &found :
             QtConcurrent::blockingMapped<QList<Result<Answer>>>(parts, answer)) {
            if (!found)
                return std::unexpected(found.error());
            if (const Result<void> taken = take(*found); !taken)
                return taken;
        }
        if (m_stop.stop_requested())
            return fail(Reason::Cancelled);
    }
    return {};
}

Result<void> Comparison::add(store::ChangeFile &file, const ChangedRow &row)
{
    ++m_counts.changes[row.change];
    m_counts.pay += row.isOfPay;
    if (!row.fields.isEmpty()) {
        for (const QStringView field : QStringTokenizer(row.fields, u';'))
            ++m_counts.fields[field.toString()];
    }
    return file.add(row.row, row.change, row.fields, row.was);
}

Result<void> Comparison::writePairs(store::ChangeFile &file)
{
    std::ranges::sort(m_pairs, {}, &RowPair::newer);
    return inParts<RowPair, std::vector<ChangedRow>>(
        m_pairs,
        [this](const std::span<const RowPair> &part) {
            return changedCells(m_spec.projectPath, *m_spec.columns, m_spec.moved, part, m_stop);
        },
        [&](const std::vector<ChangedRow> &rows) -> Result<void> {
            for (const ChangedRow &row : rows) {
                if (const Result<void> added = add(file, row); !added)
                    return added;
            }
            return {};
        });
}

Result<std::vector<Absence>> Comparison::absences()
{
    std::vector<Absence> result;
    const Result<void> judged = inParts<qint64, std::vector<Absence>>(
        m_missing,
        [this](const std::span<const qint64> &rows) -> Result<std::vector<Absence>> {
            std::vector<Absence> found(rows.size(), Absence::NotSeen);
            const auto reader = store::RowReader::open(m_spec.projectPath);
            if (!reader)
                return std::unexpected(reader.error());
            (*reader)->stopOn(m_stop);
            const auto cursor = (*reader)->cursor(*m_spec.columns->schema, m_spec.judgedBy);
            if (!cursor)
                return std::unexpected(cursor.error());
            const Result<void> read = (*cursor)->read(rows, [&](size_t place, table::CellViews cells) {
                found[place] = m_spec.absence(cells);
                return true;
            });
            if (!read)
                return std::unexpected(read.error());
            return found;
        },
        [&](const std::vector<Absence> &found) -> Result<void> {
            result.insert(result.end(), found.begin(), found.end());
            return {};
        });
    if (!judged)
        return std::unexpected(judged.error());
    return result;
}

Result<void> Comparison::writeMissing(store::ChangeFile &file)
{
    auto absent = absences();
    if (!absent)
        return std::unexpected(absent.error());
    if (m_spec.columns->schema == &table::pageSchema()) {
        std::vector<qint64> unread; // in the earlier run
        for (const RowPrint &newer : m_newer.all()) {
            const RowPrint *older = has(newer, Mark::Uncertain) ? m_older.find(newer.key) : nullptr;
            if (older)
                unread.push_back(older->row);
        }
        const Result<void> doubted =
            doubtLinkedFrom(m_spec.projectPath, m_spec.older, std::move(unread), m_missing, *absent, m_stop);
        if (!doubted)
            return doubted;
    }
    for (size_t i = 0; i < m_missing.size(); ++i) {
        const QLatin1StringView change = (*absent)[i] == Absence::Gone      ? "gone"_L1
                                         : (*absent)[i] == Absence::NotSeen ? "not_seen"_L1
                                                                            : "out_of_window"_L1;
        if (const Result<void> added = add(file, {m_missing[i], change}); !added)
            return added;
    }
    return {};
}

/// Of all that the later run has, and of what only the earlier one has.
Result<void> Comparison::writeHistory(store::ChangeFile &file)
{
    if (m_spec.over.empty())
        return {};
    const auto history = RowHistory::read(m_spec.projectPath, m_spec.over, m_stop);
    if (!history)
        return std::unexpected(history.error());
    if (const Result<void> written = history->write(m_spec.newer, file, m_stop); !written)
        return written;
    std::vector<qint64> others = m_missing;
    for (const ChangedRow &row : m_plain)
        others.push_back(row.row);
    std::ranges::sort(others);
    return history->write(others, file, m_stop);
}

Result<void> Comparison::write(const QString &path)
{
    const auto file = store::ChangeFile::create(path, m_spec.projectPath, *m_spec.columns->schema);
    if (!file)
        return std::unexpected(file.error());
    for (const ChangedRow &row : m_plain) {
        if (const Result<void> added = add(**file, row); !added)
            return added;
    }
    if (const Result<void> written = writePairs(**file); !written)
        return written;
    if (const Result<void> written = writeMissing(**file); !written)
        return written;
    if (const Result<void> written = writeHistory(**file); !written)
        return written;
    if (m_stop.stop_requested())
        return fail(Reason::Cancelled);
    return (*file)->commit();
}

Result<qint64> rowsOf(const ComparisonSpec &spec)
{
    const auto reader = store::RowReader::open(spec.projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    return (*reader)->count({spec.columns->schema, {spec.older, spec.newer}, {}, {}});
}

} // namespace

qint64 ComparisonCounts::total() const
{
    return std::accumulate(changes.begin(), changes.end(), qint64(0));
}

Result<ComparisonCounts> compareRuns(const ComparisonSpec &spec, const QString &path,
                                     ComparisonProgress &progress, const std::stop_token &stop)
{
    Q_ASSERT(spec.columns && spec.absence);
    const Result<qint64> total = rowsOf(spec);
    if (!total)
        return std::unexpected(total.error());
    progress.total = *total;
    Comparison comparison(spec, progress, stop);
    if (const Result<void> read = comparison.readRows(); !read)
        return std::unexpected(read.error());
    comparison.match();
    if (stop.stop_requested())
        return fail(Reason::Cancelled);
    if (const Result<void> written = comparison.write(path); !written)
        return std::unexpected(written.error());
    return comparison.counts();
}

} // namespace linnet::analysis
