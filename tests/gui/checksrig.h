// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/checks/checkspage.h"
#include "windowrig.h"

namespace linnet::test {

/// An empty page of checks in front.
inline gui::ChecksPage &newChecksPage(WindowRig &rig)
{
    rig.window().workspace().newTask(QStringLiteral("checks"));
    return *qobject_cast<gui::ChecksPage *>(rig.window().workspace().task(QStringLiteral("checks")));
}

/// Fills it with a list that is asked without delay.
inline void typeAddresses(gui::ChecksPage &page, const QStringList &lines)
{
    gui::ChecksValues values = page.values();
    values.text = lines.join(u'\n');
    values.delay = std::chrono::milliseconds(0);
    page.setValues(values);
}

} // namespace linnet::test
