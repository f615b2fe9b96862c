// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/markcommand.h"

#include "cli/options/options.h"
#include "cli/output/comparedrows.h"
#include "cli/output/projectrows.h"
#include "cli/output/readproject.h"
#include "store/project/project.h"
#include "table/listvalue.h"
#include "table/markcolumns.h"

#include <QFileInfo>

#include <algorithm>
#include <span>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Looked at and written together: more would be kept in memory for nothing.
constexpr size_t AtOnce = 10'000;

QStringList tableNames()
{
    QStringList names;
    for (const table::Schema *schema : table::allSchemas()) {
        if (!table::marksOf(*schema).isEmpty())
            names.append(schema->key);
    }
    return names;
}

} // namespace

QString MarkCommand::summary() const
{
    return tr("Star, tag and note rows of a saved project.");
}

void MarkCommand::start(const QStringList &args)
{
    Options options(summary());
    options.addPositional(u"project"_s, tr("The project file."), u"PROJECT"_s);
    options.add({u"table"_s}, tableNames().join(u", "), u"NAME"_s, tableNames().front());
    addRowOptions(options);
    options.add({u"star"_s}, tr("Give these rows a star."));
    options.add({u"no-star"_s}, tr("Take their star away."));
    options.add({u"tag"_s}, tr("Add this tag; may be given several times."), u"WORD"_s);
    options.add({u"no-tag"_s}, tr("Take this tag away; may be given several times."), u"WORD"_s);
    options.add({u"note"_s}, tr("Write this note in place of the one that was there; \"\" takes it away."),
                u"TEXT"_s);
    if (!endedByParsing(options, args))
        end(run(options));
}

Result<store::MarkEdit> MarkCommand::readEdit(const Options &options)
{
    store::MarkEdit edit;
    if (options.isSet(u"star"_s) && options.isSet(u"no-star"_s))
        return fail(Reason::BadValue, u"--star, --no-star"_s);
    if (options.isSet(u"star"_s) || options.isSet(u"no-star"_s))
        edit.starred = options.isSet(u"star"_s);
    edit.tagsToAdd = options.texts(u"tag"_s);
    edit.tagsToRemove = options.texts(u"no-tag"_s);
    for (const QString &tag : edit.tagsToAdd + edit.tagsToRemove) {
        if (table::trimmedItem(tag).isEmpty())
            return fail(Reason::BadValue, u"--tag, --no-tag: \"%1\""_s.arg(tag));
    }
    if (options.isSet(u"note"_s))
        edit.note = options.text(u"note"_s);
    if (!edit.starred && !edit.note && edit.tagsToAdd.isEmpty() && edit.tagsToRemove.isEmpty())
        return fail(Reason::BadValue, u"--star, --no-star, --tag, --no-tag, --note"_s);
    return edit;
}

int MarkCommand::run(const Options &options)
{
    const auto usage = [this](const Error &error) {
        console().complain(error);
        return int(BadUsage);
    };
    const QString table = options.text(u"table"_s);
    if (!tableNames().contains(table))
        return usage({Reason::BadValue, 0, u"--table %1: %2"_s.arg(table, tableNames().join(u", "))});
    const QStringList projects = options.positional();
    if (projects.size() != 1 || !QFileInfo(projects.front()).isFile())
        return usage({Reason::BadValue, 0, u"PROJECT "_s + projects.join(u' ')});
    // A slip of the hand must not mark everything: who wants that says --where "".
    if (!options.isSet(u"where"_s))
        return usage({Reason::BadValue, 0, u"--where"_s});
    const auto edit = readEdit(options);
    if (!edit)
        return usage(edit.error());
    const auto unreadable = [this](const Error &error) {
        console().complain(error);
        return int(statusOfUnreadable(error));
    };
    const auto project = store::Project::open(projects.front());
    const auto reader = project ? (*project)->reader() : std::unexpected(project.error());
    const auto query =
        reader ? readQuery(options, *table::schemaByKey(table), **reader) : std::unexpected(reader.error());
    if (!query)
        return unreadable(query.error());
    tellCopy(**project, console());
    const auto counts = mark(**project, *query, *edit);
    const auto closed = counts ? (*project)->close() : std::unexpected(counts.error());
    if (!closed) {
        console().complain(closed.error());
        return closed.error().reason == Reason::BadValue ? BadUsage : NotStored;
    }
    console().out(tr("%Ln row(s) pass the filter; marks changed: %1.", nullptr, int(counts->rows))
                      .arg(counts->changed));
    return Done;
}

Result<MarkCommand::Counts> MarkCommand::mark(store::Project &project, const store::RowQuery &query,
                                              const store::MarkEdit &edit)
{
    std::shared_ptr<const session::RunChanges> comparison; // outlives its reader
    if (asksOverTime(query, {})) {
        auto found = comparisonFor(project.path(), query);
        if (!found)
            return std::unexpected(found.error());
        comparison = std::move(*found);
    }
    const auto reader = comparison ? store::RowReader::open(comparison->path()) : project.reader();
    const auto ids = reader ? (*reader)->ids(query) : std::unexpected(reader.error());
    if (!ids)
        return std::unexpected(ids.error());
    Counts counts{qint64(ids->size()), 0};
    for (std::span<const qint64> rest(*ids); !rest.empty();) {
        const size_t count = std::min(AtOnce, rest.size());
        auto marks = (*reader)->marks(*query.schema, rest.first(count));
        if (!marks)
            return std::unexpected(marks.error());
        rest = rest.subspan(count);
        std::vector<store::Mark> changed;
        for (const store::Mark &before : *marks) {
            if (store::Mark after = edit.applied(before); after != before)
                changed.push_back(std::move(after));
        }
        counts.changed += qint64(changed.size());
        project.writer().postMarks(*query.schema, std::move(changed));
    }
    return counts;
}

} // namespace linnet::cli
