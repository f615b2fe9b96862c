// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/amountspread.h"
#include "models/table/facetmodel.h"

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
    HistogramView *histogram() const { return m_histogram; }
    QSize sizeHint() const override { return {224, 400}; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hideUselessTitles();
    void activate(const QModelIndex &index);

    models::FacetModel &m_model;
    HistogramView *m_histogram;
    QTreeView *m_tree;
};

} // namespace linnet::gui
