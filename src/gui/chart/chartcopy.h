// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "draw/chart/chart.h"
#include "draw/chart/chartstyle.h"

#include <QMimeData>

#include <memory>

namespace linnet::gui {

/// What a chart is on the clipboard. The picture and the data are two things to copy: a word processor that
/// is offered a table beside a picture takes the table.
class ChartCopy
{
public:
    /// As PNG and as SVG, black on white, `width` pixels wide. Reason::BadValue when no picture is so large.
    static Result<std::unique_ptr<QMimeData>> picture(const draw::Chart &chart, const draw::ChartStyle &style,
                                                      double width);
    /// As an HTML table and as tab-separated text; numbers without grouping.
    static std::unique_ptr<QMimeData> data(const draw::Chart &chart, const QLocale &locale);
};

} // namespace linnet::gui
