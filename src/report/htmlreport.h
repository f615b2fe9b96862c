// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QFont>

namespace linnet::report {

/// The report as one page of HTML that is also well-formed XML: no script, nothing from elsewhere, links to
/// http and https only, which its own policy (CSP) says, too. UTF-8. For any thread that may use fonts; a
/// QGuiApplication must exist. The font is that of the charts.
QByteArray htmlReport(const Report &report, const QFont &font);

} // namespace linnet::report
