// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace linnet::gui {

/// What a form shows when more is wanted: as high as it needs, and scrolled where the page has less room.
class MoreArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the place of the panel in the layout of the form, with the panel in it.
    MoreArea(QWidget &panel, QWidget &form);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget &m_form;
    int m_height = 0; ///< pixels that it takes
};

} // namespace linnet::gui
