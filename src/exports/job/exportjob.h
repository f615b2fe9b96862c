// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exports/exportspec.h"

#include <QObject>

#include <functional>
#include <memory>

class QIODevice;
class QThreadPool;

namespace linnet::exports {

/// Writes rows of a project to a file, a page at a time: memory does not grow with the rows. run() works in
/// the calling thread (command line, heavy pool); start() in the heavy pool with signals. Destroying a job
/// that start() began cancels it; it ends by itself and leaves no file.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(ExportSpec spec, QObject *parent = nullptr);
    ~ExportJob() override;

    /// In a thread of `pool`, which must outlive the program's last export; null = Qt's own pool. done()
    /// comes once.
    void start(QThreadPool *pool = nullptr);
    void cancel(); ///< any thread; ends with Reason::Cancelled and leaves no file
    /// A further reason to cancel, asked in the thread that writes; set before it begins.
    void cancelWhen(std::function<bool()> isCancelled);
    Result<ExportReport> run();
    /// Like run(), but to an open device (standard output); Reason::BadValue for a format that needs a file,
    /// such as XLSX.
    Result<ExportReport> writeTo(QIODevice &device);

    /// The first bytes of the file that run() would write, for the dialog's preview: the header and at most
    /// `rows` rows. Reason::BadValue for XLSX, which has no readable bytes.
    static Result<QByteArray> preview(const ExportSpec &spec, int rows);

Q_SIGNALS:
    void progressed(qint64 rows, qint64 total); ///< at most 20 a second, and once when all is written
    void done(const linnet::Result<linnet::exports::ExportReport> &result);

private:
    class Shared;
    std::shared_ptr<Shared> d;
};

} // namespace linnet::exports
