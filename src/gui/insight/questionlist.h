// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "models/insight/ownquestion.h"

#include <QWidget>

class QAction;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QToolButton;

namespace linnet::gui {

/// The questions that can be asked of a table: those that are ready, below them one's own, which are made,
/// renamed, changed and deleted here, with undo.
class QuestionList : public QWidget
{
    Q_OBJECT

public:
    QuestionList(const Services &services, const table::Schema &schema, QWidget *parent = nullptr);

    QListWidget &list() const { return *m_list; }
    QPushButton &newButton() const { return *m_new; }
    const models::InsightQuestion *current() const; ///< null = none
    const QList<models::InsightQuestion> &all() const { return m_asked; }
    void retranslate();

    void makeNew();
    void change(); ///< the current one, which is one's own; as what follows
    void rename();
    void remove();

Q_SIGNALS:
    void chosen(); ///< another question is current, or the current one is another

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const table::Schema &schema() const; ///< with the columns of tables of the user's
    void fill();
    void updateControls();
    void edit(const models::OwnQuestion &question);
    void takeName(QListWidgetItem *item);
    void keep(const std::vector<models::OwnQuestion> &questions, const QString &said);
    std::vector<models::OwnQuestion> own() const;
    const models::OwnQuestion *currentOwn(const std::vector<models::OwnQuestion> &questions) const;
    void select(const QString &key);

    Services m_services;
    const table::Schema &m_schema;
    QList<models::InsightQuestion> m_asked;
    QListWidget *m_list;
    QPushButton *m_new;
    QToolButton *m_more;
    QAction *m_rename;
    QAction *m_change;
    QAction *m_delete;
    QString m_wanted; ///< key of a question that is about to be there
};

} // namespace linnet::gui
