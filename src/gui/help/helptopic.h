// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace linnet::gui {

/// The topic of help that fits a widget, as "page" or "page#heading": that of itself or of its nearest
/// ancestor, also beyond its window, that has one; "" when none has.
QString helpTopic(const QWidget *widget);

/// That of a class by its name without namespaces; "" when it has none of its own.
QString helpTopicOfClass(const QString &name);

} // namespace linnet::gui
