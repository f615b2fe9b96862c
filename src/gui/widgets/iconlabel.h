// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace linnet::gui {

/// An icon that stands alone. Paints it anew each time, so that it follows the theme.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    /// size: of a side, in pixels beside usual letters.
    explicit IconLabel(int size, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace linnet::gui
