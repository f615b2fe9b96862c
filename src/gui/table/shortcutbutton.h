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
    /// Hidden while it is of no use, or there is no condition.
    void setOffered(bool offered);
    /// What the rows say while the condition alone holds: how many pass it, and how many each stands for.
    QString said(qint64 shown, qint64 total) const;

private:
    models::FilterState &m_filter;
    FilterShortcut m_shortcut;
};

} // namespace linnet::gui
