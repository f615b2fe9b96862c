// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/viewmemory.h"

#include "session/saved/taskid.h"
#include "table/filterparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString viewKey(const store::RunInfo &run)
{
    return u"view/"_s + session::taskId(run.kind, run.params);
}

} // namespace

ViewMemory::ViewMemory(models::ProjectMemory &memory)
    : m_memory(memory)
{
}

ResultsView::State ViewMemory::of(const store::RunInfo &run) const
{
    return fromText(m_memory.text(viewKey(run)));
}

void ViewMemory::keep(const store::RunInfo &run, const ResultsView::State &state)
{
    m_memory.set(viewKey(run), toText(state));
}

QString ViewMemory::toText(const ResultsView::State &state)
{
    QJsonObject tables;
    for (const table::Schema *schema : table::allSchemas()) {
        if (!state.tables.contains(schema->key))
            continue;
        const ResultsView::State::Table view = state.tables.value(schema->key);
        QJsonObject object;
        object[u"filter"_s] = // none is something, too: the usual one was taken away
            view.filter.isEmpty() ? QString() : table::FilterParser(*schema).toText(view.filter);
        QJsonArray sort;
        for (const table::SortKey &key : view.sort)
            sort.append(QJsonObject{{u"column"_s, key.column}, {u"descending"_s, key.descending}});
        if (!sort.isEmpty())
            object[u"sort"_s] = sort;
        tables[schema->key] = object;
    }
    return tables.isEmpty() ? QString()
                            : QString::fromUtf8(QJsonDocument(tables).toJson(QJsonDocument::Compact));
}

ResultsView::State ViewMemory::fromText(const QString &text)
{
    ResultsView::State result;
    const QJsonObject tables = QJsonDocument::fromJson(text.toUtf8()).object();
    for (const table::Schema *schema : table::allSchemas()) {
        const QJsonObject object = tables[schema->key].toObject();
        ResultsView::State::Table view;
        if (const auto filter = table::FilterParser(*schema).parse(object["filter"_L1].toString()); filter)
            view.filter = *filter;
        const QJsonArray sort = object["sort"_L1].toArray();
        for (const QJsonValue &key : sort) {
            const QString column = key["column"_L1].toString();
            if (schema->indexOf(column))
                view.sort << table::SortKey{column, key["descending"_L1].toBool()};
        }
        const QJsonValue filter = object["filter"_L1];
        const bool isWithout = filter.isString() && filter.toString().isEmpty();
        if (!view.filter.isEmpty() || !view.sort.isEmpty() || isWithout)
            result.tables.insert(schema->key, view);
    }
    return result;
}

} // namespace linnet::gui
