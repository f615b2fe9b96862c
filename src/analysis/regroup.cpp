// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/regroup.h"

#include "analysis/adgroups.h"
#include "store/read/rowreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <utility>

namespace linnet::analysis {

using namespace Qt::Literals::StringLiterals;
using store::RowReader;
using table::VacancyColumn;

namespace {

constexpr std::array Written{VacancyColumn::Group, VacancyColumn::GroupSize, VacancyColumn::Repeat,
                             VacancyColumn::Campaign};

/// Some of the ads, row and run known, to be read in their places.
struct Part
{
    QString path;
    std::span<Ad> ads;
    const Ad::Subjects *subjects = nullptr;
    std::stop_token stop;
};

struct ReadPart
{
    QHash<qint64, GroupCells> written;
    Error error;
};

ReadPart readPart(const Part &part)
{
    ReadPart result;
    const auto reader = RowReader::open(part.path);
    if (!reader)
        return {{}, reader.error()};
    (*reader)->stopOn(part.stop);
    if (const Result<void> set = (*reader)->keepFewPages(); !set)
        return {{}, set.error()};
    QList<int> columns = Ad::columns();
    for (const VacancyColumn column : Written)
        columns.append(std::to_underlying(column));
    const auto cursor = (*reader)->cursor(table::vacancySchema(), columns);
    if (!cursor)
        return {{}, cursor.error()};
    const auto own = size_t(columns.size()) - Written.size();
    std::vector<qint64> rows;
    for (const Ad &ad : part.ads)
        rows.push_back(ad.row);
    const Result<void> read = (*cursor)->read(rows, [&](size_t place, table::CellViews cells) {
        Ad &ad = part.ads[place];
        const RunId run = ad.run;
        ad = Ad::of(ad.row, cells.first(own), *part.subjects);
        ad.run = run;
        GroupCells written;
        for (size_t i = 0; i < Written.size(); ++i)
            written[i] = table::toValue(cells[own + i]);
        if (!std::ranges::all_of(written, table::isNull))
            result.written.insert(ad.row, std::move(written));
        return !part.stop.stop_requested();
    });
    if (!read)
        result.error = read.error();
    return result;
}

GroupCells cellsOf(const AdGroup &group, const GroupCells &before)
{
    const bool isAlone = group.size == 1 && group.place == 1 && group.campaign == 0;
    if (isAlone && std::ranges::all_of(before, table::isNull))
        return before;
    return {group.job, qint64(group.size), group.place > 1, group.campaign};
}

Error cancelled()
{
    return {Reason::Cancelled, 0, {}};
}

/// A task of the pool that waits for others of the pool: on one processor they would have no thread to run
/// in.
class PoolWait
{
public:
    PoolWait() { QThreadPool::globalInstance()->releaseThread(); }
    ~PoolWait() { QThreadPool::globalInstance()->reserveThread(); }
    Q_DISABLE_COPY_MOVE(PoolWait)
};

QList<ReadPart> readParts(const std::vector<Part> &parts)
{
    const PoolWait wait;
    return QtConcurrent::blockingMapped<QList<ReadPart>>(parts, readPart);
}

} // namespace

QStringList apartFrom(const QString &memo)
{
    QStringList keys;
    for (const QJsonValue &key : QJsonDocument::fromJson(memo.toUtf8()).array())
        keys.append(key.toString());
    return keys;
}

QString apartMemo(const QStringList &keys)
{
    if (keys.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(keys)).toJson(QJsonDocument::Compact));
}

Result<ProjectAds> readAds(const QString &projectPath, const Ad::Subjects &subjects,
                           const std::stop_token &stop)
{
    const auto reader = RowReader::open(projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(stop);
    const auto runs = (*reader)->runs();
    const auto memos = (*reader)->memos();
    if (!runs || !memos)
        return std::unexpected(!runs ? runs.error() : memos.error());
    ProjectAds result;
    for (const QString &key : apartFrom(memos->value(QLatin1StringView(ApartMemo))))
        result.apart.insert(hashOfKey(key.toUtf8()));
    for (const store::RunInfo &run : *runs) {
        const auto ids = (*reader)->ids({&table::vacancySchema(), {run.id}, {}, {}});
        if (!ids)
            return std::unexpected(ids.error());
        result.ads.reserve(result.ads.size() + ids->size());
        for (const qint64 id : *ids)
            result.ads.push_back(Ad{.row = id, .run = run.id, .title = {}, .address = {}, .text = {}});
    }
    std::vector<Part> parts;
    const std::span all(result.ads);
    const auto each = std::max<size_t>(1000, all.size() / size_t(2 * QThread::idealThreadCount()) + 1);
    for (size_t from = 0; from < all.size(); from += each)
        parts.push_back({projectPath, all.subspan(from, std::min(each, all.size() - from)), &subjects, stop});
    for (const ReadPart &part : readParts(parts)) {
        if (part.error.reason != Reason::None)
            return std::unexpected(part.error);
        result.written.insert(part.written);
    }
    if (stop.stop_requested())
        return std::unexpected(cancelled());
    return result;
}

std::vector<GroupChange> changedGroups(ProjectAds ads, const std::stop_token &stop)
{
    std::vector<std::pair<qint64, RunId>> runs;
    for (const Ad &ad : ads.ads)
        runs.emplace_back(ad.row, ad.run);
    std::ranges::sort(runs);
    std::vector<GroupChange> changes;
    size_t at = 0;
    for (const AdGroup &group : groupAds(std::move(ads.ads), ads.apart, stop)) { // by row, one for each
        const GroupCells before = ads.written.value(group.row);
        GroupCells cells = cellsOf(group, before);
        if (cells != before)
            changes.push_back({group.row, runs[at].second, std::move(cells)});
        ++at;
    }
    return changes;
}

Result<std::vector<store::Unit>> unitsOf(const QString &projectPath, std::span<const GroupChange> changes,
                                         const std::stop_token &stop)
{
    constexpr size_t MostTogether = 2000;
    std::vector<store::Unit> units;
    const auto reader = RowReader::open(projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(stop);
    for (size_t from = 0; from < changes.size();) {
        size_t to = from;
        std::vector<qint64> rows;
        while (to < changes.size() && rows.size() < MostTogether && changes[to].run == changes[from].run)
            rows.push_back(changes[to++].row);
        const auto keys = (*reader)->keys(table::vacancySchema(), rows);
        if (!keys)
            return std::unexpected(keys.error());
        store::Unit unit{
            .run = changes[from].run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
        for (; from < to; ++from) {
            const QString &key = (*keys)[qsizetype(rows.size() - (to - from))];
            if (key.isEmpty())
                continue; // removed meanwhile
            table::Cells cells(table::vacancySchema().columns.size());
            for (size_t column = 0; column < Written.size(); ++column)
                cells[size_t(std::to_underlying(Written[column]))] = changes[from].cells[column];
            unit.rows.push_back({&table::vacancySchema(), key, std::move(cells), store::RowMode::Merge});
        }
        units.push_back(std::move(unit));
    }
    return units;
}

} // namespace linnet::analysis
