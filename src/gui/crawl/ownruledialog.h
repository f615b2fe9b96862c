// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/rules/ruleset.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace linnet::gui {

/// One rule of one's own: its filter is read while it is typed, and what is wrong with it stands below.
class OwnRuleDialog : public QDialog
{
    Q_OBJECT

public:
    /// rule: as it is at first. others: the rules that it joins, or stands among.
    OwnRuleDialog(const audit::RuleSet &others, const audit::AuditRule &rule, bool isNew,
                  QWidget *parent = nullptr);

    audit::AuditRule rule() const; ///< as it stands in the form
    QString fault() const;         ///< the first thing that is wrong, "" = nothing

private:
    void fill();
    void fillColumns();
    void insertColumn(int place);
    audit::BaseSet set() const;
    void check();

    const audit::RuleSet &m_others;
    audit::AuditRule m_rule;
    QLineEdit *m_what;
    QComboBox *m_level;
    QComboBox *m_set;
    QPlainTextEdit *m_filter;
    QComboBox *m_columns;
    QLabel *m_verdict;
    QLineEdit *m_number;
    QPlainTextEdit *m_why;
    QPlainTextEdit *m_fix;
    QLineEdit *m_id;
    QPushButton *m_keep;
};

} // namespace linnet::gui
