// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/report.h"

#include <QFont>

#include <stop_token>

namespace linnet::report {

/// The report as pages of A4, with texts as texts and charts as drawings. For any thread that may use fonts;
/// a QGuiApplication must exist. Cancelled soon after a stop is asked for.
Result<QByteArray> pdfReport(const Report &report, const QFont &font, const std::stop_token &stop);

} // namespace linnet::report
