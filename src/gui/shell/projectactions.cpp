// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/projectactions.h"

#include "base/errortext.h"
#include "gui/appsettings.h"
#include "gui/project/projectcare.h"
#include "gui/project/workdialog.h"
#include "session/adgrouping.h"
#include "session/saved/mergedsearches.h"
#include "session/saved/taskid.h"
#include "session/session.h"
#include "store/project/projectmerge.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <ranges>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Ending = "linnet"_L1;

QString nameFilter()
{
    return ProjectActions::tr("Linnet projects (*.%1)").arg(Ending);
}

} // namespace

ProjectActions::ProjectActions(const Services &services, RecentProjects &recent, const models::RunList &runs,
                               RunTitle runTitle, QWidget &window)
    : QObject(&window)
    , m_services(services)
    , m_recent(recent)
    , m_runs(runs)
    , m_runTitle(std::move(runTitle))
    , m_window(window)
    , m_opener(new ProjectOpener(services.session, window))
    , m_care(new ProjectCare(services.session, runs, *m_opener, window))
{
    connect(m_opener, &ProjectOpener::opened, this, &ProjectActions::changed);
    connect(m_opener, &ProjectOpener::failed, this, &ProjectActions::showError);
    connect(m_care, &ProjectCare::failed, this, &ProjectActions::showError);
    connect(&services.session.projectSlot(), &session::ProjectSlot::opened, this, &ProjectActions::changed);
    connect(&runs, &models::RunList::changed, this, &ProjectActions::remember);
}

QString ProjectActions::title() const
{
    const session::Session &session = m_services.session;
    if (!session.hasProject())
        return {};
    const session::ProjectSlot &slot = session.projectSlot();
    const QString name = slot.isSample()    ? tr("Sample project")
                         : slot.isUnsaved() ? tr("Unsaved project")
                                            : QFileInfo(session.project().path()).fileName();
    return slot.isReadOnly() ? tr("%1 (read only)").arg(name) : name;
}

QString ProjectActions::folder() const
{
    const QString last = setting::LastFolder.read(m_services.settings);
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString &known : {last, documents}) {
        if (!known.isEmpty() && QDir(known).exists())
            return known;
    }
    return QDir::homePath();
}

// "data analyst.linnet": by what the newest run is called.
QString ProjectActions::proposedName() const
{
    const session::Session &session = m_services.session;
    if (!session.projectSlot().isUnsaved() || session.projectSlot().isSample())
        return QFileInfo(m_services.session.project().path()).fileName();
    constexpr qsizetype MostCharacters = 60;
    QString name = m_runs.runs().empty() ? tr("Project") : m_runTitle(m_runs.runs().back().info);
    static const QRegularExpression forbidden(u"[\\\\/:*?\"<>|\\x00-\\x1f]+"_s);
    name = name.replace(forbidden, u" "_s).simplified().left(MostCharacters).trimmed();
    return (name.isEmpty() ? tr("Project") : name) + u'.' + Ending;
}

void ProjectActions::rememberFolder(const QString &path)
{
    setting::LastFolder.write(m_services.settings, QFileInfo(path).absolutePath());
}

void ProjectActions::askOpen()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open a project"), folder(), nameFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        rememberFolder(path);
        open(path);
    });
    dialog->open();
}

void ProjectActions::open(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        m_recent.forget(path);
        showError(tr("The project cannot be opened."), {Reason::Io, 0, QDir::toNativeSeparators(path)});
        return;
    }
    openOrMake(path);
}

void ProjectActions::openOrMake(const QString &path)
{
    // Nothing is stopped for a file that turns out to be no project.
    if (m_opener->check(path))
        whenNothingRuns(tr("Open another project?"), [this, path] { m_opener->open(path); });
}

void ProjectActions::openSample()
{
    whenNothingRuns(tr("Open the sample project?"), [this] { m_opener->openSample(); });
}

void ProjectActions::save()
{
    const session::ProjectSlot &slot = m_services.session.projectSlot();
    if (slot.isUnsaved() || slot.isReadOnly())
        askSave();
    else if (m_services.session.hasProject())
        Q_EMIT message(tr("Nothing is left to save: every row is stored as it comes."));
}

void ProjectActions::askSave()
{
    if (!m_services.session.hasProject())
        return;
    if (!m_services.session.runsUnderWay().isEmpty()) {
        auto *box = new QMessageBox(
            QMessageBox::Information, tr("A run is under way"),
            tr("The project can be saved under another name when the run has ended. Nothing is "
               "lost meanwhile: every row is stored as it comes."),
            QMessageBox::Ok, &m_window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
        return;
    }
    auto *dialog = new QFileDialog(&m_window, tr("Save the project"), folder(), nameFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(Ending);
    dialog->selectFile(proposedName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        rememberFolder(path);
        saveAs(path);
    });
    dialog->open();
}

void ProjectActions::saveAs(const QString &path)
{
    if (const Result<void> saved = m_services.session.projectSlot().saveAs(path); !saved)
        showError(tr("The project cannot be saved."), saved.error());
    Q_EMIT changed();
}

void ProjectActions::close()
{
    whenNothingRuns(tr("Close the project?"), [this] {
        if (const Result<void> closed = m_services.session.projectSlot().close(); !closed)
            showError(tr("The project could not be closed cleanly."), closed.error());
        Q_EMIT changed();
    });
}

void ProjectActions::askMerge()
{
    auto *dialog = new QFileDialog(&m_window, tr("Which project is to be added?"), folder(), nameFilter());
    dialog->setObjectName(u"mergeDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ProjectActions::askMergeTarget);
    dialog->open();
}

void ProjectActions::askMergeTarget(const QString &other)
{
    if (!m_services.session.hasProject())
        return;
    auto *dialog = new QFileDialog(&m_window, tr("Save both as a new project"), folder(), nameFilter());
    dialog->setObjectName(u"mergeTargetDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(Ending);
    dialog->selectFile(u"%1 + %2.%3"_s.arg(QFileInfo(proposedName()).completeBaseName(),
                                           QFileInfo(other).completeBaseName(), Ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, other](const QString &path) {
        rememberFolder(path);
        whenNothingRuns(tr("Add the other project?"), [this, other, path] { merge(other, path); });
    });
    dialog->open();
}

void ProjectActions::merge(const QString &other, const QString &path)
{
    if (!m_services.session.hasProject())
        return;
    using Added = Result<qint64>;
    const QString first = m_services.session.project().path();
    WorkDialog::run<Added>(
        &m_window,
        tr("%1 and %2 become one project…").arg(QFileInfo(first).fileName(), QFileInfo(other).fileName()),
        [first, other, path](const store::Course &course) {
            return store::mergeProjects(first, other, path, &session::mergedSearches, course);
        },
        [this, path](const Added &added) { onMerged(added, path); });
}

void ProjectActions::onMerged(const Result<qint64> &added, const QString &path)
{
    if (!added && added.error().reason == Reason::Cancelled)
        return;
    if (!added) {
        showError(tr("The project cannot be added."), added.error());
        return;
    }
    openOrMake(path);
    if (m_services.session.hasProject() && m_services.session.project().path() == path)
        m_services.session.adGrouping().start();
    Q_EMIT message(tr("%n run(s) were added.", nullptr, int(*added)));
}

void ProjectActions::whenNothingRuns(const QString &question, std::function<void()> then, const QString &stop)
{
    if (m_services.session.runsUnderWay().isEmpty()) {
        then();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, question, question, QMessageBox::Cancel, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("A run is under way. Its rows are kept, and it can go on later where it stopped."));
    const QPushButton *agree =
        box->addButton(stop.isEmpty() ? tr("Stop the run") : stop, QMessageBox::AcceptRole);
    connect(agree, &QPushButton::clicked, this, [then = std::move(then)] { then(); });
    box->open();
}

void ProjectActions::fillRecentMenu(QMenu &menu)
{
    menu.clear();
    for (const RecentProjects::Entry &entry : m_recent.entries())
        menu.addAction(QDir::toNativeSeparators(entry.path).replace(u'&', u"&&"_s), this,
                       [this, path = entry.path] { open(path); });
    if (menu.isEmpty())
        menu.addAction(tr("None yet"))->setEnabled(false);
}

void ProjectActions::remember()
{
    session::Session &session = m_services.session;
    // While rows come in, the counts change all the time; the end of the run is soon enough.
    if (!session.hasProject() || session.projectSlot().isUnsaved() || !session.runsUnderWay().isEmpty() ||
        !m_runs.isRead())
        return;
    RecentProjects::Entry entry{session.project().path(), {}, QDateTime::currentDateTimeUtc()};
    // What was asked several times counts once, with the rows of its newest run, as in the navigator.
    QSet<QString> counted;
    for (const models::RunEntry &run : m_runs.runs() | std::views::reverse) {
        const QString task = session::taskId(run.info.kind, run.info.params);
        if (counted.contains(task))
            continue;
        counted.insert(task);
        auto count = std::ranges::find(entry.counts, run.info.kind, &RecentProjects::Count::kind);
        if (count == entry.counts.end())
            count = entry.counts.insert(count, {run.info.kind, 0, 0});
        ++count->runs;
        count->rows += run.rows;
    }
    m_recent.remember(entry);
}

void ProjectActions::showError(const QString &what, const Error &error)
{
    qWarning("Told the user: %s (%s)", qPrintable(QString(reasonCode(error.reason))),
             qPrintable(error.detail));
    auto *box = new QMessageBox(QMessageBox::Warning, QGuiApplication::applicationDisplayName(), what,
                                QMessageBox::Ok, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(ErrorText::sentence(error));
    box->open();
}

} // namespace linnet::gui
