// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartpanel.h"

#include "base/errortext.h"
#include "gui/chart/chartcopy.h"
#include "gui/look/focuspass.h"
#include "gui/look/textscale.h"
#include "gui/widgets/retranslate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

namespace {

constexpr int LeastWidth = 640; ///< pixels of a picture that leaves the window, however small it is shown
constexpr int WidestColumn = 360;
constexpr int ColumnGap = 12;

} // namespace

ChartPanel::ChartPanel(QWidget *parent)
    : ChartPanel(new ChartView, parent)
{
}

ChartPanel::ChartPanel(ChartView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_tableView(new QTableView)
    , m_stack(new QStackedWidget(this))
    , m_saver(this)
    , m_copy(new QAction(this))
    , m_copyData(new QAction(this))
    , m_save(new QAction(this))
    , m_asTable(new QAction(this))
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_tableView);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
    passFocus(this, m_view);
    makeTable();
    makeActions();
    connect(m_view, &ChartView::groupChosen, this, &ChartPanel::groupChosen);
    connect(&m_saver, &ChartSaver::message, this, &ChartPanel::message);
    keepTranslated(this, [this] { say(); });
}

void ChartPanel::makeTable()
{
    m_tableView->setModel(&m_model);
    m_tableView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tableView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tableView->setFrameShape(QFrame::NoFrame);
    m_tableView->verticalHeader()->hide();
    m_tableView->horizontalHeader()->setHighlightSections(false);
    m_tableView->setTabKeyNavigation(false);
    m_tableView->setWordWrap(false);
    connect(m_tableView, &QTableView::activated, this, [this](const QModelIndex &index) {
        const QString key = m_view->chart().groups[size_t(index.row())].key;
        if (!key.isEmpty())
            Q_EMIT groupChosen(key, {});
    });
}

void ChartPanel::makeActions()
{
    m_asTable->setCheckable(true);
    m_copy->setObjectName(QStringLiteral("copyChart"));
    m_copyData->setObjectName(QStringLiteral("copyData"));
    m_save->setObjectName(QStringLiteral("saveChart"));
    m_asTable->setObjectName(QStringLiteral("asTable"));
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    const QList<QAction *> actions{m_copy, m_copyData, m_save, separator, m_asTable};
    for (QWidget *widget : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_tableView)}) {
        widget->setContextMenuPolicy(Qt::ActionsContextMenu);
        widget->addActions(actions);
        widget->installEventFilter(this);
    }
    connect(m_copy, &QAction::triggered, this, &ChartPanel::copyChart);
    connect(m_copyData, &QAction::triggered, this, &ChartPanel::copyData);
    connect(m_save, &QAction::triggered, this, &ChartPanel::saveChart);
    connect(m_asTable, &QAction::toggled, this, &ChartPanel::showTable);
}

/// The key for copying, which the window's own action takes where a page provides it.
bool ChartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        watched == m_view ? copyChart() : copyData();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChartPanel::say()
{
    m_copy->setText(tr("Copy chart"));
    m_copyData->setText(tr("Copy its data"));
    m_save->setText(tr("Save chart as…"));
    m_asTable->setText(tr("Show as table"));
    fillTable();
}

void ChartPanel::setChart(const draw::Chart &chart)
{
    m_view->setChart(chart);
    fillTable();
}

/// Only while somebody looks at it: while rows stream in each new chart would be measured in vain.
void ChartPanel::fillTable()
{
    if (!isTable())
        return;
    const int row = m_tableView->currentIndex().row();
    m_model.setTable(chartTable(m_view->chart(), m_view->look().locale));
    m_tableView->setAccessibleName(m_view->accessibleName());
    if (row >= 0 && row < m_model.rowCount())
        m_tableView->setCurrentIndex(m_model.index(row, 0));
    m_tableView->resizeColumnsToContents();
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_tableView->setColumnWidth(
            column, std::min(m_tableView->columnWidth(column) + ColumnGap, scaled(WidestColumn)));
}

bool ChartPanel::isTable() const
{
    return m_stack->currentWidget() == m_tableView;
}

void ChartPanel::showTable(bool table)
{
    QWidget *shown = table ? static_cast<QWidget *>(m_tableView) : m_view;
    const bool focused = m_stack->currentWidget()->hasFocus();
    passFocus(this, shown);
    m_stack->setCurrentWidget(shown);
    fillTable();
    m_asTable->setChecked(table);
    if (focused)
        shown->setFocus();
}

double ChartPanel::width_() const
{
    return std::max(LeastWidth, m_view->width());
}

void ChartPanel::copyChart()
{
    Result<std::unique_ptr<QMimeData>> picture =
        ChartCopy::picture(m_view->chart(), m_view->look(), width_());
    if (!picture) {
        Q_EMIT message(tr("Nothing was copied. %1").arg(ErrorText::sentence(picture.error())));
        return;
    }
    QGuiApplication::clipboard()->setMimeData(picture->release());
    Q_EMIT message(tr("Chart copied."));
}

void ChartPanel::copyData()
{
    QGuiApplication::clipboard()->setMimeData(
        ChartCopy::data(m_view->chart(), m_view->look().locale).release());
    Q_EMIT message(tr("Copied the chart's data: %Ln row(s).", nullptr, int(m_view->chart().groups.size())));
}

void ChartPanel::saveChart()
{
    m_saver.ask(m_view->chart(), m_view->look(), width_());
}

} // namespace linnet::gui
