// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/facetpanel.h"

#include "gui/table/facetdelegate.h"
#include "gui/table/histogramview.h"
#include "gui/widgets/retranslate.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace linnet::gui {

using models::FacetModel;
using namespace std::chrono_literals;

namespace {

constexpr auto HoldFor = 3s;

} // namespace

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
    m_holding.setSingleShot(true);
    m_holding.setInterval(HoldFor);
    connect(&m_holding, &QTimer::timeout, this, [this] { m_held = {}; });
    connect(&model, &FacetModel::rowsInserted, this, &FacetPanel::holdStill, Qt::QueuedConnection);
    connect(&model, &FacetModel::rowsRemoved, this, &FacetPanel::holdStill, Qt::QueuedConnection);
    connect(&model, &FacetModel::dataChanged, this, &FacetPanel::holdStill, Qt::QueuedConnection);
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

QModelIndex FacetPanel::held() const
{
    const QModelIndex title = m_held.title < 0 ? QModelIndex() : m_model.index(m_held.title, 0);
    for (int row = 0; title.isValid() && row < m_model.rowCount(title); ++row) {
        const QModelIndex index = m_model.index(row, 0, title);
        if (index.data(FacetModel::RawRole) == m_held.value)
            return index;
    }
    return {};
}

void FacetPanel::holdStill()
{
    const QModelIndex index = held();
    const QRect now = index.isValid() ? m_tree->visualRect(index) : QRect();
    if (now.isValid() && now.top() != m_held.top)
        m_tree->verticalScrollBar()->setValue(m_tree->verticalScrollBar()->value() + now.top() - m_held.top);
}

void FacetPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int LeastForHistogram = 360;
    constexpr int LeastForLongLists = 560;
    constexpr int FewValues = 4;
    m_histogram->setRoom(height() >= LeastForHistogram);
    m_model.setFirstShown(height() >= LeastForLongLists ? FacetModel::FirstShown : FewValues);
}

// The whole line is the target, not only its little box.
void FacetPanel::activate(const QModelIndex &index)
{
    switch (FacetModel::Kind(index.data(FacetModel::KindRole).toInt())) {
    case FacetModel::Kind::Value:
    case FacetModel::Kind::Empty: {
        const bool on = index.data(Qt::CheckStateRole).toInt() != Qt::Checked;
        m_held = {index.parent().row(), index.data(FacetModel::RawRole), m_tree->visualRect(index).top()};
        m_holding.start();
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
