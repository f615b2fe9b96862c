// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/projectbanner.h"

#include "base/errortext.h"
#include "gui/readonlywords.h"
#include "gui/widgets/retranslate.h"
#include "session/session.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

ProjectBanner::ProjectBanner(session::Session &session, QWidget *parent)
    : Banner(parent)
    , m_session(session)
{
    setObjectName(u"projectBanner"_s);
    const session::ProjectSlot &slot = session.projectSlot();
    connect(&slot, &session::ProjectSlot::opened, this, [this] {
        m_copy = m_session.project().copyOfBefore();
        m_isSample = m_session.projectSlot().isSample();
        showState();
    });
    connect(&slot, &session::ProjectSlot::closed, this, [this] {
        m_stalled.reset();
        m_copy.clear();
        m_isSample = false;
        showState();
    });
    connect(&session, &session::Session::stalled, this, [this](const Error &error) {
        m_stalled = error;
        showState();
    });
    connect(&session, &session::Session::recovered, this, [this] {
        m_stalled.reset();
        showState();
    });
    connect(this, &Banner::actionClicked, this, &ProjectBanner::act);
    connect(this, &Banner::closed, this, [this] {
        m_copy.clear();
        m_isSample = false;
    });
    if (session.hasProject())
        m_copy = session.project().copyOfBefore();
    keepTranslated(this, [this] { showState(); });
}

QWidget *ProjectBanner::above(QWidget &below)
{
    auto *both = new QWidget(parentWidget());
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(this);
    layout->addWidget(&below, 1);
    return both;
}

// What loses work comes first.
void ProjectBanner::showState()
{
    const QString readOnly = whyReadOnly(m_session.projectSlot());
    setClosable(!m_stalled && readOnly.isEmpty());
    if (m_stalled) {
        setActions({});
        say(Tone::Bad, tr("Nothing can be stored just now. %1 Linnet tries again every few seconds; do not "
                          "close it before that.")
                           .arg(ErrorText::sentence(*m_stalled)));
    } else if (!readOnly.isEmpty()) {
        setActions({tr("Read again"), tr("Save as…")});
        say(Tone::Info, readOnly);
    } else if (!m_copy.isEmpty()) {
        setActions({tr("Show in folder")});
        say(Tone::Info,
            tr("This project was made by an earlier version of Linnet and was brought up to date. "
               "As it was, it is kept as %1.")
                .arg(QDir::toNativeSeparators(m_copy)));
    } else if (m_isSample) {
        setActions({tr("Save as…")});
        say(Tone::Info,
            tr("This is the sample project: all in it is invented, the dates too. Change what you like; "
               "who opens it anew finds it as it was. Saved under another name it is yours."));
    } else {
        setActions({});
        say(Tone::Info, {});
    }
}

void ProjectBanner::act(int action)
{
    const session::ProjectSlot &slot = m_session.projectSlot();
    if (slot.isSample() && !slot.isReadOnly()) {
        Q_EMIT saveAsWanted();
    } else if (slot.isReadOnly()) {
        if (action == 0)
            m_session.projectSlot().readAgain();
        else
            Q_EMIT saveAsWanted();
    } else if (!m_copy.isEmpty()) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_copy).absolutePath()));
    }
}

} // namespace linnet::gui
