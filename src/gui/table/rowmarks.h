// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/markedits.h"

#include <QObject>
#include <QPointer>

class QMenu;

namespace linnet::gui {

class ActionRegistry;
class MarkEditor;
class ResultsPane;

/// Stars, tags and notes in a table of results: the column of stars, the fields beside the details, menus and
/// keys.
class RowMarks : public QObject
{
    Q_OBJECT

public:
    /// The pane is the parent; its schema has marks. actions outlive it.
    RowMarks(ResultsPane &pane, models::MarkEdits &edits, ActionRegistry &actions);

    MarkEditor *editor() const { return m_editor; }
    void toggleStars(); ///< of the selected rows
    void openTags();    ///< of the selected rows

private:
    void provideActions();
    void addToMenu(QMenu *menu);
    void showKnown();
    void showMark(const table::Cells &cells);
    void focusNote();
    std::vector<qint64> chosen() const;
    table::Value cell(const table::Cells &cells, const table::Column &column) const;

    ResultsPane &m_pane;
    QPointer<models::MarkEdits> m_edits;
    ActionRegistry &m_actions;
    MarkEditor *m_editor;
};

} // namespace linnet::gui
