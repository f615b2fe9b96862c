// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/amountspread.h"
#include "models/table/facetmodel.h"

#include <QTimer>
#include <QTreeView>
#include <QWidget>

namespace linnet::gui {

class HistogramView;

/// What the rows are made of: salary histogram, and values of some columns to tick, with how many rows have
/// them.
class FacetPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the panel.
    FacetPanel(models::FacetModel &model, models::AmountSpread &spread, QWidget *parent = nullptr);

    QTreeView *tree() const { return m_tree; }
    QSize sizeHint() const override { return {224, 400}; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hideUselessTitles();
    void holdStill();
    QModelIndex held() const;
    void activate(const QModelIndex &index);

    models::FacetModel &m_model;
    HistogramView *m_histogram;
    QTreeView *m_tree;
    /// The value that was ticked last stays under the mouse while the lists around it change.
    struct Held
    {
        int title = -1; ///< row of its column; -1 = nothing is held
        QVariant value;
        int top = 0; ///< where it was, in pixels of the viewport
    };
    Held m_held;
    QTimer m_holding;
};

} // namespace linnet::gui
