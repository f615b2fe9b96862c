// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace linnet::gui {

/// A white field with a hair line and round corners that groups what belongs together; children that follow
/// one another in a list are parted by hair lines.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace linnet::gui
