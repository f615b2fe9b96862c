// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/projectcare.h"

#include "gui/project/projectruns.h"
#include "gui/project/workdialog.h"
#include "gui/readonlywords.h"
#include "session/runkinds.h"
#include "session/saved/keptruns.h"
#include "store/project/projectcompact.h"
#include "store/rescue/damagewords.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <limits>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Ending = "linnet"_L1;

int plural(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

ProjectCare::ProjectCare(session::Session &session, const models::RunList &runs, ProjectOpener &opener,
                         QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_runs(runs)
    , m_opener(opener)
    , m_window(window)
{
    connect(&opener, &ProjectOpener::rescueWanted, this,
            [this](const QString &path) { askRescue(path, m_window); });
}

QString ProjectCare::whyNotClosed() const
{
    if (const QString why = whyReadOnly(m_session.projectSlot()); !why.isEmpty())
        return why;
    return m_session.runsUnderWay().isEmpty() ? QString() : tr("A run is under way. Finish it first.");
}

void ProjectCare::askThin(int keep, QWidget &over)
{
    std::vector<store::RunInfo> infos;
    for (const models::RunEntry &run : m_runs.runs())
        infos.push_back(run.info);
    const QList<store::RunId> beyond = session::runsBeyond(infos, keep);
    if (beyond.isEmpty()) {
        Q_EMIT told(
            tr("No search has more than %n run(s) with rows: nothing is to be removed.", nullptr, keep),
            false);
        return;
    }
    qint64 rows = 0;
    for (const store::RunId run : beyond)
        rows += m_runs.run(run)->rows;
    const QString what = tr("Remove the rows of %n older run(s)?", nullptr, int(beyond.size()));
    auto *box = new QMessageBox(QMessageBox::Warning, what, what, QMessageBox::NoButton, &over);
    box->setObjectName(u"thinBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("%Ln row(s) of results go, with their requests. The runs stay in all lists with "
           "their counts, but cannot be looked at, exported or compared any more.",
           nullptr, plural(rows)) +
        u"\n\n"_s + tr("This cannot be undone."));
    const QPushButton *agree = box->addButton(tr("Remove the rows"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(agree, &QPushButton::clicked, this, [this, beyond] { thin(beyond); });
    box->open();
}

void ProjectCare::thin(const QList<store::RunId> &runs)
{
    if (!m_session.hasProject())
        return;
    for (const store::RunId run : runs) {
        if (!m_runs.isUnderWay(run))
            m_session.project().writer().removeRows(run);
    }
    m_session.project().writer().flush(this, [this, runs](const Result<void> &done) {
        if (!done) {
            Q_EMIT failed(tr("The rows could not be removed."), done.error());
            return;
        }
        Q_EMIT thinned(runs);
        Q_EMIT told(tr("%n run(s) kept as counts only.", nullptr, int(runs.size())), false);
    });
}

void ProjectCare::askCompact(QWidget &over)
{
    const auto needs = store::compactNeeds(m_session.project().path());
    if (!needs) {
        Q_EMIT failed(tr("The project cannot be compacted."), needs.error());
        return;
    }
    const QString room = tr("It needs up to %1 for a while; %2 are free on this disk.")
                             .arg(sizeText(needs->bytes), sizeText(needs->available));
    const QString what = needs->areMet() ? tr("Give the room of what was removed back?")
                                         : tr("There is not enough room to compact the project.");
    auto *box = new QMessageBox(needs->areMet() ? QMessageBox::Question : QMessageBox::Warning, what, what,
                                QMessageBox::NoButton, &over);
    box->setObjectName(u"compactBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (!needs->areMet()) {
        box->setInformativeText(room);
        box->addButton(QMessageBox::Ok);
    } else {
        box->setInformativeText(room + u' ' +
                                tr("The project is written anew without what was removed: it is closed "
                                   "meanwhile, and what was deleted or changed before cannot be undone "
                                   "afterwards."));
        const QPushButton *agree = box->addButton(tr("Compact"), QMessageBox::AcceptRole);
        box->addButton(QMessageBox::Cancel);
        connect(agree, &QPushButton::clicked, this, [this, &over] { compact(over); });
    }
    box->open();
}

// What was deleted goes for good when the project closes, and its room with it.
void ProjectCare::compact(QWidget &over)
{
    if (!m_session.hasProject() || !whyNotClosed().isEmpty())
        return;
    const QString path = m_session.project().path();
    if (const Result<void> closed = m_session.projectSlot().close(); !closed) {
        Q_EMIT failed(tr("The project could not be closed cleanly."), closed.error());
        m_opener.open(path);
        return;
    }
    using Report = Result<store::CompactReport>;
    WorkDialog::run<Report>(
        &over, tr("%1 is being compacted…").arg(QFileInfo(path).fileName()),
        [path](const store::Course &course) { return store::compactProject(path, course); },
        [this, path](const Report &report) {
            m_opener.open(path);
            if (report)
                Q_EMIT told(tr("%1 before, %2 now.").arg(sizeText(report->before), sizeText(report->after)),
                            false);
            else if (report.error().reason == Reason::Cancelled)
                Q_EMIT told(tr("The compaction was stopped; the project is as it was."), false);
            else
                Q_EMIT failed(tr("The project could not be compacted; it is as it was."), report.error());
            Q_EMIT ended();
        });
}

void ProjectCare::check(QWidget &over)
{
    const QString path = m_session.project().path();
    using Report = Result<store::CheckReport>;
    WorkDialog::run<Report>(
        &over, tr("Every page of %1 is being looked at…").arg(QFileInfo(path).fileName()),
        [path](const store::Course &course) { return store::checkProject(path, course); },
        [this](const Report &report) {
            if (report)
                Q_EMIT told(store::DamageWords::of(*report).join(u'\n'), !report->isWhole());
            else if (report.error().reason == Reason::Cancelled)
                Q_EMIT told(tr("The check was stopped before its end."), false);
            else
                Q_EMIT failed(tr("The project cannot be checked."), report.error());
        });
}

void ProjectCare::askRescue(const QString &from, QWidget &over)
{
    const QFileInfo file(from);
    auto *dialog = new QFileDialog(&over, tr("Rescue into a new project"), file.absolutePath(),
                                   tr("Linnet projects (*.%1)").arg(Ending));
    dialog->setObjectName(u"rescueDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten
    dialog->setDefaultSuffix(Ending);
    dialog->selectFile(tr("%1 rescued").arg(file.completeBaseName()) + u'.' + Ending);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, from, &over](const QString &to) { rescue(from, to, over); });
    dialog->open();
}

void ProjectCare::rescue(const QString &from, const QString &to, QWidget &over)
{
    if (QFileInfo::exists(to)) {
        Q_EMIT failed(tr("There is a file of this name already. Choose another name for the new project."),
                      {Reason::BadValue, 0, QDir::toNativeSeparators(to)});
        return;
    }
    session::ProjectSlot &slot = m_session.projectSlot();
    const bool isOpen = slot.isOpen() && QFileInfo(slot.project().path()).canonicalFilePath() ==
                                             QFileInfo(from).canonicalFilePath();
    if (isOpen) {
        if (const Result<void> closed = slot.close(); !closed)
            Q_EMIT failed(tr("The project could not be closed cleanly."), closed.error());
    }
    using Report = Result<store::RescueReport>;
    WorkDialog::run<Report>(
        &over, tr("What can be read of %1 goes into a new project…").arg(QFileInfo(from).fileName()),
        [from, to](const store::Course &course) {
            return store::rescueProject(from, to, session::kindThatFills, course);
        },
        [this, from, to, isOpen, &over](const Report &report) {
            if (report || isOpen)
                m_opener.open(report ? to : from);
            if (!report && report.error().reason != Reason::Cancelled) {
                Q_EMIT failed(tr("Nothing could be rescued."), report.error());
            } else if (report) {
                const QString what = tr("What could be read is in the new project, which is open now.");
                auto *box = new QMessageBox(QMessageBox::Information, what, what, QMessageBox::Ok, &over);
                box->setObjectName(u"rescuedBox"_s);
                box->setAttribute(Qt::WA_DeleteOnClose);
                box->setTextFormat(Qt::PlainText);
                box->setInformativeText(store::DamageWords::of(*report).join(u'\n'));
                box->open();
            }
            Q_EMIT ended();
        });
}

} // namespace linnet::gui
