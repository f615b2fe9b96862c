// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QToolButton;

namespace linnet::gui {

/// A row of a short list that can be pressed: what it is on the left, a quieter note on the right.
class ListRow : public QAbstractButton
{
    Q_OBJECT

public:
    ListRow(const QString &text, const QString &note, QWidget *parent = nullptr);

    void setWarning(bool warning); ///< both texts in the warning colour
    /// A small button at the right end; removeRequested() when it is pressed.
    void setRemovable(const QString &buttonText);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_note;
    QToolButton *m_remove = nullptr;
    bool m_warning = false;
};

} // namespace linnet::gui
