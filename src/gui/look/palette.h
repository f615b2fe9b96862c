// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/palette.h"

/// The window's colours are those of what is drawn without it.
namespace linnet::gui {

using draw::contrast;
using draw::mixed;
using draw::Palette;

} // namespace linnet::gui
