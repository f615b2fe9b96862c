// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusEvent;
class QWidget;

namespace linnet::gui {

/// Shows a line around tables, lists and texts to which the keyboard has come: they have no frame that could
/// tell it, and a current row may be out of sight or missing. Main thread.
class FocusFrame : public QObject
{
    Q_OBJECT

public:
    /// Watches all widgets of the application, which must exist.
    explicit FocusFrame(QObject *parent = nullptr);
    ~FocusFrame() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void come(QWidget &widget, const QFocusEvent &event);

    QPointer<QWidget> m_frame; ///< a child of what has the focus
    bool m_isByKeys = false;   ///< how the focus moved last
};

} // namespace linnet::gui
