// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::session {
class ProjectSlot;
}

namespace linnet::gui {

/// Why nothing can be changed in the open project, and what to do, for tooltips and messages; "" when it can
/// be written or none is open.
QString whyReadOnly(const session::ProjectSlot &slot);

} // namespace linnet::gui
