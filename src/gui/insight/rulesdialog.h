// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"

#include <QDialog>
#include <QHash>

#include <array>

class QTabWidget;

namespace linnet::gui {

class Banner;
class LimitsPage;
class RulesPage;

/// The rules by which ads are made comparable, of pay, of words and of skills, shown with who says so, and
/// how many values it takes to tell something: edited, and kept in the project, with undo.
class RulesDialog : public QDialog
{
    Q_OBJECT

public:
    /// memos: of the open project. Accepting writes what was changed.
    RulesDialog(const Services &services, const QHash<QString, QString> &memos, QWidget *parent = nullptr);

    RulesPage &pay() const { return *m_pay; }
    RulesPage &words() const { return *m_words; }
    LimitsPage &limits() const { return *m_limits; }
    RulesPage &skills() const { return *m_skills; }
    QTabWidget &tabs() const { return *m_tabs; }
    QString fault() const;

public Q_SLOTS:
    void accept() override;

private:
    /// Each with the memo that it is kept in.
    std::array<std::pair<QString, RulesPage *>, 3> pages() const;

    Services m_services;
    QHash<QString, QString> m_before; ///< by memo
    QTabWidget *m_tabs;
    RulesPage *m_pay;
    RulesPage *m_words;
    LimitsPage *m_limits;
    RulesPage *m_skills;
    Banner *m_fault;
};

} // namespace linnet::gui
