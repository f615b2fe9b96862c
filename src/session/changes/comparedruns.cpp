// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/comparedruns.h"

#include "session/runkinds.h"
#include "session/runparams.h"
#include "session/saved/taskid.h"
#include "store/removedrows.h"
#include "table/changes/changeschema.h"
#include "table/listingschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("linnet::session", text);
}

/// Only what the sources have was asked, or single ads, or lists of proxies, or the rows were removed: there
/// is nothing to compare.
bool hasRows(const store::RunInfo &run)
{
    return !store::RemovedRows::of(run.counts) &&
           !run.params[runparam::Search].toObject()["count_only"_L1].toBool() &&
           !run.params.contains(runparam::Confirm) && !run.params.contains(runparam::Fetch);
}

bool fillsRows(const store::RunInfo &run, const table::Schema *rows)
{
    return hasRows(run) && comparedRows(run.kind) && (!rows || fills(run.kind, *rows));
}

/// Chooses among the runs of a project.
class Chooser
{
public:
    Chooser(std::span<const store::RunInfo> runs, const table::Schema *rows)
        : m_runs(runs)
        , m_rows(rows)
    {
    }

    Result<store::RunInfo> named(const QString &word) const
    {
        bool isNumber = false;
        const store::RunId id = word.toLongLong(&isNumber);
        if (!isNumber)
            return refuse(
                say(QT_TRANSLATE_NOOP("linnet::session", "\"%1\" is neither a run's number nor \"last\".")),
                word);
        const auto found = std::ranges::find(m_runs, id, &store::RunInfo::id);
        if (found == m_runs.end())
            return refuse(say(QT_TRANSLATE_NOOP("linnet::session", "The project has no run %1.")), word);
        if (store::RemovedRows::of(found->counts))
            return refuse(say(QT_TRANSLATE_NOOP("linnet::session",
                                                "Run %1 is kept as counts only: its rows were removed.")),
                          word);
        return *found;
    }

    /// Of a kind; "" = of vacancies if there are some, else of any.
    std::optional<store::RunInfo> last(const QString &kind) const
    {
        const store::RunInfo *best = nullptr;
        const store::RunInfo *ofVacancies = nullptr;
        for (const store::RunInfo &run : m_runs) {
            if (!fillsRows(run, m_rows) || (!kind.isEmpty() && run.kind != kind))
                continue;
            if (!best || run.id > best->id)
                best = &run;
            if (run.kind == runkind::Vacancies && (!ofVacancies || run.id > ofVacancies->id))
                ofVacancies = &run;
        }
        if (kind.isEmpty() && ofVacancies)
            best = ofVacancies;
        return best ? std::optional(*best) : std::nullopt;
    }

    /// Of the same task if there is one.
    Result<store::RunInfo> baseline(store::RowReader &reader, const store::RunInfo &newer) const
    {
        std::vector<store::RunInfo> candidates = earlierRuns(m_runs, newer);
        std::vector<store::RunInfo> others;
        std::ranges::copy_if(m_runs, std::back_inserter(others), [&](const store::RunInfo &run) {
            return run.id < newer.id && run.kind == newer.kind && isComplete(run);
        });
        candidates.insert(candidates.end(), others.rbegin(), others.rend());
        for (const store::RunInfo &run : candidates) {
            const auto whole = isWhole(reader, run);
            if (!whole)
                return std::unexpected(whole.error());
            if (*whole)
                return run;
        }
        return refuse(
            say(QT_TRANSLATE_NOOP("linnet::session", "Before run %1 there is no complete run of its kind to "
                                                     "compare it with.")),
            QString::number(newer.id));
    }

    static std::unexpected<Error> refuse(const QString &sentence, const QString &what)
    {
        return fail(Reason::BadValue, (sentence.contains(u"%1") ? sentence.arg(what) : sentence));
    }

private:
    std::span<const store::RunInfo> m_runs;
    const table::Schema *m_rows;
};

} // namespace

bool isComplete(const store::RunInfo &run)
{
    return run.state == store::RunState::Finished && hasRows(run) &&
           run.counts["stopped_by"_L1].toString().isEmpty();
}

std::vector<store::RunInfo> earlierRuns(std::span<const store::RunInfo> runs, const store::RunInfo &run)
{
    const QByteArray task = taskKey(run.params);
    std::vector<store::RunInfo> result;
    std::ranges::copy_if(runs, std::back_inserter(result), [&](const store::RunInfo &other) {
        return other.id < run.id && other.kind == run.kind && isComplete(other) &&
               taskKey(other.params) == task;
    });
    std::ranges::sort(result, std::ranges::greater(), &store::RunInfo::id);
    return result;
}

std::vector<store::RunInfo> runsOfTask(std::span<const store::RunInfo> runs, const store::RunInfo &run)
{
    const QByteArray task = taskKey(run.params);
    std::vector<store::RunInfo> result;
    std::ranges::copy_if(runs, std::back_inserter(result), [&](const store::RunInfo &other) {
        return other.id == run.id ||
               (other.kind == run.kind && hasRows(other) && taskKey(other.params) == task);
    });
    std::ranges::sort(result, {}, &store::RunInfo::id);
    return result;
}

const table::Schema *comparedRows(QStringView kind)
{
    const table::Schema *rows = kind == runkind::Crawl ? &table::pageSchema() : rowsOf(kind);
    return rows && table::changeSchema(*rows) ? rows : nullptr;
}

Result<bool> isWhole(store::RowReader &reader, const store::RunInfo &run)
{
    if (!isComplete(run) || run.kind != runkind::Vacancies)
        return isComplete(run);
    const table::Condition unread{u"state"_s, table::FilterOp::OneOf, {u"failed"_s, u"waiting"_s}, false};
    const auto some = reader.firstIds({&table::listingSchema(), {run.id}, {{unread}}, {}}, 1);
    return some ? Result<bool>(some->empty()) : std::unexpected(some.error());
}

namespace {

Result<ComparedRuns> together(store::RowReader &reader, store::RunInfo older, store::RunInfo newer,
                              const table::Schema *rows)
{
    const auto isOlderWhole = isWhole(reader, older);
    const auto isNewerWhole = isWhole(reader, newer);
    if (!isOlderWhole || !isNewerWhole)
        return std::unexpected(isOlderWhole ? isNewerWhole.error() : isOlderWhole.error());
    return ComparedRuns{std::move(older), std::move(newer), rows, *isOlderWhole, *isNewerWhole};
}

} // namespace

Result<std::optional<ComparedRuns>> sinceLastTime(store::RowReader &reader, RunId newer)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto run = std::ranges::find(*runs, newer, &store::RunInfo::id);
    if (run == runs->end() || !fillsRows(*run, nullptr))
        return std::nullopt;
    for (const store::RunInfo &older : earlierRuns(*runs, *run)) {
        const auto whole = isWhole(reader, older);
        if (!whole)
            return std::unexpected(whole.error());
        if (!*whole)
            continue;
        auto both = together(reader, older, *run, comparedRows(run->kind));
        if (!both)
            return std::unexpected(both.error());
        return std::optional(std::move(*both));
    }
    return std::nullopt;
}

Result<ComparedRuns> chooseRuns(store::RowReader &reader, const QString &words, const table::Schema *rows)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const Chooser chooser(*runs, rows);
    QStringList parts;
    for (const QString &part : words.split(u',', Qt::SkipEmptyParts))
        parts.append(part.trimmed());
    if (parts.size() > 2 || (parts.size() == 1 && parts.front() != u"last"))
        return Chooser::refuse(
            say(QT_TRANSLATE_NOOP("linnet::session",
                                  "Give two runs as OLD,NEW, for example 1,2, or \"last\".")),
            words);
    std::optional<store::RunInfo> older;
    std::optional<store::RunInfo> newer;
    if (parts.size() == 2) {
        for (const auto &[part, run] : {std::pair(parts[0], &older), std::pair(parts[1], &newer)}) {
            if (part == u"last")
                continue;
            const auto named = chooser.named(part);
            if (!named)
                return std::unexpected(named.error());
            *run = *named;
        }
    }
    const auto lastOf = [&](const std::optional<store::RunInfo> &other) {
        return chooser.last(other ? other->kind : QString());
    };
    if (!newer)
        newer = lastOf(older);
    if (!newer)
        return Chooser::refuse(
            say(QT_TRANSLATE_NOOP("linnet::session", "The project has no run whose rows can be compared.")),
            {});
    if (!older && parts.size() == 2) {
        older = lastOf(newer);
    } else if (!older) {
        const auto baseline = chooser.baseline(reader, *newer);
        if (!baseline)
            return std::unexpected(baseline.error());
        older = *baseline;
    }
    if (older->kind != newer->kind)
        return Chooser::refuse(
            say(QT_TRANSLATE_NOOP("linnet::session",
                                  "Run %1 and run %2 are of different kinds; only runs of one kind can be "
                                  "compared."))
                .arg(QString::number(older->id), QString::number(newer->id)),
            {});
    const table::Schema *compared = rows ? rows : comparedRows(newer->kind);
    if (!compared || !table::changeSchema(*compared) || !fillsRows(*newer, compared) ||
        !fillsRows(*older, compared))
        return Chooser::refuse(
            say(QT_TRANSLATE_NOOP("linnet::session", "Run %1 has no rows that can be compared.")),
            QString::number(compared && fillsRows(*newer, compared) ? older->id : newer->id));
    return together(reader, std::move(*older), std::move(*newer), compared);
}

QStringList ComparedRuns::warnings() const
{
    QStringList result;
    if (older.id != newer.id && taskKey(older.params) != taskKey(newer.params)) {
        result.append(say(QT_TRANSLATE_NOOP("linnet::session",
                                            "Run %1 and run %2 did not ask for the same: what is new or "
                                            "missing may only not have been asked for."))
                          .arg(QString::number(older.id), QString::number(newer.id)));
    }
    if (!isNewerWhole) {
        result.append(say(QT_TRANSLATE_NOOP("linnet::session",
                                            "Run %1 did not come to its end: what is missing in it may only "
                                            "not have been read."))
                          .arg(newer.id));
    }
    if (!isOlderWhole) {
        result.append(say(QT_TRANSLATE_NOOP("linnet::session",
                                            "Run %1 did not come to its end: what is new after it may only "
                                            "not have been read then."))
                          .arg(older.id));
    }
    return result;
}

} // namespace linnet::session
