// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/job/exportjob.h"

#include "exports/file/exportpath.h"
#include "exports/file/fileerror.h"
#include "exports/file/specialfile.h"
#include "exports/job/datapackage.h"
#include "exports/job/exportformats.h"

#include <QBuffer>
#include <QFile>
#include <QSaveFile>
#include <QThreadPool>

#include <cerrno>
#include <mutex>
#include <stop_token>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<ExportReport> toDevice(const ExportSpec &spec, QIODevice &device, const PumpHooks &hooks,
                              qint64 limit = -1)
{
    if (!spec.schema || !spec.format)
        return fail(Reason::BadValue, u"nothing to export"_s);
    if (!spec.format->write)
        return fail(Reason::BadValue, spec.format->ending + ": needs a file of its own"_L1);
    return spec.format->write(spec, device, hooks, limit);
}

/// A pipe or device: written straight.
Result<ExportReport> toSpecialFile(const ExportSpec &spec, const PumpHooks &hooks)
{
    QFile file(spec.path);
    if (const Result<void> opened = openSpecialFile(file, hooks.isCancelled); !opened)
        return std::unexpected(opened.error());
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
    if (!spec.schema || !spec.format)
        return fail(Reason::BadValue, u"nothing to export"_s);
    if (const Result<void> fits = checkTable(*spec.format, *spec.schema); !fits)
        return std::unexpected(fits.error());
    if (const Result<void> writable = checkWritable(spec.path); !writable)
        return std::unexpected(writable.error());
    const bool isPackaged = spec.package && spec.format->style;
    if (spec.package && (!isPackaged || isSpecialFile(spec.path)))
        return fail(Reason::BadValue, u"a data package needs a file of text with separators"_s);
    if (isPackaged) {
        if (const Result<void> writable = checkWritable(dataPackagePath(spec.path)); !writable)
            return std::unexpected(writable.error());
    }
    if (isSpecialFile(spec.path))
        return toSpecialFile(spec, hooks);
    auto report = spec.format->file ? spec.format->file(spec, hooks) : toTextFile(spec, hooks);
    if (!report || !isPackaged)
        return report;
    if (const Result<void> packaged = writeDataPackage(spec, report->bytes); !packaged)
        return std::unexpected(packaged.error());
    return report;
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
        return {[this] { return stop.stop_requested() || (cancelWhen && cancelWhen()); },
                std::move(progressed), stop.get_token()};
    }

    const ExportSpec spec;
    std::stop_source stop;
    std::function<bool()> cancelWhen;
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
    d->stop.request_stop();
}

void ExportJob::cancelWhen(std::function<bool()> isCancelled)
{
    d->cancelWhen = std::move(isCancelled);
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
