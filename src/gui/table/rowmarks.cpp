// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/rowmarks.h"

#include "gui/choice/tagsdialog.h"
#include "gui/table/detailpane.h"
#include "gui/table/markeditor.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/actionregistry.h"
#include "table/markcolumns.h"

#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

RowMarks::RowMarks(ResultsPane &pane, models::MarkEdits &edits, ActionRegistry &actions)
    : QObject(&pane)
    , m_pane(pane)
    , m_edits(&edits)
    , m_actions(actions)
    , m_editor(new MarkEditor(pane.details()))
{
    pane.details()->setSide(m_editor);
    provideActions();
    connect(&edits, &models::MarkEdits::known, this, &RowMarks::showKnown);
    connect(pane.details(), &DetailPane::rowShown, this, &RowMarks::showMark);
    connect(&pane, &ResultsPane::cellMenuOpening, this, &RowMarks::addToMenu);
    connect(m_editor, &MarkEditor::starToggled, this, [this](qint64 id) {
        if (m_edits)
            m_edits->toggleStar(m_pane.schema(), {id});
    });
    connect(m_editor, &MarkEditor::edited, this,
            [this](qint64 id, const store::MarkEdit &edit, const QString &text) {
                if (m_edits)
                    m_edits->change(m_pane.schema(), {id}, edit, text);
            });
    connect(pane.table(), &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        const table::Column &column = m_pane.schema().columns[size_t(index.column())];
        if (m_edits && column.key == table::StarredColumn.key &&
            QGuiApplication::keyboardModifiers() == Qt::NoModifier)
            m_edits->toggleStar(m_pane.schema(), {m_pane.model().idAt(index.row())});
    });
    showKnown();
}

void RowMarks::provideActions()
{
    const auto hasRow = [this] { return m_pane.table()->currentId() > 0; };
    m_actions.provide(
        u"row.star"_s, &m_pane,
        {[this] { toggleStars(); }, [this, hasRow] { return hasRow() && m_pane.table()->hasFocus(); }, {}});
    m_actions.provide(u"row.tags"_s, &m_pane, {[this] { openTags(); }, hasRow, {}});
    m_actions.provide(u"row.note"_s, &m_pane, {[this] { focusNote(); }, hasRow, {}});
}

void RowMarks::addToMenu(QMenu *menu)
{
    menu->addSeparator();
    const QList<QAction *> own{
        menu->addAction(tr("Star, or remove the star"), QKeySequence(u"*"_s), this, &RowMarks::toggleStars),
        menu->addAction(tr("Tags…"), QKeySequence(Qt::CTRL | Qt::Key_T), this, &RowMarks::openTags),
        menu->addAction(tr("Note…"), QKeySequence(Qt::CTRL | Qt::Key_M), this, &RowMarks::focusNote)};
    const QString why = m_actions.whyNot(u"row.note"_s);
    menu->setToolTipsVisible(menu->toolTipsVisible() || !why.isEmpty());
    for (QAction *action : own) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
    }
}

void RowMarks::showKnown()
{
    if (!m_edits)
        return;
    m_pane.columns().setMarksInUse(m_edits->isInUse(m_pane.schema()));
    m_pane.facetModel().rowsChanged();
    m_editor->setKnownTags(m_edits->tags());
}

table::Value RowMarks::cell(const table::Cells &cells, const table::Column &column) const
{
    return cells[size_t(m_pane.schema().indexOf(QString(column.key)).value_or(0))];
}

void RowMarks::showMark(const table::Cells &cells)
{
    m_editor->setForbidden(m_actions.whyNot(u"row.note"_s));
    if (cells.empty()) {
        m_editor->setMark(0, {});
        return;
    }
    store::Mark mark;
    mark.starred = cell(cells, table::StarredColumn) == table::Value(true);
    mark.tags = table::toText(cell(cells, table::TagsColumn)).split(u';', Qt::SkipEmptyParts);
    mark.note = table::toText(cell(cells, table::NoteColumn));
    m_editor->setMark(m_pane.table()->currentId(), mark);
}

std::vector<qint64> RowMarks::chosen() const
{
    std::vector<qint64> ids = m_pane.table()->selectedIds();
    if (ids.empty() && m_pane.table()->currentId() > 0)
        ids.push_back(m_pane.table()->currentId());
    return ids;
}

void RowMarks::toggleStars()
{
    if (m_edits)
        m_edits->toggleStar(m_pane.schema(), chosen());
}

void RowMarks::openTags()
{
    if (!m_edits)
        return;
    const std::vector<qint64> rows = chosen();
    m_edits->read(m_pane.schema(), rows, this, [this, rows](const models::MarkEdits::Marks &marks) {
        if (!m_edits)
            return;
        QHash<QString, qint64> counts;
        for (const store::Mark &mark : marks) {
            for (const QString &tag : mark.tags)
                ++counts[tag];
        }
        auto *dialog = new TagsDialog(m_edits->tags(), counts, qint64(marks.size()), &m_pane);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, rows] {
            if (m_edits)
                m_edits->change(m_pane.schema(), rows,
                                {.starred = {},
                                 .tagsToAdd = dialog->added(),
                                 .tagsToRemove = dialog->removed(),
                                 .note = {}},
                                tr("Change the tags"));
        });
        dialog->open();
    });
}

void RowMarks::focusNote()
{
    if (!m_pane.areDetailsShown())
        m_pane.setDetailsShown(true);
    m_editor->focusNote();
}

} // namespace linnet::gui
