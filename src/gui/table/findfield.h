// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/filterstate.h"

#include <QLineEdit>
#include <QTimer>

namespace linnet::gui {

/// Keeps the rows that have a text in any of their columns. Typing counts after a short rest, Return at once;
/// Escape empties the field; Down goes to the table.
class FindField : public QLineEdit
{
    Q_OBJECT

public:
    /// state outlives the field.
    explicit FindField(models::FilterState &state, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void leftDown(); ///< the user wants to be in the table

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void apply();

    models::FilterState &m_state;
    QTimer m_rest;
};

} // namespace linnet::gui
