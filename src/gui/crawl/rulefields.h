// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditrule.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace linnet::gui {

/// What can be changed of one rule, as fields: the same as in its line of the table, for keyboards and screen
/// readers.
class RuleFields : public QWidget
{
    Q_OBJECT

public:
    explicit RuleFields(QWidget *parent = nullptr);

    /// Null = no rule, only a group. number: as the table shows it.
    void setRule(const audit::AuditRule *rule, const QString &number);

Q_SIGNALS:
    void onChosen(bool on);
    void levelChosen(linnet::audit::Level level);
    void numberTyped(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sayNumber();

    QCheckBox *m_on;
    QComboBox *m_level;
    QLineEdit *m_number;
};

} // namespace linnet::gui
