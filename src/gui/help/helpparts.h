// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::gui {

class ActionRegistry;

/// The columns of a table as Markdown: the titles of the window, the names in files, what the tooltips say
/// and the words that cells may hold. "" for a table that is not known.
QString helpColumns(const QString &schemaKey);

/// Where this computer keeps what belongs to no project, as Markdown.
QString helpFolders();

/// All actions that have a key, by menus, as Markdown.
QString helpKeys(const ActionRegistry &actions);

} // namespace linnet::gui
