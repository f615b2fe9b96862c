// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/icons.h"
#include "gui/widgets/retranslate.h"

#include <QAction>
#include <QLineEdit>

namespace linnet::gui {

/// Marks a field, whose accessible name is set, as one to search in. Screen readers call the mark as the
/// field.
inline void addSearchIcon(QLineEdit &field)
{
    QAction *icon =
        field.addAction(lineIcon(QLatin1StringView("search"), IconTint::Muted), QLineEdit::LeadingPosition);
    keepTranslated(&field, [&field, icon] { icon->setText(field.accessibleName()); });
}

} // namespace linnet::gui
