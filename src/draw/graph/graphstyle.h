// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/graph/graphpicture.h"
#include "draw/palette.h"

#include <QFont>

namespace linnet::draw {

/// How a graph looks: the same picture goes light, dark or on paper.
struct GraphStyle
{
    Palette colors = Palette::light();
    QFont font;

    QColor ink(quint8 number) const; ///< one of GraphPicture::Ink
    QColor link() const { return mixed(colors.muted, colors.base, 0.1); }
};

} // namespace linnet::draw
