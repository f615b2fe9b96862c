// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/project/mergecommand.h"

#include "base/places.h"
#include "cli/options/filerole.h"
#include "cli/options/options.h"
#include "cli/output/courseoutput.h"
#include "session/saved/mergedsearches.h"
#include "store/project/projectmerge.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

QString MergeCommand::summary() const
{
    return tr("Make one project of two: all runs of both.");
}

void MergeCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"projects"_s, tr("Two project files; neither is changed."), u"A B"_s);
    options.add({u"o"_s, u"output"_s}, tr("The new project; there must be none yet."), u"FILE"_s);
    if (endedByParsing(options, args))
        return;
    const QStringList projects = options.positional();
    const QString path = options.text(u"output"_s);
    if (projects.size() != 2 || path.isEmpty()) {
        endWith(BadUsage, {Reason::BadValue, 0, u"A B -o FILE"_s});
        return;
    }
    if (const auto distinct = checkDistinct({{u"A"_s, projects[0], FileRole::Use::Read},
                                             {u"B"_s, projects[1], FileRole::Use::Read},
                                             {u"--output"_s, path, FileRole::Use::Write}});
        !distinct) {
        endWith(BadUsage, distinct.error());
        return;
    }
    if (QFileInfo::exists(path)) {
        endWith(BadUsage, {Reason::BadValue, 0, tr("%1 exists already").arg(path)});
        return;
    }
    auto *watcher = new QFutureWatcher<Result<qint64>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, path] { onMerged(watcher->result(), path); });
    watcher->setFuture(QtConcurrent::run(
        [first = projects[0], second = projects[1], path,
         course = courseFor(this, console(), m_stop.get_token(), tr("becoming one project: %1%"))] {
            return store::mergeProjects(first, second, path, &session::mergedSearches, course);
        }));
}

void MergeCommand::interrupt()
{
    if (m_session)
        Command::interrupt();
    else
        m_stop.request_stop();
}

void MergeCommand::onMerged(const Result<qint64> &added, const QString &path)
{
    if (hasEnded())
        return;
    console().endProgress();
    if (!added && added.error().reason == Reason::Cancelled) {
        end(Interrupted);
        return;
    }
    if (!added) {
        const Reason reason = added.error().reason;
        const bool isInput = reason == Reason::NotAProject || reason == Reason::NewerProject ||
                             (reason == Reason::Io && !QFileInfo::exists(added.error().detail));
        endWith(isInput ? BadUsage : NotStored, added.error());
        return;
    }
    m_session = std::make_unique<session::Session>(Places::own().data);
    if (const auto opened = m_session->projectSlot().open(path); !opened) {
        endWith(NotStored, opened.error());
        return;
    }
    m_session->adGrouping().start();
    m_session->adGrouping().whenDone(this, [this, runs = int(*added), path] {
        console().say(tr("%n run(s) were added; the project of both is %1.", nullptr, runs).arg(path));
        end(Done);
    });
}

} // namespace linnet::cli
