// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportfile.h"

#include "exports/file/atomicfile.h"
#include "exports/file/exportpath.h"
#include "exports/file/fileerror.h"
#include "report/htmlreport.h"
#include "report/pdfreport.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>

#include <cerrno>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> writeTo(const QString &path, const QByteArray &bytes, const QString &named)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return std::unexpected(exports::fileError(named, file.errorString(), errno));
    return {};
}

} // namespace

std::optional<ReportFormat> formatOfPath(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "html"_L1 || ending == "htm"_L1)
        return ReportFormat::Html;
    if (ending == "pdf"_L1)
        return ReportFormat::Pdf;
    return {};
}

Result<void> checkFonts()
{
    if (!QFontDatabase::families().isEmpty())
        return {};
    return fail(Reason::Io, QCoreApplication::translate("linnet::report::ReportFile",
                                                        "this computer has no fonts to write a report with; "
                                                        "install some, for example DejaVu"));
}

Result<QByteArray> reportBytes(const Report &report, ReportFormat format, const QFont &font,
                               const std::stop_token &stop)
{
    auto bytes = format == ReportFormat::Html ? Result<QByteArray>(htmlReport(report, font))
                                              : pdfReport(report, font, stop);
    if (stop.stop_requested())
        return fail(Reason::Cancelled);
    return bytes;
}

Result<void> saveReport(const QByteArray &bytes, const QString &path)
{
    if (exports::isSpecialFile(path))
        return writeTo(path, bytes, path);
    exports::AtomicFile file(path);
    if (const Result<void> written = writeTo(file.temporaryPath(), bytes, path); !written)
        return written;
    return file.commit();
}

} // namespace linnet::report
