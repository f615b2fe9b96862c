// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/querylines.h"

#include "base/textfold.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype Shown = 200; ///< of a line that is refused

/// A line of a table.
struct Record
{
    int line = 0;
    QStringList cells;
    bool isBroken = false; ///< a quotation mark is not closed, or not at the end of its cell
    QStringView text = {}; ///< as it stands there
};

/// Reads a table record by record. A quoted cell may have line breaks, but a mark that closes nowhere, or
/// within some text, costs its own line only.
class Records
{
public:
    explicit Records(QStringView text)
        : m_text(text)
    {
    }

    bool isAtEnd() const { return m_at >= m_text.size(); }

    /// separator: null for plain lines.
    Record next(QChar separator)
    {
        const qsizetype begin = m_at;
        Record record{m_line, {}};
        if (!separator.isNull()) {
            do
                record.cells.append(cell(separator, record.isBroken));
            while (!record.isBroken && take(separator));
        }
        if (record.isBroken || separator.isNull()) {
            m_at = begin;
            m_line = record.line;
            toLineEnd();
            record.cells = {m_text.sliced(begin, m_at - begin).toString()};
        }
        record.text = m_text.sliced(begin, m_at - begin);
        passLineEnd();
        return record;
    }

private:
    bool isLineEnd() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    bool take(QChar wanted)
    {
        if (isAtEnd() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }
    void toLineEnd()
    {
        while (!isAtEnd() && !isLineEnd())
            ++m_at;
    }
    void passLineEnd()
    {
        if (isAtEnd())
            return;
        const bool pair = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
        m_at += pair ? 2 : 1;
        ++m_line;
    }
    QString cell(QChar separator, bool &isBroken)
    {
        if (take(u'"'))
            return quoted(separator, isBroken);
        const qsizetype from = m_at;
        while (!isAtEnd() && m_text[m_at] != separator && !isLineEnd())
            ++m_at;
        return m_text.sliced(from, m_at - from).toString();
    }
    QString quoted(QChar separator, bool &isBroken)
    {
        QString text;
        for (;;) {
            if (isAtEnd() || text.size() > QueryLines::LongestText) {
                isBroken = true;
                return {};
            }
            if (take(u'"')) {
                if (!take(u'"'))
                    break;
                text += u'"';
            } else if (isLineEnd()) {
                passLineEnd();
                text += u' ';
            } else {
                text += m_text[m_at++];
            }
        }
        isBroken = !isAtEnd() && m_text[m_at] != separator && !isLineEnd();
        return text;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

bool isName(const QString &cell, std::initializer_list<QLatin1StringView> english,
            std::initializer_list<QStringView> russian)
{
    const QString name = foldText(cell.trimmed());
    return std::ranges::any_of(english, [&](QLatin1StringView known) { return name == known; }) ||
           std::ranges::any_of(russian, [&](QStringView known) { return name == known; });
}

bool namesText(const QString &cell)
{
    return isName(cell, {"text"_L1, "query"_L1}, {u"текст", u"запрос"});
}

bool namesArea(const QString &cell)
{
    return isName(cell, {"area"_L1, "region"_L1}, {u"регион", u"город"});
}

/// Which columns are the text's and the area's; -1 = none.
struct Header
{
    QChar separator;
    qsizetype text = -1;
    qsizetype area = -1;
    QStringList names;

    int known() const { return int(text >= 0) + int(area >= 0); }
};

/// What "sep=;" in the first line says, which spreadsheets write; null when there is none.
QChar declaredSeparator(QStringView text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView first = (end < 0 ? text : text.first(end)).trimmed();
    return first.startsWith(u"sep=") && first.size() == 5 ? first.back() : QChar();
}

Header headerOf(const Records &records, QChar declared)
{
    Header best;
    const QList<QChar> separators =
        declared.isNull() ? QList<QChar>{u',', u';', u'\t', u'|'} : QList<QChar>{declared};
    for (const QChar separator : separators) {
        Records copy = records;
        Header header{separator, -1, -1, copy.next(separator).cells};
        for (qsizetype i = 0; i < header.names.size(); ++i) {
            if (header.text < 0 && namesText(header.names[i]))
                header.text = i;
            else if (header.area < 0 && namesArea(header.names[i]))
                header.area = i;
        }
        if (header.known() > best.known() ||
            (header.known() == best.known() && header.names.size() > best.names.size() && header.known() > 0))
            best = header;
    }
    return best;
}

bool isBlank(const QStringList &cells)
{
    return std::ranges::all_of(cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

} // namespace

QString QueryLines::problemOf(const QString &text)
{
    if (text.size() > LongestText)
        return tr("The text is longer than %1 characters.").arg(LongestText);
    if (std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return tr("It has control characters: this is no text.");
    if (text.count(u'"') % 2 != 0)
        return tr("A quotation mark is not closed.");
    if (std::ranges::none_of(text, [](QChar c) { return c.isLetterOrNumber(); }))
        return tr("There is no word in it.");
    return {};
}

QueryLines QueryLines::read(const QString &text)
{
    QueryLines result;
    Records records(text);
    const QChar declared = declaredSeparator(text);
    if (!declared.isNull())
        records.next(QChar());
    const Header header = headerOf(records, declared);
    const bool isTable = header.known() > 0;
    // Of a single column no sign parts anything.
    QChar separator;
    if (isTable) {
        records.next(header.separator);
        separator = header.names.size() > 1 ? header.separator : QChar(u'\x1f');
        result.hasTexts = header.text >= 0;
        result.hasAreas = header.area >= 0;
        for (qsizetype i = 0; i < header.names.size(); ++i) {
            if (i != header.text && i != header.area && !header.names[i].trimmed().isEmpty())
                result.ignored.append(header.names[i].trimmed());
        }
    }
    while (!records.isAtEnd()) {
        const Record record = records.next(separator);
        if (isBlank(record.cells))
            continue;
        const auto refuse = [&](const QString &why) {
            const QStringView shown = record.text.trimmed();
            result.refused.push_back(
                {record.line, shown.first(std::min(shown.size(), Shown)).toString(), why});
        };
        Line line{record.line, record.cells.value(isTable ? header.text : 0).simplified(),
                  isTable ? record.cells.value(header.area).simplified() : QString()};
        if (record.isBroken)
            refuse(tr("A quotation mark is not closed."));
        else if (isTable && record.cells.size() > header.names.size() &&
                 !isBlank(record.cells.sliced(header.names.size())))
            refuse(tr("It has %1 cells, the first line has %2.")
                       .arg(record.cells.size())
                       .arg(header.names.size()));
        else if (result.hasTexts && line.text.isEmpty())
            refuse(tr("The text is missing."));
        else if (!result.hasTexts && line.area.isEmpty())
            refuse(tr("The region is missing."));
        else if (const QString problem = result.hasTexts ? problemOf(line.text) : QString();
                 !problem.isEmpty())
            refuse(problem);
        else
            result.lines.push_back(std::move(line));
    }
    return result;
}

} // namespace linnet::vacancies
