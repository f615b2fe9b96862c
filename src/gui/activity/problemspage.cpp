// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/problemspage.h"

#include "gui/look/focuspass.h"
#include "gui/look/icons.h"
#include "gui/look/textscale.h"
#include "gui/readonlywords.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/openaddress.h"
#include "gui/widgets/retranslate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MostUnfolded = 200;

/// Gives the rows room and the causes weight.
class ProblemDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int padding = index.parent().isValid() ? 8 : 16;
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, padding);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.parent().isValid())
            option->font.setWeight(QFont::DemiBold);
    }
};

} // namespace

ProblemsPage::ProblemsPage(session::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_retry(new QPushButton(this))
    , m_view(new QTreeView(this))
    , m_stack(new QStackedWidget(this))
    , m_task([this](const Result<std::vector<store::WorkFailure>> &failures) {
        if (failures)
            showFailures(*failures);
        else
            qWarning("The problems of a run could not be read: %s", qPrintable(failures.error().detail));
    })
{
    keepFont(m_title, 1.25, QFont::DemiBold);
    m_title->setContentsMargins(16, 14, 16, 12);
    m_title->setWordWrap(true);
    m_retry->setObjectName(u"retryButton"_s);
    m_retry->setIcon(lineIcon("retry"_L1));
    connect(m_retry, &QPushButton::clicked, this, &ProblemsPage::retry);

    m_view->setModel(&m_model);
    m_view->setObjectName(u"problemsView"_s);
    m_view->setItemDelegate(new ProblemDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setWordWrap(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ProblemsPage::showMenu);

    auto *empty = new EmptyState(m_stack);
    keepTranslated(this, [this, empty] {
        m_retry->setText(tr("Ask again"));
        m_retry->setToolTip(retryHint());
        m_view->setAccessibleName(tr("Problems by cause"));
        empty->say("done"_L1, tr("No problems"), tr("Everything that was asked so far was answered."));
        setTitle(m_runTitle);
    });
    m_stack->addWidget(empty);
    m_stack->addWidget(m_view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QWidget(this);
    head->setBackgroundRole(QPalette::Base);
    head->setAutoFillBackground(true);
    auto *first = new QHBoxLayout(head);
    first->setContentsMargins(0, 0, 16, 0);
    first->addWidget(m_title, 1);
    first->addWidget(m_retry);
    layout->addWidget(head);
    layout->addWidget(m_stack, 1);
    passFocus(this, m_view);

    m_rest.setSingleShot(true);
    m_rest.setInterval(1s);
    connect(&m_rest, &QTimer::timeout, this, &ProblemsPage::read);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_task.stop();
        showRun(0, {});
    });
    connect(&session, &session::Session::committed, this, [this](const store::Committed &change) {
        const bool ours = std::ranges::any_of(change.work, [this](const store::Committed::Work &work) {
            return work.run == m_run && work.ended > 0;
        });
        if (ours && !m_rest.isActive())
            m_rest.start();
    });
    showRun(0, {});
}

void ProblemsPage::showRun(store::RunId run, const QString &title)
{
    m_run = run;
    setTitle(title);
    showFailures({});
    read();
}

void ProblemsPage::setTitle(const QString &title)
{
    m_runTitle = title;
    m_title->setText(title.isEmpty() ? tr("Problems") : tr("Problems of “%1”").arg(title));
}

void ProblemsPage::read()
{
    if (m_run == 0 || !m_session.hasProject())
        return;
    m_task.start(m_session.project().path(),
                 [run = m_run](store::RowReader &reader) { return reader.failures(run); });
}

void ProblemsPage::showFailures(std::vector<store::WorkFailure> failures)
{
    const auto count = qsizetype(failures.size());
    if (count != m_model.count())
        m_model.setFailures(std::move(failures));
    m_stack->setCurrentIndex(count > 0 ? 1 : 0);
    m_retry->setVisible(count > 0 && !m_model.unitsOf({}).empty());
    const QString why = whyReadOnly(m_session.projectSlot());
    m_retry->setEnabled(why.isEmpty());
    m_retry->setToolTip(why.isEmpty() ? retryHint() : why);
    if (m_model.rowCount() == 1 && count <= MostUnfolded)
        m_view->expandAll();
    Q_EMIT counted(count);
}

QString ProblemsPage::retryHint()
{
    return tr("Asks again for what is chosen, or for everything");
}

void ProblemsPage::retry()
{
    const auto units = m_model.unitsOf(m_view->currentIndex());
    if (units.empty() || m_run == 0)
        return;
    if (const session::RunHandle *run = m_session.handle(m_run); run && !run->isOver()) {
        Q_EMIT message(tr("The run is still under way. Finish it first, then ask again."));
        return;
    }
    Q_EMIT retryRequested(m_run, units);
}

void ProblemsPage::showMenu(const QPoint &place)
{
    const QString address = m_view->indexAt(place).data(models::ProblemsModel::UrlRole).toString();
    if (address.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const QUrl url(address); canOpenAddress(url))
        menu->addAction(lineIcon("open"_L1), tr("Open the address in the browser"), this,
                        [url] { openAddress(url); });
    menu->addAction(tr("Copy the address"), this,
                    [address] { QGuiApplication::clipboard()->setText(address); });
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

} // namespace linnet::gui
