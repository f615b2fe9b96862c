// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

class QBoxLayout;

namespace linnet::gui {

/// Puts widgets beside each other and goes on in a new line where the width ends; hidden ones take no room.
/// Those that expand share what is left of their line, and may be as narrow as they can be when they are
/// alone in it.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int gap, QWidget *parent = nullptr);
    ~FlowLayout() override;

    /// Takes the place of a row that was made in Designer, with its items. The row is deleted.
    static FlowLayout *insteadOf(QBoxLayout *row);

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Line
    {
        std::vector<QLayoutItem *> items;
        int width = 0; ///< with the gaps
        int height = 0;
        int common = 0;    ///< height of those that do not expand
        int expanding = 0; ///< items
    };

    std::vector<Line> lines(int width) const;
    int arrange(const QRect &rect, bool apply) const;
    void place(const Line &line, const QRect &rect, int y) const;

    int m_gap;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace linnet::gui
