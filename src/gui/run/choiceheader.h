// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QList>

class QComboBox;

namespace linnet::gui {

/// The heading of a table with a list to choose from below the name of each column; it comes into view when
/// it has the focus.
class ChoiceHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit ChoiceHeader(QWidget *parent);

    /// One for each column; taken over, those before go.
    void setBoxes(const QList<QComboBox *> &boxes);
    const QList<QComboBox *> &boxes() const { return m_boxes; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void boxFocused(int column);

protected:
    void updateGeometries() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    int boxHeight() const;

    QList<QComboBox *> m_boxes;
};

} // namespace linnet::gui
