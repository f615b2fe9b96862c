// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/filterstate.h"

#include <QAbstractButton>

namespace linnet::gui {

/// One active filter condition as a small pill, "experience: 1–3 years ×"; pressing it removes the condition.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const models::FilterState::Chip &chip, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont valueFont() const;

    QString m_column;
    QString m_value;
};

} // namespace linnet::gui
