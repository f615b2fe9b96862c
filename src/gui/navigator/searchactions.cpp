// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/searchactions.h"

#include "base/boundedfile.h"
#include "gui/navigator/navigatorpanel.h"
#include "gui/navigator/searchdialog.h"
#include "gui/navigator/taskedits.h"
#include "gui/widgets/actionregistry.h"
#include "practice/server/practicehost.h"
#include "session/changes/runfile.h"
#include "session/saved/runagain.h"
#include "session/saved/searchfile.h"
#include "session/saved/taskid.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using session::SavedSearch;
using session::SearchFile;

namespace {

constexpr auto Ending = "linnet-search"_L1;

QString filter()
{
    return SearchActions::tr("Saved searches (*.%1)").arg(Ending);
}

} // namespace

QList<models::NavigatorModel::Kept> keptTasks(const std::vector<SavedSearch> &searches)
{
    QList<models::NavigatorModel::Kept> kept;
    for (const SavedSearch &search : searches) {
        QStringList more{search.note};
        if (search.schedule)
            more.append(search.schedule->words());
        more.removeAll(QString());
        kept.append({search.number, search.kind, session::taskKey(search.params), search.name, search.folder,
                     more.join(u'\n')});
    }
    return kept;
}

SearchActions::SearchActions(const Services &services, NavigatorPanel &panel, models::NavigatorModel &model,
                             models::RunList &runs, models::SavedSearches &searches, TaskEdits &edits)
    : QObject(&panel)
    , m_services(services)
    , m_panel(panel)
    , m_model(model)
    , m_runs(runs)
    , m_searches(searches)
    , m_edits(edits)
    , m_starter(services.session,
                [&services = m_services]() -> Result<QUrl> {
                    if (const Result<void> started = services.practice.start(); !started)
                        return std::unexpected(started.error());
                    return services.practice.root();
                })
    , m_given([this](const Result<QByteArray> &bytes) {
        QSaveFile file(m_givenPath);
        if (!bytes)
            Q_EMIT failed(tr("The search cannot be saved to a file."), bytes.error());
        else if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
            Q_EMIT failed(tr("The search cannot be saved to a file."), {Reason::Io, 0, m_givenPath});
        else
            Q_EMIT message(tr("The search is in %1.").arg(QDir::toNativeSeparators(m_givenPath)));
    })
    , m_files([this](const Result<QString> &path) {
        if (path)
            Q_EMIT message(tr("Written: %1").arg(QDir::toNativeSeparators(*path)));
        else
            Q_EMIT failed(tr("The file of this run cannot be written. Its rows are in the project."),
                          path.error());
    })
{
    provide(u"task.runAgain"_s, &SearchActions::runAgain);
    provide(u"task.settings"_s, &SearchActions::openSettings);
    provide(u"task.give"_s, &SearchActions::give);
    services.actions.provide(u"file.take"_s, panel.window(),
                             {[this] { take(); }, [this] { return m_services.session.hasProject(); }, {}});
    connect(&services.session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] {
        m_given.stop();
        m_files.stop();
    });
}

void SearchActions::provide(const QString &id, void (SearchActions::*act)())
{
    m_services.actions.provide(id, &m_panel,
                               {[this, act] { (this->*act)(); },
                                [this] { return m_panel.hasCursor() && chosen().has_value(); },
                                {}});
}

std::optional<SavedSearch> SearchActions::chosen() const
{
    const models::RunEntry *entry = m_runs.run(newestRun());
    if (entry)
        return m_searches.ofOrNew(entry->info);
    const int number = m_panel.current().data(models::NavigatorModel::SearchRole).toInt();
    const SavedSearch *saved = m_searches.byNumber(number);
    return saved ? std::optional(*saved) : std::nullopt;
}

store::RunId SearchActions::newestRun() const
{
    return m_model.runsAt(m_panel.current()).value(0);
}

void SearchActions::run(const SavedSearch &search, store::RunId last, models::RunStarter::Then then)
{
    const auto followed = [this, search, then = std::move(then)](const Result<session::RunHandle *> &run) {
        if (run && !search.files.isEmpty())
            connect(*run, &session::RunHandle::ended, this,
                    [this, search](const jobs::Progress &end) { writeFile(end.run, search); });
        then(run);
    };
    if (const models::RunEntry *entry = m_runs.run(last))
        m_starter.runAgain(entry->info, followed);
    else
        m_starter.runFirst(search, followed);
}

// What the run stored last, and which ads are one job, has to be there.
void SearchActions::writeFile(store::RunId run, const SavedSearch &search)
{
    m_services.session.adGrouping().whenDone(this, [this, run, search] {
        if (!m_services.session.hasProject())
            return;
        m_services.session.project().writer().flush(this, [this, run, search](const Result<void> &) {
            if (m_services.session.hasProject())
                m_files.start([path = m_services.session.project().path(), run, search] {
                    return session::writeRunFile(path, run, search, QDateTime::currentDateTime());
                });
        });
    });
}

void SearchActions::runAgain()
{
    const auto search = chosen();
    const store::RunId last = newestRun();
    if (!search)
        return;
    if (m_runs.isUnderWay(last)) {
        Q_EMIT message(tr("It is under way already."));
        return;
    }
    run(*search, last, [this, search = *search, last](const Result<session::RunHandle *> &run) {
        Q_EMIT begun(search, last, run);
    });
}

void SearchActions::openSettings()
{
    const auto search = chosen();
    if (!search)
        return;
    QStringList folders;
    for (const SavedSearch &other : m_searches.all())
        folders << other.folder;
    const bool isKept = !m_services.session.projectSlot().isUnsaved();
    auto *dialog =
        new SearchDialog(*search, m_panel.current().data().toString(), folders,
                         isKept ? m_services.session.project().path() : QString(), m_panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before = *search] {
        m_edits.change(before, dialog->search(), tr("Change the saved search"));
    });
    dialog->open();
}

void SearchActions::give()
{
    const auto search = chosen();
    if (!search)
        return;
    auto *dialog = new QFileDialog(m_panel.window(), tr("Save the search to a file"), {}, filter());
    dialog->setObjectName(u"giveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(Ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, search = *search](const QString &path) { writeGiven(search, path); });
    dialog->open();
}

void SearchActions::writeGiven(const SavedSearch &search, const QString &path)
{
    m_givenPath = path;
    const models::RunEntry *entry = m_runs.run(newestRun());
    m_given.start([project = m_services.session.project().path(), search,
                   run = entry ? std::optional(entry->info) : std::nullopt]() -> Result<QByteArray> {
        const auto addresses = session::firstAddresses(project, search, run ? &*run : nullptr);
        if (!addresses)
            return std::unexpected(addresses.error());
        return SearchFile::write(search, *addresses);
    });
}

void SearchActions::take()
{
    auto *dialog = new QFileDialog(m_panel.window(), tr("Take a search from a file"), {}, filter());
    dialog->setObjectName(u"takeDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SearchActions::readTaken);
    dialog->open();
}

/// What would ask elsewhere or less politely is taken only when the user says so.
void SearchActions::readTaken(const QString &path)
{
    const auto bytes = readBounded(path, SearchFile::MostBytes);
    const auto file = bytes ? SearchFile::read(*bytes) : std::unexpected(bytes.error());
    if (!file) {
        Q_EMIT failed(tr("No search can be taken from this file."), file.error());
        return;
    }
    if (file->questions.isEmpty()) {
        keepTaken(file->search);
        return;
    }
    const QString question = tr("Take “%1” as it is?").arg(file->search.name);
    auto *box =
        new QMessageBox(QMessageBox::Question, question, question, QMessageBox::Cancel, m_panel.window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(file->questions.join(u'\n'));
    const QPushButton *without = box->addButton(tr("Leave that out"), QMessageBox::AcceptRole);
    const QPushButton *whole = box->addButton(tr("Take all of it"), QMessageBox::DestructiveRole);
    connect(without, &QPushButton::clicked, this, [this, search = file->search] { keepTaken(search); });
    connect(whole, &QPushButton::clicked, this, [this, search = file->asWritten] { keepTaken(search); });
    box->open();
}

void SearchActions::keepTaken(SavedSearch search)
{
    if (!m_services.session.hasProject())
        return;
    search.number = m_searches.nextNumber();
    if (search.name.isEmpty())
        search.name = tr("Search %1").arg(search.number);
    SavedSearch none = search;
    none.name.clear();
    none.note.clear();
    none.addresses.clear();
    m_edits.change(none, search, tr("Take a search from a file"));
    Q_EMIT message(tr("“%1” stands on the left. Run again asks what it asks.").arg(search.name));
}

} // namespace linnet::gui
