// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/report.h"

#include <QFont>

#include <optional>
#include <stop_token>

namespace linnet::report {

/// The kinds of files that a report can be.
enum class ReportFormat : quint8
{
    Html,
    Pdf,
};

/// By the ending of a path, case ignored: .html, .htm, .pdf.
std::optional<ReportFormat> formatOfPath(const QString &path);

/// Io with a sentence for people when this computer has no font to write with.
Result<void> checkFonts();

/// The whole file. For any thread that may use fonts; a QGuiApplication must exist. Cancelled soon after a
/// stop is asked for.
Result<QByteArray> reportBytes(const Report &report, ReportFormat format, const QFont &font,
                               const std::stop_token &stop);

/// Replaces the file as a whole or not at all. Io or DiskFull with the path and what the system says.
Result<void> saveReport(const QByteArray &bytes, const QString &path);

} // namespace linnet::report
