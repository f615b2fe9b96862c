// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

#include <QHash>
#include <QStandardItemModel>
#include <QTimer>
#include <QWidget>

class QCompleter;
class QLineEdit;

namespace linnet::gui {

class FlowLayout;

/// Employers of a search: those chosen as chips, behind them a field in which a name is typed, a number, or
/// the address of an employer's page. Who knows employers by their names is asked by whoever hears
/// namesWanted().
class EmployersEdit : public QWidget
{
    Q_OBJECT

public:
    explicit EmployersEdit(QWidget *parent = nullptr);

    QStringList ids() const { return m_ids; }
    void setIds(const QStringList &ids);
    /// What stands in the field and is no employer.
    QString unknown() const;
    /// Offers employers for what was typed, when it still stands there.
    void offer(const QString &typed, const QList<vacancies::KnownEmployer> &employers);
    /// Texts are said anew in another language.
    void sayTexts();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();
    /// Some letters of a name stand there, and nobody types on just now.
    void namesWanted(const QString &typed);
    void returnPressed(); ///< with nothing typed

private:
    void add(const vacancies::KnownEmployer &employer);
    void remove(const QString &id);
    void take(); ///< what is typed, if it is a number or an address
    void choose(const QModelIndex &index);
    void showChips();
    QString titleOf(const QString &id) const;
    static QStringList idsIn(const QString &text);

    QStringList m_ids;
    QHash<QString, QString> m_names; ///< by id, as far as they were offered
    QStandardItemModel m_offered;
    QLineEdit *m_edit;
    FlowLayout *m_row;
    QCompleter *m_completer;
    QTimer m_pause; ///< since the last letter
};

} // namespace linnet::gui
