// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/columns/columnmap.h"

#include "imports/columns/columnnames.h"
#include "imports/text/csvreader.h"
#include "table/vacancyschema.h"

#include <QBuffer>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Columns of other rows, and of a comparison that is made anew: nothing can be stored in them.
bool isMadeByUs(const table::Schema &schema, int column)
{
    return (&schema == &table::vacancySchema() && table::isCompared(size_t(column))) ||
           !schema.columns[size_t(column)].isStored();
}

} // namespace

QStringList ColumnMap::named(const QStringList &header)
{
    QStringList names;
    QHash<QString, int> counts;
    for (qsizetype i = 0; i < header.size(); ++i) {
        QString name = header.at(i).simplified();
        if (name.isEmpty())
            name = u'#' + QString::number(i + 1);
        const int before = counts[name]++;
        names.append(before == 0 ? name : u"%1 (%2)"_s.arg(name).arg(before + 1));
    }
    return names;
}

ColumnMap ColumnMap::of(const table::Schema &schema, const QStringList &names, const ColumnChoices &choices)
{
    ColumnMap map;
    map.extend(schema, names, choices);
    return map;
}

void ColumnMap::extend(const table::Schema &schema, const QStringList &names, const ColumnChoices &choices)
{
    const qsizetype known = qsizetype(sources.size());
    for (qsizetype i = known; i < names.size(); ++i) {
        Source source{.name = names.at(i)};
        for (const auto &[name, key] : choices) {
            if (name.simplified().compare(source.name, Qt::CaseInsensitive) != 0)
                continue;
            source.isChosen = true;
            source.column = schema.indexOf(key).value_or(None);
        }
        sources.push_back(source);
    }
    // What somebody chose goes before the very name, that before one that only sounds like it, and last comes
    // what means the same.
    const auto exact = [&](const Source &source) { return ColumnNames::exact(schema, source.name); };
    const auto alike = [&](const Source &source) {
        const auto match = ColumnNames::find(schema, source.name);
        return match && match->isOurs ? match : std::nullopt;
    };
    const auto meant = [&](const Source &source) { return ColumnNames::find(schema, source.name); };
    const auto match = [&](auto &&find) {
        for (size_t i = size_t(known); i < sources.size(); ++i) {
            Source &source = sources[i];
            if (source.isChosen || source.column != None)
                continue;
            const auto found = find(source);
            source.isOurs = source.isOurs || (found && found->isOurs);
            if (found && !fills(found->column))
                source.column = found->column;
        }
    };
    match(exact);
    match(alike);
    match(meant);
    for (Source &source : sources) {
        const bool isMade = source.column == None ? ColumnNames::isReckoned(schema, source.name)
                                                  : isMadeByUs(schema, source.column);
        if (isMade) {
            source.column = None;
            source.isChosen = true;
        }
    }
}

int ColumnMap::filled() const
{
    QSet<int> columns;
    for (const Source &source : sources) {
        if (source.column != None)
            columns.insert(source.column);
    }
    return int(columns.size());
}

bool ColumnMap::isOurs() const
{
    return !sources.empty() && std::ranges::all_of(sources, &Source::isOurs);
}

int ColumnMap::sourceOf(int column) const
{
    for (size_t i = 0; i < sources.size(); ++i) {
        if (sources[i].column == column)
            return int(i);
    }
    return -1;
}

QStringList ColumnMap::unknown() const
{
    QStringList names;
    for (const Source &source : sources) {
        if (source.column == None && !source.isChosen)
            names.append(source.name);
    }
    return names;
}

Result<ColumnChoices> ColumnMap::readChoices(const QByteArray &csv, const table::Schema *schema)
{
    TextShape shape = TextShape::ofBytes(csv);
    shape.separator = CsvReader::separatorOf(toUtf8(csv, shape));
    QBuffer device;
    device.setData(csv);
    device.open(QIODevice::ReadOnly);
    CsvReader reader(device, shape, {});
    ColumnChoices choices;
    SourceRow row;
    const auto bad = [&row](const QString &what) {
        return fail(Reason::BadLine, u"line %1: %2"_s.arg(row.line).arg(what));
    };
    for (bool isFirst = true;; isFirst = false) {
        const auto read = reader.next(row);
        if (!read)
            return std::unexpected(read.error());
        if (!*read)
            break;
        const QString name = table::toText(row.cell(0)).simplified();
        const QString key = table::toText(row.cell(1)).trimmed();
        if (isFirst && name == "column"_L1 && key == "as"_L1)
            continue;
        if (!row.fault.isEmpty())
            return bad(row.fault);
        if (name.isEmpty() || row.cells.size() > 2)
            return bad(u"column,as"_s);
        const auto has = [&key](const table::Schema *one) { return one->indexOf(key).has_value(); };
        const bool isKnown =
            key.isEmpty() || (schema ? has(schema) : std::ranges::any_of(ColumnNames::schemas(), has));
        if (!isKnown)
            return bad(key);
        choices.append({name, key});
    }
    return choices;
}

QJsonObject ColumnMap::toJson(const ColumnChoices &choices)
{
    QJsonObject json;
    for (const auto &[name, key] : choices)
        json[name] = key;
    return json;
}

ColumnChoices ColumnMap::fromJson(const QJsonObject &json)
{
    ColumnChoices choices;
    for (auto member = json.begin(); member != json.end(); ++member)
        choices.append({member.key(), member.value().toString()});
    return choices;
}

} // namespace linnet::imports
