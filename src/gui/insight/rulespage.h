// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/insight/rulemodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;
class QTableView;

namespace linnet::gui {

/// One table of rules to look at and to edit: those that are built in, and one's own in bold.
class RulesPage : public QWidget
{
    Q_OBJECT

public:
    /// Whether such lines are sound over those that are built in.
    using Check = std::function<Result<void>(const std::vector<comparable::RuleLine> &)>;

    /// builtIn outlives the page. fileName: what is proposed when lines are saved.
    RulesPage(const QString &about, std::span<const comparable::RuleLine> builtIn, bool hasDays, Check check,
              const QString &fileName, QWidget *parent = nullptr);

    models::RuleModel &model() { return m_model; }
    QTableView &table() const { return *m_table; }
    QLineEdit &search() const { return *m_search; }
    /// What is wrong with the first line that is; its row is shown then. "" = all are sound.
    QString firstFault();
    /// Lines of a file take the place of one's own. What is wrong with it, "" = nothing.
    QString readFile(const QString &path);
    /// For rules of pay: a button that loads rates of currencies.
    void offerRates();
    /// Rates of a file (comparable::RateTable) join one's own lines, in place of those of the same currency
    /// and day. What is wrong with it, "" = nothing.
    QString readRates(const QString &path);

Q_SIGNALS:
    void fault(const QString &text);
    void told(const QString &text); ///< what was loaded

private:
    QWidget *makeButtons();
    void addLine();
    void removeChosen();
    void askOpen();
    void askRates();
    void askSave();
    void save(const QString &path);
    void updateButtons();
    std::vector<int> chosenRows() const;

    Check m_check;
    QString m_fileName;
    models::RuleModel m_model;
    QSortFilterProxyModel m_found;
    QLineEdit *m_search;
    QTableView *m_table;
    QPushButton *m_remove;
    QPushButton *m_rates;
    QPushButton *m_save;
};

} // namespace linnet::gui
