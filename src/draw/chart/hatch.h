// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

namespace linnet::draw {

/// Lines over an area that tell series apart without colour: none for the first one, then other directions
/// for each up to the sixth. They are cut by calculation, since SVG files of Qt know no clipping and no
/// patterned brushes.
QPainterPath hatch(const QRectF &area, int series, double distance);

} // namespace linnet::draw
