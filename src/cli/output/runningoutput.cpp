// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/runningoutput.h"

#include "cli/process/interruptwatcher.h"
#include "exports/file/exportpath.h"
#include "exports/file/runningfile.h"
#include "exports/job/growingexport.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Begin = 2s;
constexpr auto Every = 500ms;
/// A piece waits so many times as long as the one before it took: the run has the rest of the computer.
constexpr int Rest = 10;

bool isStream(const OutputOptions &options)
{
    return options.path == u"-";
}

} // namespace

/// What the pieces are written with, one after the other, by whichever thread has its turn.
class RunningOutput::Work
{
public:
    Work(const OutputOptions &options, const QString &project, store::RowQuery query)
        : m_query(std::move(query))
    {
        m_spec.projectPath = project;
        m_spec.schema = m_query.schema;
        m_spec.columns = options.columns;
        m_spec.runs = m_query.runs;
        m_spec.format = options.format;
        m_spec.path = options.path;
    }

    bool hasBegun() const { return m_export != nullptr; }

    Result<void> append()
    {
        if (!m_export) {
            if (const Result<void> begun = begin(); !begun)
                return begun;
        }
        return m_export->append();
    }

    Result<std::optional<exports::ExportReport>> end()
    {
        // After an interrupt that ended the run its rows are saved all the same.
        exports::PumpHooks hooks;
        hooks.isCancelled = [saving = InterruptWatcher::isInterrupted()] {
            return !saving && InterruptWatcher::isInterrupted();
        };
        auto report = m_export->end(hooks);
        if (!report || !*report || !m_file)
            return report;
        if (const Result<void> committed = m_file->commit(); !committed)
            return std::unexpected(committed.error());
        return report;
    }

    /// Before the file is written in another way, room for it is made.
    void removeFile() { m_file.reset(); }

private:
    Result<void> begin()
    {
        if (m_spec.path == u"-") {
            if (!m_stream.open(stdout, QIODevice::WriteOnly))
                return fail(Reason::Io, m_stream.errorString());
        } else {
            auto file = exports::RunningFile::create(m_spec.path);
            if (!file)
                return std::unexpected(file.error());
            m_file = *std::move(file);
        }
        m_export =
            std::make_unique<exports::GrowingExport>(m_spec, m_query, m_file ? m_file->device() : m_stream);
        return {};
    }

    exports::ExportSpec m_spec;
    store::RowQuery m_query;
    QFile m_stream;
    std::unique_ptr<exports::RunningFile> m_file; ///< null: standard output
    std::unique_ptr<exports::GrowingExport> m_export;
};

bool RunningOutput::isPossible(const OutputOptions &options)
{
    return !options.path.isEmpty() && options.format->sink && !exports::isSpecialFile(options.path);
}

RunningOutput::RunningOutput(const OutputOptions &options, store::Project &project, store::RowQuery query,
                             Console &console)
    : m_options(options)
    , m_console(console)
    , m_isFinal(exports::areFinal(*query.schema, options.columns) && query.filter.conditions.isEmpty())
    , m_work(std::make_shared<Work>(options, project.path(), std::move(query)))
{
    m_pool.setMaxThreadCount(1);
    if (isStream(options) && !m_isFinal)
        return;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RunningOutput::tick);
    connect(&m_piece, &QFutureWatcherBase::finished, this, &RunningOutput::onPiece);
    connect(&project.writer(), &store::Writer::committed, this, [this] { m_hasNews = true; });
    m_timer.start(Begin);
}

RunningOutput::~RunningOutput()
{
    m_piece.waitForFinished();
}

void RunningOutput::tick()
{
    if (!m_hasNews) {
        m_timer.start(Every);
        return;
    }
    m_hasNews = false;
    m_pieceTime.start();
    m_piece.setFuture(QtConcurrent::run(&m_pool, [work = m_work] { return work->append(); }));
}

void RunningOutput::onPiece()
{
    const Result<void> written = m_piece.result();
    if (written && !m_isOver)
        m_timer.start(std::max<std::chrono::milliseconds>(Every, Rest * 1ms * m_pieceTime.elapsed()));
    if (written || m_error)
        return;
    m_error = written.error();
    if (!isStream(m_options))
        m_console.complain(*m_error, tr("the rows are only written at the end"));
    m_work->removeFile();
}

Result<std::optional<qint64>> RunningOutput::end()
{
    m_isOver = true;
    m_timer.stop();
    m_piece.waitForFinished();
    if (m_piece.isFinished() && m_piece.future().resultCount() > 0)
        onPiece();
    // What went to standard output cannot be written once more.
    if (m_error && isStream(m_options))
        return std::unexpected(*m_error);
    if (m_error || !m_isFinal || !m_work->hasBegun())
        return std::nullopt;
    const auto report = m_work->end();
    if (!report && (isStream(m_options) || report.error().reason == Reason::Cancelled))
        return std::unexpected(report.error());
    if (!report) {
        m_work->removeFile();
        return std::nullopt;
    }
    if (!*report && isStream(m_options))
        return fail(Reason::Storage, u"rows were removed while they were written"_s);
    if (!*report)
        return std::nullopt;
    for (const QString &notice : (*report)->notices)
        m_console.say(notice);
    return (*report)->rows;
}

} // namespace linnet::cli
