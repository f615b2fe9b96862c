// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportjob.h"

#include "exports/file/atomicfile.h"
#include "exports/file/exportpath.h"
#include "exports/file/fileerror.h"
#include "exports/graph/dotwriter.h"
#include "exports/graph/gexfwriter.h"
#include "exports/graph/graphmlwriter.h"
#include "exports/graph/graphpump.h"
#include "exports/sitemap/sitemapexport.h"
#include "exports/table/csvwriter.h"
#include "exports/table/harwriter.h"
#include "exports/table/jsonwriter.h"
#include "exports/table/rowpump.h"
#include "exports/table/xlsxwriter.h"

#include <QBuffer>
#include <QFile>
#include <QSaveFile>
#include <QThreadPool>

#include <atomic>
#include <cerrno>
#include <mutex>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The sink of a table's text format; null for all others.
std::unique_ptr<RowSink> textSink(const ExportSpec &spec, QIODevice &device)
{
    switch (spec.format) {
    case Format::Csv:
    case Format::Tsv:
        return std::make_unique<CsvWriter>(device, CsvStyle::of(spec.format, spec.dialect));
    case Format::Json:
        return std::make_unique<JsonWriter>(device, JsonWriter::Layout::Array);
    case Format::JsonLines:
        return std::make_unique<JsonWriter>(device, JsonWriter::Layout::Lines);
    case Format::Har:
        return std::make_unique<HarWriter>(device);
    case Format::Xlsx:
    case Format::Gexf:
    case Format::GraphMl:
    case Format::Dot:
    case Format::Sitemap:
        return nullptr;
    }
    Q_UNREACHABLE();
}

/// The sink of a graph format; null for all others.
std::unique_ptr<GraphSink> graphSink(Format format, QIODevice &device)
{
    switch (format) {
    case Format::Gexf:
        return std::make_unique<GexfWriter>(device);
    case Format::GraphMl:
        return std::make_unique<GraphMlWriter>(device);
    case Format::Dot:
        return std::make_unique<DotWriter>(device);
    default:
        return nullptr;
    }
}

Result<ExportReport> toDevice(const ExportSpec &spec, QIODevice &device, const PumpHooks &hooks,
                              qint64 limit = -1)
{
    if (spec.format == Format::Sitemap)
        return writeSitemap(spec, device, hooks, limit);
    if (const std::unique_ptr<GraphSink> graph = graphSink(spec.format, device))
        return pumpGraph(spec, *graph, hooks, limit);
    const std::unique_ptr<RowSink> sink = textSink(spec, device);
    if (!sink)
        return fail(Reason::BadValue, u"a workbook (xlsx) needs a file of its own"_s);
    return pumpRows(spec, *sink, hooks, limit);
}

Result<ExportReport> toWorkbook(const ExportSpec &spec, const PumpHooks &hooks)
{
    AtomicFile file(spec.path);
    XlsxWriter sink(file.temporaryPath(), {.sheetName = QString(spec.schema->key), .about = spec.about});
    Result<ExportReport> report = pumpRows(spec, sink, hooks);
    if (!report)
        return report;
    if (const Result<void> committed = file.commit(); !committed)
        return std::unexpected(committed.error());
    return report;
}

/// A pipe or device: written straight.
Result<ExportReport> toSpecialFile(const ExportSpec &spec, const PumpHooks &hooks)
{
    QFile file(spec.path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(deviceError(file, errno));
    return toDevice(spec, file, hooks);
}

Result<ExportReport> toTextFile(const ExportSpec &spec, const PumpHooks &hooks)
{
    QSaveFile file(spec.path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(deviceError(file, errno));
    Result<ExportReport> report = toDevice(spec, file, hooks);
    if (!report)
        return report;
    errno = 0;
    if (!file.commit())
        return std::unexpected(deviceError(file, errno));
    return report;
}

Result<ExportReport> toFile(const ExportSpec &spec, const PumpHooks &hooks)
{
    if (!spec.schema)
        return fail(Reason::BadValue, u"no table to export"_s);
    if (const Result<void> fits = checkTable(spec.format, *spec.schema); !fits)
        return std::unexpected(fits.error());
    if (const Result<void> writable = checkWritable(spec.path); !writable)
        return std::unexpected(writable.error());
    if (spec.format == Format::Xlsx && !isSpecialFile(spec.path))
        return toWorkbook(spec, hooks);
    if (spec.format == Format::Sitemap && !isSpecialFile(spec.path))
        return writeSitemap(spec, hooks);
    return isSpecialFile(spec.path) ? toSpecialFile(spec, hooks) : toTextFile(spec, hooks);
}

} // namespace

/// What a job and its thread have in common; the thread may outlive the job, which it then finds gone.
class ExportJob::Shared
{
public:
    Shared(ExportSpec exportSpec, ExportJob *owner)
        : spec(std::move(exportSpec))
        , job(owner)
    {
    }

    /// Calls `function` with the job, in the job's thread, if it still lives then.
    template <typename Function> void post(Function function)
    {
        const std::scoped_lock lock(mutex);
        if (job)
            QMetaObject::invokeMethod(
                job, [target = job, function] { function(*target); }, Qt::QueuedConnection);
    }

    PumpHooks hooks(std::function<void(qint64, qint64)> progressed)
    {
        return {[this] { return cancelled.load(); }, std::move(progressed)};
    }

    const ExportSpec spec;
    std::atomic<bool> cancelled = false;
    std::mutex mutex;
    ExportJob *job; ///< null when it is gone
};

ExportJob::ExportJob(ExportSpec spec, QObject *parent)
    : QObject(parent)
    , d(std::make_shared<Shared>(std::move(spec), this))
{
}

ExportJob::~ExportJob()
{
    cancel();
    const std::scoped_lock lock(d->mutex);
    d->job = nullptr;
}

void ExportJob::start(QThreadPool *pool)
{
    const auto work = [shared = d] {
        const auto tell = [&shared](qint64 rows, qint64 total) {
            shared->post([rows, total](ExportJob &job) { Q_EMIT job.progressed(rows, total); });
        };
        const Result<ExportReport> result = toFile(shared->spec, shared->hooks(tell));
        shared->post([result](ExportJob &job) { Q_EMIT job.done(result); });
    };
    (pool ? pool : QThreadPool::globalInstance())->start(work);
}

void ExportJob::cancel()
{
    d->cancelled = true;
}

Result<ExportReport> ExportJob::run()
{
    return toFile(d->spec, d->hooks([this](qint64 rows, qint64 total) { Q_EMIT progressed(rows, total); }));
}

Result<ExportReport> ExportJob::writeTo(QIODevice &device)
{
    return toDevice(d->spec, device,
                    d->hooks([this](qint64 rows, qint64 total) { Q_EMIT progressed(rows, total); }));
}

Result<QByteArray> ExportJob::preview(const ExportSpec &spec, int rows)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Result<ExportReport> report = toDevice(spec, buffer, {}, rows);
    if (!report)
        return std::unexpected(report.error());
    return buffer.data();
}

} // namespace linnet::exports
