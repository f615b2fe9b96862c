// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"
#include "draw/chart/chartstyle.h"

namespace linnet::report {

/// A chart as an svg element to stand in a page: without its title, which stands above it, but with it and a
/// description for who cannot see it. The ids in it begin with `id`, which is made of latin letters and
/// digits. For any thread that may use fonts.
QString inlineSvg(const draw::Chart &chart, const QString &description, const draw::ChartStyle &style,
                  double width, const QString &id);

/// Rules of CSS, one a line, that give the colours of such charts in the light style those of the dark one.
QString darkColorRules(const draw::ChartStyle &light, const draw::ChartStyle &dark);

/// For an element or an attribute; what no XML can hold becomes U+FFFD.
QString htmlText(const QString &text);

} // namespace linnet::report
