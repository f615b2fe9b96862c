// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/navigatorpanel.h"

#include "gui/look/focuspass.h"
#include "gui/navigator/navigatordelegate.h"
#include "gui/widgets/retranslate.h"

#include <QTreeView>
#include <QVBoxLayout>

namespace linnet::gui {

using models::NavigatorModel;

NavigatorPanel::NavigatorPanel(NavigatorModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_view(new QTreeView(this))
{
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(176);
    m_view->setModel(&model);
    m_view->setItemDelegate(new NavigatorDelegate(m_view));
    keepTranslated(this, [this] { m_view->setAccessibleName(tr("Navigator")); });
    m_view->setHeaderHidden(true);
    m_view->setIndentation(14);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRootIsDecorated(true);
    m_view->setExpandsOnDoubleClick(true);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection); // two runs can be compared
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &place) {
        const QModelIndex index = m_view->indexAt(place);
        if (!index.isValid())
            return;
        if (!m_view->selectionModel()->isSelected(index))
            m_view->setCurrentIndex(index);
        Q_EMIT menuWanted(m_view->viewport()->mapToGlobal(place));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &NavigatorPanel::choose);
    connect(&model, &QAbstractItemModel::modelReset, this, &NavigatorPanel::showSelection);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_view);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    passFocus(this, m_view);
}

void NavigatorPanel::selectRun(store::RunId run)
{
    m_kind = NavigatorModel::Kind::Run;
    m_run = run;
    showSelection();
}

void NavigatorPanel::selectKind(NavigatorModel::Kind kind, const QString &task, const QString &list)
{
    m_kind = kind;
    m_task = task;
    m_list = list;
    m_run = 0;
    showSelection();
}

void NavigatorPanel::showSelection()
{
    const QModelIndex index =
        m_run > 0 ? m_model.indexOfRun(m_run) : m_model.indexOfKind(m_kind, m_task, m_list);
    m_quiet = true;
    // A task with one run only stays folded: it stands for its run.
    const bool only = index.parent().isValid() && m_model.rowCount(index.parent()) == 1;
    const QModelIndex shown = only ? index.parent() : index;
    if (shown != m_view->currentIndex()) // else what is selected besides stays so
        m_view->setCurrentIndex(shown);
    m_view->scrollTo(m_view->currentIndex());
    m_quiet = false;
}

QModelIndex NavigatorPanel::current() const
{
    return m_view->currentIndex();
}

QModelIndexList NavigatorPanel::selected() const
{
    return m_view->selectionModel()->selectedIndexes();
}

void NavigatorPanel::goTo(const QModelIndex &index)
{
    show();
    m_view->setCurrentIndex(index);
    m_view->setFocus(Qt::OtherFocusReason);
}

bool NavigatorPanel::hasCursor() const
{
    return m_view->hasFocus();
}

void NavigatorPanel::editCurrent()
{
    QModelIndex index = m_view->currentIndex();
    if (NavigatorModel::Kind(index.data(NavigatorModel::KindRole).toInt()) == NavigatorModel::Kind::Run)
        index = index.parent();
    if (index.isValid())
        m_view->edit(index);
}

void NavigatorPanel::choose(const QModelIndex &index)
{
    if (!index.isValid() || m_quiet)
        return;
    m_kind = NavigatorModel::Kind(index.data(NavigatorModel::KindRole).toInt());
    m_run = index.data(NavigatorModel::RunRole).toLongLong();
    m_task = index.data(NavigatorModel::TaskRole).toString();
    m_list = index.data(NavigatorModel::ListRole).toString();
    if (m_kind == NavigatorModel::Kind::Task)
        m_view->expand(index);
    if (m_kind != NavigatorModel::Kind::Heading)
        Q_EMIT chosen(m_kind, m_task, m_list, m_run);
}

} // namespace linnet::gui
