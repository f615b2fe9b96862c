// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace linnet::gui {

/// Calls `say` each time the program's language has changed while the widget lives. Where several are given
/// they are called in their order, after the widget's own changeEvent().
void onLanguageChange(QWidget *widget, std::function<void()> say);

/// The same, and at once: for texts that are made in code, `keepTranslated(this, [this] { setText(tr("…"));
/// })`.
void keepTranslated(QWidget *widget, std::function<void()> say);

} // namespace linnet::gui
