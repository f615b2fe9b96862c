// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/underwayview.h"

#include "gui/look/tablescale.h"
#include "gui/widgets/retranslate.h"
#include "models/activity/waterfall.h"
#include "models/table/filterstate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using models::UnderWayModel;
using models::Waterfall;
using Wait = net::UnderWay::Wait;

namespace {

/// Between two requests of a slow run nothing is under way for a moment; coming and going would be unrest.
constexpr int EmptyRounds = 6;

} // namespace

UnderWayView::UnderWayView(session::Session &session, models::FilterState &filter, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_states(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_emptyRounds(EmptyRounds)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    makeTable();
    makeStates();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 2, 4, 2);
    head->addWidget(m_title, 1);
    head->addWidget(m_states);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    m_model.setFilter(filter.filter());
    connect(&filter, &models::FilterState::changed, this,
            [this, &filter] { m_model.setFilter(filter.filter()); });
    connect(&m_model, &UnderWayModel::countsChanged, this, &UnderWayView::showCounts);
    connect(&session.network(), &session::NetworkControl::requestsUnderWay, this, &UnderWayView::take);
    hide();
}

void UnderWayView::makeTable()
{
    m_table->setTabKeyNavigation(false); // the Tab key leaves it
    m_table->setModel(&m_model);
    m_table->setObjectName(u"underWayTable"_s);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->hide();
    keepRowHeight(m_table, 25);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(UnderWayModel::Address, QHeaderView::Stretch);
    keepSectionWidths(m_table->horizontalHeader(), {{UnderWayModel::State, 180},
                                                    {UnderWayModel::Seconds, 70},
                                                    {UnderWayModel::Host, 125},
                                                    {UnderWayModel::Attempt, 70},
                                                    {UnderWayModel::Proxy, 90}});
}

void UnderWayView::makeStates()
{
    m_states->setObjectName(u"underWayStates"_s);
    keepTranslated(this, [this] { showTexts(); });
    connect(m_states, &QComboBox::currentIndexChanged, this, [this](int index) {
        const QVariant chosen = m_states->itemData(index);
        m_model.setWait(chosen.isValid() ? std::optional(Wait(chosen.toInt())) : std::nullopt);
    });
}

void UnderWayView::showTexts()
{
    m_table->setAccessibleName(tr("Requests under way"));
    m_states->setAccessibleName(tr("State"));
    m_states->setToolTip(tr("Show only those that are in one state"));
    const QSignalBlocker quiet(m_states);
    const int chosen = m_states->currentIndex();
    m_states->clear();
    m_states->addItem(tr("every state"));
    for (const Wait wait :
         {Wait::Queue, Wait::Limiter, Wait::Retry, Wait::Connection, Wait::Headers, Wait::Body})
        m_states->addItem(Waterfall::waitText(wait), int(wait));
    m_states->setCurrentIndex(std::max(0, chosen));
    showCounts();
}

void UnderWayView::showRuns(const QList<store::RunId> &runs)
{
    m_model.setRuns(runs);
    m_emptyRounds = EmptyRounds;
    setVisible(m_model.underWay() > 0);
}

QString UnderWayView::title() const
{
    return m_title->text();
}

void UnderWayView::take(const QList<net::UnderWay> &requests, qint64 nowNs)
{
    m_isCut = requests.size() >= session::NetworkControl::MostUnderWay;
    m_model.setRequests(requests, nowNs);
    m_emptyRounds = m_model.underWay() > 0 ? 0 : std::min(m_emptyRounds + 1, EmptyRounds);
    setVisible(m_emptyRounds < EmptyRounds);
}

void UnderWayView::showCounts()
{
    const QString all = QLocale().toString(m_model.underWay());
    const QString shown = QLocale().toString(m_model.rowCount());
    if (m_model.rowCount() != m_model.underWay())
        m_title->setText(tr("Under way: %1 of %2").arg(shown, all));
    else if (m_isCut)
        m_title->setText(tr("Under way: the first %1").arg(all));
    else
        m_title->setText(tr("Under way: %1").arg(all));
}

} // namespace linnet::gui
