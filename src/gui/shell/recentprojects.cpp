// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/recentprojects.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Group = "recent"_L1;
constexpr auto Counts = "counts"_L1;
constexpr int MostKinds = 32;

} // namespace

RecentProjects::RecentProjects(QSettings &settings)
    : m_settings(settings)
{
}

QList<RecentProjects::Count> RecentProjects::readCounts() const
{
    QList<Count> result;
    const int size = std::clamp(m_settings.beginReadArray(Counts), 0, MostKinds); // a file may say anything
    for (int i = 0; i < size; ++i) {
        m_settings.setArrayIndex(i);
        result.append({m_settings.value("kind"_L1).toString(), m_settings.value("runs"_L1).toInt(),
                       m_settings.value("rows"_L1).toLongLong()});
    }
    m_settings.endArray();
    return result;
}

void RecentProjects::writeCounts(const QList<Count> &counts)
{
    m_settings.beginWriteArray(Counts, int(counts.size()));
    for (int i = 0; i < counts.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue("kind"_L1, counts[i].kind);
        m_settings.setValue("runs"_L1, counts[i].runs);
        m_settings.setValue("rows"_L1, counts[i].rows);
    }
    m_settings.endArray();
}

QList<RecentProjects::Entry> RecentProjects::stored() const
{
    QList<Entry> result;
    const int size = std::clamp(m_settings.beginReadArray(Group), 0, Most);
    for (int i = 0; i < size; ++i) {
        m_settings.setArrayIndex(i);
        result.append(
            {m_settings.value("path"_L1).toString(), readCounts(), m_settings.value("used"_L1).toDateTime()});
    }
    m_settings.endArray();
    return result;
}

QList<RecentProjects::Entry> RecentProjects::entries() const
{
    QList<Entry> result = stored();
    result.removeIf(
        [](const Entry &entry) { return entry.path.isEmpty() || !QFileInfo::exists(entry.path); });
    return result;
}

void RecentProjects::remember(const Entry &entry)
{
    QList<Entry> all = stored();
    all.removeIf([&entry](const Entry &old) { return old.path == entry.path; });
    all.prepend(entry);
    write(all.first(std::min<qsizetype>(all.size(), Most)));
}

void RecentProjects::forget(const QString &path)
{
    QList<Entry> all = stored();
    all.removeIf([&path](const Entry &old) { return old.path == path; });
    write(all);
}

void RecentProjects::write(const QList<Entry> &entries)
{
    m_settings.remove(Group);
    m_settings.beginWriteArray(Group, int(entries.size()));
    for (int i = 0; i < entries.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue("path"_L1, entries[i].path);
        writeCounts(entries[i].counts);
        m_settings.setValue("used"_L1, entries[i].used);
    }
    m_settings.endArray();
}

} // namespace linnet::gui
