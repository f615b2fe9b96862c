// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QHash>

class QLineEdit;
class QListWidget;

namespace linnet::gui {

/// Which tags some rows have: ticked those that all have, half ticked those that some have, which stay as
/// they are unless they are clicked; and a field for new ones.
class TagsDialog : public QDialog
{
    Q_OBJECT

public:
    /// known: tags of the project; counts: how many of the things to be tagged have a tag, of `all`.
    TagsDialog(const QStringList &known, const QHash<QString, qint64> &counts, qint64 all,
               QWidget *parent = nullptr);

    QStringList added() const; ///< that all are to have
    QStringList removed() const;

private:
    QStringList inState(Qt::CheckState state) const;

    QLineEdit *m_new;
    QListWidget *m_list;
};

} // namespace linnet::gui
