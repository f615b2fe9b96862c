// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/readonlywords.h"

#include "session/projectslot.h"

#include <QCoreApplication>

namespace linnet::gui {

QString whyReadOnly(const session::ProjectSlot &slot)
{
    if (!slot.isReadOnly())
        return {};
    if (slot.whyReadOnly() == Reason::Locked)
        return QCoreApplication::translate("linnet::gui::ReadOnly",
                                           "This project is open in another Linnet, so it can only be read "
                                           "here. Save it under another name to work with a copy.");
    return QCoreApplication::translate("linnet::gui::ReadOnly",
                                       "This project cannot be written where it is, so it can only be read. "
                                       "Save it elsewhere to work with a copy.");
}

} // namespace linnet::gui
