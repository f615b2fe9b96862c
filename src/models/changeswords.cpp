// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changeswords.h"

#include "session/changes/newrows.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Part
{
    QLatin1StringView change;
    const char *text;
};

// The order in which people want to know it.
constexpr Part Parts[] = {
    {"new"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln new")},
    {"broken"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln newly broken")},
    {"mended"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln mended")},
    {"gone"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln gone")},
    {"not_seen"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln not seen")},
    {"reposted"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln posted again")},
    {"doubled"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln posted twice")},
    {"reopened"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln open again")},
    {"changed"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln changed")},
    {"out_of_window"_L1, QT_TRANSLATE_N_NOOP("linnet::models", "%Ln outside what was asked")},
};

QString say(const char *text, qint64 count)
{
    return QCoreApplication::translate("linnet::models", text, nullptr, int(count));
}

QStringList partsOf(const session::RunChanges &changes, const QStringList &codes)
{
    QStringList parts;
    for (const Part &part : Parts) {
        const qint64 count = changes.counts().changes.value(part.change);
        if (count > 0 && (codes.isEmpty() || codes.contains(part.change)))
            parts.append(say(part.text, count));
    }
    return parts;
}

} // namespace

QString changesInWords(const session::RunChanges &changes)
{
    const analysis::ComparisonCounts &counts = changes.counts();
    QStringList parts = partsOf(changes, {});
    if (counts.pay > 0)
        parts.append(say(QT_TRANSLATE_N_NOOP("linnet::models", "pay differs for %Ln"), counts.pay));
    return parts.join(u", ");
}

QString changesSentence(const session::RunChanges &changes)
{
    const QString words = changesInWords(changes);
    if (words.isEmpty())
        return QCoreApplication::translate("linnet::models", "Nothing changed since %1.")
            .arg(runMoment(changes.runs().older));
    return QCoreApplication::translate("linnet::models", "Since %1: %2")
        .arg(runMoment(changes.runs().older), words);
}

QString newsSentence(const session::RunChanges &changes)
{
    const QString words = partsOf(changes, session::newsCodes(*changes.runs().rows)).join(u", ");
    if (words.isEmpty())
        return QCoreApplication::translate("linnet::models", "Nothing new since %1.")
            .arg(runMoment(changes.runs().older));
    return QCoreApplication::translate("linnet::models", "Since %1: %2")
        .arg(runMoment(changes.runs().older), words);
}

QString runMoment(const store::RunInfo &run)
{
    const QDateTime started = QDateTime::fromString(run.started, Qt::ISODate).toLocalTime();
    return started.isValid() ? QLocale().toString(started, u"d MMM yyyy HH:mm") : run.started;
}

} // namespace linnet::models
