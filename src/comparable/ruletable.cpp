// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/ruletable.h"

#include <QFile>
#include <QList>

#include <algorithm>
#include <array>

// A static library's resources are not registered by themselves; the macro needs the global namespace.
static void registerRules()
{
    Q_INIT_RESOURCE(rules);
}

namespace linnet::comparable {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Columns{"rule", "for", "since", "value", "source"};

QByteArray &cellOf(RuleLine &line, size_t column)
{
    QByteArray *const cells[] = {&line.rule, &line.of, &line.since, &line.value, &line.source};
    return *cells[column];
}

char separatorOf(QByteArrayView header)
{
    for (const char separator : {'\t', ';'}) {
        if (header.contains(separator))
            return separator;
    }
    return ',';
}

/// The cells of a line; nothing when a quote is not closed in it.
Result<QList<QByteArray>> cellsOf(QByteArrayView line, char separator)
{
    QList<QByteArray> cells;
    for (qsizetype at = 0; at <= line.size(); ++at) {
        QByteArray cell;
        const bool isQuoted = at < line.size() && line[at] == '"';
        if (isQuoted) {
            for (++at;; ++at) {
                if (at == line.size())
                    return fail(Reason::BadLine);
                if (line[at] != '"')
                    cell += line[at];
                else if (at + 1 < line.size() && line[at + 1] == '"')
                    cell += line[at++];
                else
                    break;
            }
            ++at;
        }
        for (; at < line.size() && line[at] != separator; ++at)
            cell += line[at];
        cells.append(cell.trimmed());
    }
    return cells;
}

std::unexpected<Error> badLine(int line, const QString &why)
{
    return fail(Reason::BadLine, u"%1: %2"_s.arg(line).arg(why));
}

} // namespace

Result<std::vector<RuleLine>> readRuleTable(QByteArrayView text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    std::vector<RuleLine> result;
    QList<qsizetype> places; // of Columns among the cells
    char separator = 0;
    int number = 0;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype end = text.indexOf('\n', from);
        end = end < 0 ? text.size() : end;
        const QByteArrayView line = text.sliced(from, end - from);
        from = end + 1;
        ++number;
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        if (!separator)
            separator = separatorOf(line);
        const Result<QList<QByteArray>> cells =
            cellsOf(line.endsWith('\r') ? line.chopped(1) : line, separator);
        if (!cells)
            return badLine(number, u"a quotation mark is not closed"_s);
        if (places.isEmpty()) {
            for (const char *column : Columns)
                places.append(cells->indexOf(QByteArray(column)));
            if (places[0] < 0 || places[3] < 0)
                return badLine(number, u"the header must name rule and value"_s);
            continue;
        }
        RuleLine read;
        read.line = number;
        for (size_t column = 0; column < Columns.size(); ++column)
            cellOf(read, column) = cells->value(places[qsizetype(column)]);
        if (read.rule.isEmpty())
            return badLine(number, u"no rule is named"_s);
        result.push_back(std::move(read));
    }
    return result;
}

std::vector<RuleLine> bundledRules(const QString &path)
{
    registerRules();
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    auto read = readRuleTable(isOpen ? file.readAll() : QByteArray());
    Q_ASSERT(read && !read->empty());
    return read ? std::move(*read) : std::vector<RuleLine>();
}

QByteArray toRuleTable(const std::vector<RuleLine> &lines)
{
    QByteArray text = "rule\tfor\tsince\tvalue\tsource\n";
    for (RuleLine line : lines) {
        for (size_t column = 0; column < Columns.size(); ++column) {
            QByteArray cell = cellOf(line, column);
            if (cell.contains('\t') || cell.startsWith('"'))
                cell = '"' + cell.replace("\"", "\"\"") + '"';
            text += (column == 0 ? "" : "\t") + cell;
        }
        text += '\n';
    }
    return text;
}

} // namespace linnet::comparable
