// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "models/crawl/auditrulemodel.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QLineEdit;
class QPushButton;
class QTextEdit;
class QTreeView;

namespace linnet::gui {

class Banner;
class RuleFields;

/// The rules of the audit, group by group, with what each means beside them: turned on and off, given other
/// levels and numbers, joined by rules of one's own; kept in the project, with undo.
class AuditRulesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Of the open project. Accepting writes what was changed.
    explicit AuditRulesDialog(const Services &services, QWidget *parent = nullptr);

    models::AuditRuleModel &model() { return m_model; }
    QTreeView &tree() const { return *m_tree; }
    QLineEdit &search() const { return *m_search; }
    QString said() const; ///< what the line above the rules says
    /// Makes the rule with this id the chosen one; "" = the first.
    void choose(const QString &id);
    /// Rules of a file take the place of these. What is wrong with it, "" = nothing.
    QString readFile(const QString &path);
    /// What is wrong with it, "" = nothing.
    QString save(const QString &path);

public Q_SLOTS:
    void accept() override;

private:
    QWidget *makeRules();
    QWidget *makeText();
    QWidget *makeButtons();
    QWidget *makeEnd();
    const audit::AuditRule *chosen() const;
    void change(models::AuditRuleModel::Column column, const QVariant &value, int role);
    void showChosen();
    void editOwn(const audit::AuditRule &rule, bool isNew);
    void addOwn();
    void restoreChosen();
    void askOpen();
    void askSave();
    void sayProblems(const QStringList &problems);

    Services m_services;
    QString m_before; ///< the memo
    QString m_shown;  ///< of the chosen rule
    models::AuditRuleModel m_model;
    QSortFilterProxyModel m_found;
    Banner *m_said;
    QLineEdit *m_search;
    QTreeView *m_tree;
    QTextEdit *m_text;
    RuleFields *m_fields;
    QPushButton *m_edit;
    QPushButton *m_restore;
};

} // namespace linnet::gui
