// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/table/resultstable.h"

#include <QToolButton>

namespace linnet::models {
class FilterState;
}

namespace linnet::gui {

/// Down while a condition is among those of the filter, whoever put it there.
class ShortcutButton : public QToolButton
{
    Q_OBJECT

public:
    /// filter outlives the button. Hidden when there is no condition.
    ShortcutButton(models::FilterState &filter, const FilterShortcut &shortcut, QWidget *parent);

    void setTexts(const FilterShortcut &shortcut);
    /// Rows that pass the filter, of all; negative = not known.
    void setCounts(qint64 shown, qint64 total);

private:
    void refresh();

    models::FilterState &m_filter;
    FilterShortcut m_shortcut;
    qint64 m_shown = -1;
    qint64 m_total = -1;
};

} // namespace linnet::gui
