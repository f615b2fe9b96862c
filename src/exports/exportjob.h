// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "store/rowquery.h"

#include <QObject>
#include <QPair>
#include <QStringList>

#include <memory>

namespace linnet::exports {

/// What to write and where.
struct ExportSpec
{
    QString projectPath;
    const table::Schema *schema = nullptr;
    store::IdVectorPtr ids; ///< the rows, in this order: the view's own vector
    QList<int> columns;     ///< indexes into the schema, in this order; empty = all
    Format format = Format::Csv;
    CsvDialect dialect = CsvDialect::Standard;
    QString path;                   ///< replaced atomically
    bool replaceLineBreaks = false; ///< line breaks inside cells become blanks
    QList<QPair<QString, QString>>
        about; ///< lines of the sheet "About this data": query, counts, terms of the source
};

/// How it went.
struct ExportReport
{
    qint64 rows = 0;
    qint64 bytes = 0;
    QStringList notices; ///< translated: cells cut at Excel's limit, rows continued on another sheet
    bool operator==(const ExportReport &) const = default;
};

/// Writes rows of a project to a file, a page at a time: memory does not grow with the rows. run() works in
/// the calling thread (command line, heavy pool); start() in the heavy pool with signals.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(ExportSpec spec, QObject *parent = nullptr);
    ~ExportJob() override;

    void start();
    void cancel(); ///< any thread; ends with Reason::Cancelled and leaves no file
    Result<ExportReport> run();

    /// The first bytes of the file that run() would write (text formats), for the dialog's preview. At most
    /// `rows` rows.
    static Result<QByteArray> preview(const ExportSpec &spec, int rows);

Q_SIGNALS:
    void progressed(qint64 rows, qint64 total);
    void done(const linnet::Result<linnet::exports::ExportReport> &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::exports
