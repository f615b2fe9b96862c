// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/projectopener.h"

#include "base/errortext.h"
#include "session/sample/sampleproject.h"
#include "session/session.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDamage(const Error &error)
{
    return error.reason == Reason::Storage || error.reason == Reason::NotAProject;
}

bool isOutdated(const QString &path)
{
    const auto reader = store::RowReader::open(path);
    return reader && (*reader)->isOutdated().value_or(false);
}

QMessageBox *makeBox(QMessageBox::Icon icon, const QString &name, const QString &what, const QString &more,
                     QWidget &window)
{
    auto *box = new QMessageBox(icon, what, what, QMessageBox::NoButton, &window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(more);
    return box;
}

} // namespace

ProjectOpener::ProjectOpener(session::Session &session, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
    , m_sample([this](const Result<QString> &made) {
        if (made)
            open(*made);
        else
            Q_EMIT failed(tr("The sample project cannot be made."), made.error());
    })
{
}

bool ProjectOpener::check(const QString &path)
{
    if (!QFileInfo::exists(path))
        return true;
    const auto readable = store::RowReader::open(path);
    if (!readable)
        say(path, readable.error());
    return readable.has_value();
}

void ProjectOpener::open(const QString &path)
{
    const Result<void> done = m_session.projectSlot().open(path);
    if (done) {
        Q_EMIT opened();
        return;
    }
    const bool isThere = QFileInfo(path).isFile() && store::RowReader::open(path);
    if (isThere && done.error().reason == Reason::Locked)
        askToRead(path);
    else if (isThere && done.error().reason == Reason::Io)
        openToRead(path, Reason::Io);
    else
        say(path, done.error());
}

void ProjectOpener::openSample()
{
    m_sample.start(
        [folder = m_session.projectSlot().sampleFolder()] { return session::SampleProject::makeIn(folder); });
}

void ProjectOpener::askToRead(const QString &path)
{
    if (isOutdated(path)) {
        sayOutdated(Reason::Locked);
        return;
    }
    auto *box =
        makeBox(QMessageBox::Question, u"lockedBox"_s,
                tr("“%1” is open in another Linnet.").arg(QFileInfo(path).fileName()),
                tr("It can be opened to read here: rows can be looked at, filtered and exported while "
                   "the other Linnet goes on. To change something close it there first, or save it "
                   "under another name afterwards."),
                m_window);
    const QPushButton *read = box->addButton(tr("Open to read"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(read, &QPushButton::clicked, this, [this, path] { openToRead(path, Reason::Locked); });
    box->open();
}

void ProjectOpener::openToRead(const QString &path, Reason why)
{
    if (isOutdated(path)) {
        sayOutdated(why);
        return;
    }
    const Result<void> done = m_session.projectSlot().openToRead(path, why);
    if (done)
        Q_EMIT opened();
    else
        say(path, done.error());
}

void ProjectOpener::sayOutdated(Reason why)
{
    const QString more =
        why == Reason::Locked
            ? tr("It was made by an earlier version of Linnet and has to be brought up to date first, but it "
                 "is open in another Linnet. Close it there, then open it here.")
            : tr("It was made by an earlier version of Linnet and has to be brought up to date first, but it "
                 "cannot be written where it is. Copy it to a folder of your own and open the copy.");
    QMessageBox *box =
        makeBox(QMessageBox::Warning, u"outdatedBox"_s, tr("The project cannot be opened."), more, m_window);
    box->addButton(QMessageBox::Ok);
    box->open();
}

void ProjectOpener::say(const QString &path, const Error &error)
{
    if (QFileInfo(path).isFile() && isDamage(error))
        offerRescue(path, error);
    else
        Q_EMIT failed(tr("The project cannot be opened."), error);
}

void ProjectOpener::offerRescue(const QString &path, const Error &error)
{
    const QString name = QDir::toNativeSeparators(path);
    const QString more =
        error.reason == Reason::NotAProject
            ? tr("%1 is not a Linnet project. If it was one, it is damaged: a rescue brings what can still "
                 "be "
                 "read into a new project and leaves this file as it is.")
            : tr("%1 seems to be damaged. A rescue brings what can still be read into a new project and "
                 "leaves this file as it is. A copy from before the damage is better still.");
    QMessageBox *box = makeBox(QMessageBox::Warning, u"damagedBox"_s, tr("The project cannot be opened."),
                               more.arg(name), m_window);
    const QPushButton *rescue = box->addButton(tr("Rescue what can be read…"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    connect(rescue, &QPushButton::clicked, this, [this, path] { Q_EMIT rescueWanted(path); });
    box->open();
}

} // namespace linnet::gui
