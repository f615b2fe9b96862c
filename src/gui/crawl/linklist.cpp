// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/linklist.h"

#include "gui/look/icons.h"
#include "gui/look/tablescale.h"
#include "gui/widgets/openaddress.h"
#include "gui/widgets/retranslate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::LinkListModel;
using Direction = LinkListModel::Direction;

LinkList::LinkList(Direction direction, QWidget *parent)
    : QWidget(parent)
    , m_direction(direction)
    , m_model(direction)
    , m_view(new QTableView(this))
    , m_all(new QPushButton(this))
{
    m_view->setModel(&m_model);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->verticalHeader()->hide();
    keepRowHeight(m_view, 23);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    keepSectionWidths(m_view->horizontalHeader(), {{0, 420}, {1, 260}});
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_all->setFlat(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_all, 0, Qt::AlignLeft);

    connect(&m_model, &LinkListModel::loaded, this, &LinkList::showCount);
    connect(m_view, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT pageChosen(index.data(LinkListModel::UrlRole).toString());
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &LinkList::showMenu);
    connect(m_all, &QPushButton::clicked, this,
            [this] { Q_EMIT allChosen(LinkListModel::filter(m_direction, m_url)); });
    keepTranslated(this, [this] {
        m_view->setAccessibleName(m_direction == Direction::In ? tr("Links that lead to the page")
                                                               : tr("Links that the page has"));
        m_view->horizontalHeader()->viewport()->update(); // the model translates what it is asked for
        m_view->viewport()->update();
        showCount();
    });
}

void LinkList::setPage(const QString &projectPath, store::RunId run, const QString &url)
{
    if (url == m_url && !url.isEmpty() && m_model.total() >= 0)
        return;
    m_project = projectPath;
    m_run = run;
    m_url = url;
    refresh();
}

void LinkList::refresh()
{
    m_model.setPage(m_project, m_run, m_url);
    Q_EMIT counted(m_model.total());
}

void LinkList::showCount()
{
    const qint64 total = m_model.total();
    m_all->setVisible(total > 0);
    m_all->setText(
        total > m_model.rowCount()
            ? tr("The first %L1 of %L2. Show all in the table of links").arg(m_model.rowCount()).arg(total)
            : tr("Show them in the table of links"));
    Q_EMIT counted(total);
}

void LinkList::showMenu(const QPoint &place)
{
    const QString url = m_view->indexAt(place).data(LinkListModel::UrlRole).toString();
    if (url.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show this page"), this, [this, url] { Q_EMIT pageChosen(url); });
    menu->addSeparator();
    if (const QUrl address(url); canOpenAddress(address))
        menu->addAction(lineIcon("open"_L1), tr("Open the address in the browser"), this,
                        [address] { openAddress(address); });
    menu->addAction(tr("Copy the address"), this, [url] { QGuiApplication::clipboard()->setText(url); });
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

} // namespace linnet::gui
