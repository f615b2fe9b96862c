// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/graph/graphview.h"

#include <QColor>
#include <QImage>

#include <stop_token>

namespace linnet::draw {

/// All links of a picture as one image, darker where more of them pass: a counter for each pixel, which
/// becomes opacity at the end, so that a million links are drawn in a fraction of a second. ratio: pixels of
/// the image to those of the view. A null image after a stop was requested. Any thread.
QImage linkRaster(const GraphPicture &picture, const GraphView &view, double ratio, const QColor &ink,
                  const std::stop_token &stop = {});

} // namespace linnet::draw
