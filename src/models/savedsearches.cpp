// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedsearches.h"

#include "session/saved/taskid.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using session::SavedSearch;

namespace {

/// Where earlier versions kept names.
QString oldNameKey(const QString &task)
{
    return u"name/"_s + task;
}

} // namespace

SavedSearches::SavedSearches(ProjectMemory &memory, QObject *parent)
    : QObject(parent)
    , m_memory(memory)
{
    connect(&memory, &ProjectMemory::changed, this, &SavedSearches::read);
    connect(&memory, &ProjectMemory::emptied, this, &SavedSearches::read);
    read();
}

void SavedSearches::read()
{
    std::vector<SavedSearch> all = session::savedSearches(m_memory.texts());
    if (all == m_all)
        return;
    m_all = std::move(all);
    Q_EMIT changed();
}

const SavedSearch *SavedSearches::of(const store::RunInfo &run) const
{
    if (m_all.empty())
        return nullptr;
    const QString task = session::taskId(run.kind, run.params);
    const auto found = std::ranges::find(m_all, task, &SavedSearch::task);
    return found == m_all.end() ? nullptr : &*found;
}

const SavedSearch *SavedSearches::byNumber(int number) const
{
    const auto found = std::ranges::find(m_all, number, &SavedSearch::number);
    return found == m_all.end() ? nullptr : &*found;
}

SavedSearch SavedSearches::ofOrNew(const store::RunInfo &run) const
{
    if (const SavedSearch *known = of(run))
        return *known;
    return {.number = nextNumber(), .kind = run.kind, .params = run.params, .name = name(run)};
}

QString SavedSearches::name(const store::RunInfo &run) const
{
    const SavedSearch *known = of(run);
    return known ? known->name : m_memory.text(oldNameKey(session::taskId(run.kind, run.params)));
}

void SavedSearches::set(const SavedSearch &search)
{
    const QString task = search.task();
    m_memory.set(oldNameKey(task), {});
    m_memory.set(SavedSearch::memoKey(task), search.isPlain() ? QString() : search.memo());
}

void SavedSearches::remove(const SavedSearch &search)
{
    m_memory.set(SavedSearch::memoKey(search.task()), {});
}

} // namespace linnet::models
