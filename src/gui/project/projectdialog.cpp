// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/projectdialog.h"

#include "base/errortext.h"
#include "gui/look/sortactions.h"
#include "gui/look/textscale.h"
#include "gui/project/projectcare.h"
#include "gui/readonlywords.h"
#include "gui/widgets/actionregistry.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/emptystate.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

ProjectDialog::ProjectDialog(const Services &services, const models::RunList &runs, ProjectRuns::Words words,
                             ProjectCare &care, Remove remove, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_care(care)
    , m_remove(std::move(remove))
    , m_model(new ProjectRuns(runs, std::move(words), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_sizes([this](const Result<store::ProjectSizes> &sizes) { takeSizes(sizes); })
{
    setWindowTitle(tr("This project"));
    setObjectName(u"projectDialog"_s);
    m_said = new Banner(this);
    m_said->setClosable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addLayout(makeHead());
    layout->addWidget(makeTable(), 1);
    layout->addLayout(makeRunButtons());
    layout->addWidget(m_said);
    layout->addLayout(makeButtons());
    connectAll();
    connect(&runs, &models::RunList::changed, this, &ProjectDialog::showButtons);
    resize(scaled(QSize(860, 560)));
    showProject();
}

ProjectDialog::~ProjectDialog()
{
    stopReading();
}

QLayout *ProjectDialog::makeHead()
{
    m_path = new ElidedLabel(this);
    m_path->setObjectName(u"pathLabel"_s);
    m_copy = new QPushButton(tr("Copy the &path"), this);
    m_folder = new QPushButton(tr("&Show in folder"), this);
    m_size = new QLabel(this);
    m_size->setObjectName(u"sizeLabel"_s);
    m_size->setWordWrap(true);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(scaled(140));
    m_progress->setAccessibleName(tr("The sizes are being read"));
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(u"cancelSizes"_s);
    m_cancel->setToolTip(tr("The sizes are not needed for anything else here"));
    auto *first = new QHBoxLayout;
    first->addWidget(m_path, 1);
    first->addWidget(m_copy);
    first->addWidget(m_folder);
    auto *second = new QHBoxLayout;
    second->addWidget(m_size, 1);
    second->addWidget(m_progress);
    second->addWidget(m_cancel);
    auto *both = new QVBoxLayout;
    both->setSpacing(6);
    both->addLayout(first);
    both->addLayout(second);
    return both;
}

QWidget *ProjectDialog::makeTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ProjectRuns::SortRole);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(m_stack);
    m_empty->say("folder"_L1, tr("No runs yet"), tr("What is searched, crawled or checked will stand here."));
    m_table = new QTableView(m_stack);
    m_table->setObjectName(u"runsTable"_s);
    m_table->setAccessibleName(tr("Runs of the project"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    SortActions::giveMenu(*m_table);
    m_table->sortByColumn(ProjectRuns::When, Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProjectRuns::Title, QHeaderView::Stretch);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    return m_stack;
}

QLayout *ProjectDialog::makeRunButtons()
{
    m_delete = new QPushButton(tr("&Delete"), this);
    m_delete->setObjectName(u"deleteButton"_s);
    m_keep = new QSpinBox(this);
    m_keep->setRange(1, 999);
    m_keep->setValue(3);
    m_keep->setAccessibleName(tr("How many runs of each search stay in full"));
    m_thin = new QPushButton(this);
    m_thin->setObjectName(u"thinButton"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_delete);
    row->addStretch(1);
    row->addWidget(m_keep);
    row->addWidget(m_thin);
    return row;
}

QLayout *ProjectDialog::makeButtons()
{
    m_compact = new QPushButton(tr("Co&mpact…"), this);
    m_compact->setObjectName(u"compactButton"_s);
    m_check = new QPushButton(tr("&Check"), this);
    m_check->setObjectName(u"checkButton"_s);
    m_check->setToolTip(tr("Looks at every page of the file for damage; nothing is changed"));
    m_rescue = new QPushButton(tr("&Rescue into a new project…"), this);
    m_rescue->setObjectName(u"rescueButton"_s);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->addWidget(m_compact);
    row->addWidget(m_check);
    row->addWidget(m_rescue);
    row->addStretch(1);
    row->addWidget(close);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(button == close);
    return row;
}

void ProjectDialog::connectAll()
{
    session::Session &session = m_services.session;
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_path->text());
        say(tr("The path is copied."), false);
    });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        if (m_services.session.hasProject())
            QDesktopServices::openUrl(
                QUrl::fromLocalFile(QFileInfo(m_services.session.project().path()).absolutePath()));
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_stop.request_stop(); });
    connect(m_delete, &QPushButton::clicked, this, &ProjectDialog::removeChosen);
    const auto *shortcut =
        new QShortcut(QKeySequence(Qt::Key_Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, m_delete, &QPushButton::click);
    const auto showKeep = [this] {
        m_thin->setText(tr("Keep the last %n run(s) of each search in full…", nullptr, m_keep->value()));
    };
    connect(m_keep, &QSpinBox::valueChanged, this, showKeep);
    showKeep();
    connect(m_thin, &QPushButton::clicked, this, [this] { m_care.askThin(m_keep->value(), *this); });
    connect(m_compact, &QPushButton::clicked, this, [this] { m_care.askCompact(*this); });
    connect(m_check, &QPushButton::clicked, this, [this] { m_care.check(*this); });
    connect(m_rescue, &QPushButton::clicked, this,
            [this] { m_care.askRescue(m_services.session.project().path(), *this); });
    connect(&m_care, &ProjectCare::told, this, &ProjectDialog::say);
    connect(&m_care, &ProjectCare::thinned, this, &ProjectDialog::readSizes);
    connect(m_said, &Banner::actionClicked, this, [this] {
        if (const auto act = m_offered; act)
            act();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProjectDialog::showButtons);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProjectDialog::showButtons);
    connect(&session, &session::Session::runStarted, this, &ProjectDialog::showButtons);
    connect(&session.projectSlot(), &session::ProjectSlot::opened, this, &ProjectDialog::showProject);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        stopReading();
        m_model->setSizes({});
    });
    connect(&m_care, &ProjectCare::ended, this, [this] {
        if (!m_services.session.hasProject())
            reject();
    });
}

void ProjectDialog::showProject()
{
    m_path->setText(QDir::toNativeSeparators(m_services.session.project().path()));
    m_said->say(Banner::Tone::Info, {});
    showButtons();
    readSizes();
}

void ProjectDialog::stopReading()
{
    m_stop.request_stop();
    m_sizes.stop();
}

void ProjectDialog::readSizes()
{
    m_stop.request_stop();
    m_stop = {};
    m_model->setSizes({});
    m_size->setText(tr("What the runs take is being read…"));
    m_progress->setRange(0, 0);
    m_progress->show();
    m_cancel->show();
    const auto tell = [this, reading = ++m_reading](double share) {
        QMetaObject::invokeMethod(
            this, [this, reading, share] { showReading(reading, share); }, Qt::QueuedConnection);
    };
    m_sizes.start(
        [path = m_services.session.project().path(), course = store::Course(m_stop.get_token(), tell)] {
            return store::readSizes(path, course);
        });
}

void ProjectDialog::showReading(int reading, double share)
{
    constexpr int Parts = 1000;
    if (reading != m_reading)
        return;
    m_progress->setRange(0, Parts);
    m_progress->setValue(int(share * Parts));
}

void ProjectDialog::takeSizes(const Result<store::ProjectSizes> &sizes)
{
    if (m_sizes.isBusy()) // they are being read anew
        return;
    m_progress->hide();
    m_cancel->hide();
    if (sizes) {
        m_model->setSizes(*sizes);
        m_size->setText(tr("The file has %1; %2 of it are free and would be given back by compacting.")
                            .arg(sizeText(sizes->file), sizeText(sizes->free)));
    } else {
        m_size->setText(
            sizes.error().reason == Reason::Cancelled
                ? tr("What the runs take was not read to the end.")
                : tr("What the runs take cannot be read: %1").arg(ErrorText::sentence(sizes.error())));
    }
}

void ProjectDialog::showButtons()
{
    const session::ProjectSlot &slot = m_services.session.projectSlot();
    const QString readOnly = whyReadOnly(slot);
    const QString notClosed = m_care.whyNotClosed();
    const auto show = [](QPushButton *button, bool enabled, const QString &why, const QString &hint) {
        button->setEnabled(enabled && why.isEmpty());
        button->setToolTip(why.isEmpty() ? hint : why);
    };
    const bool hasRuns = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(hasRuns ? 1 : 0);
    show(m_delete, !chosen().isEmpty(), readOnly,
         tr("Deletes the runs that are selected; undo brings them back until the project is closed (Del)"));
    show(m_thin, hasRuns, readOnly,
         tr("Removes the rows of older runs for good; they stay in all lists with their counts. It is asked "
            "before."));
    m_keep->setEnabled(m_thin->isEnabled());
    show(m_compact, true, notClosed, tr("Gives the room of what was removed back to the disk"));
    // What another program has open may change while it is read.
    show(m_rescue, true, slot.whyReadOnly() == Reason::Io ? QString() : notClosed,
         tr("For a damaged project: brings what can be read into a new one; this one stays as it is"));
}

void ProjectDialog::say(const QString &text, bool isDamaged)
{
    m_offered = nullptr;
    if (isDamaged && m_rescue->isEnabled())
        m_offered = [this] { m_rescue->click(); };
    m_said->setActions(m_offered ? QStringList{tr("Rescue what can be read…")} : QStringList());
    m_said->say(isDamaged ? Banner::Tone::Warning : Banner::Tone::Info, text);
}

QList<store::RunId> ProjectDialog::chosen() const
{
    QList<store::RunId> runs;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        runs.append(m_model->runAt(m_sorted->mapToSource(index).row()));
    return runs;
}

void ProjectDialog::removeChosen()
{
    const QList<store::RunId> runs = chosen();
    if (runs.isEmpty())
        return;
    if (!m_remove(runs)) {
        say(tr("A run that is under way cannot be deleted. Finish it first."), false);
        return;
    }
    say(tr("%n run(s) deleted. Undo brings them back until the project is closed; their room is given back "
           "by "
           "compacting.",
           nullptr, int(runs.size())),
        false);
    m_offered = [this] {
        m_services.actions.history().undo();
        say({}, false);
    };
    m_said->setActions({tr("Undo")});
}

} // namespace linnet::gui
