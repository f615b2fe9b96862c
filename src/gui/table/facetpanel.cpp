// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/facetpanel.h"

#include "gui/table/facetdelegate.h"
#include "gui/table/histogramview.h"
#include "gui/widgets/retranslate.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace linnet::gui {

using models::FacetModel;

FacetPanel::FacetPanel(FacetModel &model, models::AmountSpread &spread, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_histogram(new HistogramView(spread, this))
    , m_tree(new QTreeView(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    keepTranslated(this, [this] { m_tree->setAccessibleName(tr("Filter by values")); });
    m_tree->setModel(&model);
    m_tree->setItemDelegate(new FacetDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(0);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setMouseTracking(true);
    m_tree->installEventFilter(this);
    m_tree->expandAll();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_histogram);
    layout->addWidget(m_tree, 1);

    connect(m_tree, &QTreeView::clicked, this, &FacetPanel::activate);
    connect(&model, &FacetModel::dataChanged, this, &FacetPanel::hideUselessTitles);
    hideUselessTitles();
}

void FacetPanel::hideUselessTitles()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex title = m_model.index(row, 0);
        const bool useless = !title.data(FacetModel::UsefulRole).toBool();
        if (m_tree->isRowHidden(row, {}) != useless)
            m_tree->setRowHidden(row, {}, useless);
        if (!m_tree->isExpanded(title))
            m_tree->expand(title);
    }
}

// The whole line is the target, not only its little box.
void FacetPanel::activate(const QModelIndex &index)
{
    switch (FacetModel::Kind(index.data(FacetModel::KindRole).toInt())) {
    case FacetModel::Kind::Value:
    case FacetModel::Kind::Empty: {
        const bool on = index.data(Qt::CheckStateRole).toInt() != Qt::Checked;
        m_model.setData(index, on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
        break;
    }
    case FacetModel::Kind::More:
        m_model.showMore(index);
        break;
    default:
        break;
    }
}

bool FacetPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
            activate(m_tree->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FacetPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
}

void FacetPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
}

} // namespace linnet::gui
