// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/ownquestion.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace linnet::gui {

/// Puts a question of one's own together: by which column, what of it, and how the groups are cut.
class QuestionDialog : public QDialog
{
    Q_OBJECT

public:
    /// question: as it is at first; without columns = a new one.
    QuestionDialog(const table::Schema &schema, const models::OwnQuestion &question,
                   QWidget *parent = nullptr);

    models::OwnQuestion question() const; ///< as it is put together now; its name is never empty

private:
    void fill();
    void update();
    QString usualName() const;
    QString title(const QString &key) const;

    const table::Schema &m_schema;
    models::OwnQuestion m_question;
    QLineEdit *m_name;
    QComboBox *m_by;
    QComboBox *m_measure;
    QComboBox *m_split;
};

} // namespace linnet::gui
