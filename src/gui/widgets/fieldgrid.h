// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

class QGridLayout;

namespace linnet::gui {

/// Labels and their fields in columns, as many pairs beside each other as the width allows; what has no
/// label, such as a check box, takes the place of both.
class FieldGrid : public QLayout
{
    Q_OBJECT

public:
    FieldGrid(int mostColumns, int gap, QWidget *parent = nullptr);
    ~FieldGrid() override;

    /// Takes the place of a grid that was made in Designer, with its items row by row: labels that have a
    /// buddy stand before their fields. The grid is deleted.
    static FieldGrid *insteadOf(QGridLayout *grid, int mostColumns);

    void addItem(QLayoutItem *item) override; ///< a field without a label
    void addPair(QLayoutItem *label, QLayoutItem *field);
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Item
    {
        std::unique_ptr<QLayoutItem> item;
        bool isLabel = false;
    };
    struct Pair
    {
        QLayoutItem *label = nullptr;
        QLayoutItem *field = nullptr;
    };
    struct Column
    {
        int label = 0; ///< width of the widest
        int field = 0; ///< least width
    };

    std::vector<Pair> pairs() const;
    std::vector<Column> columns(const std::vector<Pair> &pairs, int number) const;
    int widthOf(const std::vector<Column> &columns) const;
    int arrange(const QRect &rect, bool apply) const;

    int m_most;
    int m_gap;
    std::vector<Item> m_items;
};

} // namespace linnet::gui
