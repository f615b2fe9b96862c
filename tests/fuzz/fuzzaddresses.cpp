// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzaddresses.h"

#include "checks/inputreader.h"
#include "encoding/filetext.h"
#include "fuzz/fuzzinput.h"
#include "table/filtervalue.h"
#include "url/urlresolver.h"

#include <QSet>

#include <algorithm>

namespace linnet::fuzz {

namespace {

using namespace Qt::Literals::StringLiterals;
using checks::CheckInput;
using checks::InputReader;
using checks::InputTable;
using jobs::AddressInput;

constexpr int MostColumns = 40; // each is taken on its own

QStringList linesOf(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return text.split(u'\n');
}

bool isBlank(QStringView line)
{
    return std::ranges::all_of(
        line, [](QChar c) { return c.isSpace() || c == QChar(0xFEFF) || c == QChar(0x200B); });
}

bool isComment(QStringView line)
{
    const auto first = std::ranges::find_if_not(line, [](QChar c) { return isBlank(QStringView(&c, 1)); });
    return first != line.end() && *first == u'#';
}

/// Every line is accounted for; the first may be the name of a column.
void checkLines(const AddressInput &input, const QString &text)
{
    QSet<int> known;
    QSet<int> taken;
    for (const AddressInput::Address &address : input.addresses)
        taken.insert(address.line);
    known = taken;
    for (const AddressInput::Refused &refused : input.refused) {
        require(refused.error.reason != Reason::None && refused.text.size() <= 200,
                "a refusal has its reason");
        known.insert(refused.line);
    }
    for (const AddressInput::Repeated &repeated : input.repeated) {
        require(taken.contains(repeated.firstLine) && repeated.firstLine <= repeated.line,
                "a repetition names the line that was taken");
        known.insert(repeated.line);
    }
    const QStringList lines = linesOf(text);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isNothing = isBlank(lines[i]) || isComment(lines[i]);
        require(!isNothing || !known.contains(int(i) + 1), "an empty line is no address");
        require(isNothing || i == 0 || known.contains(int(i) + 1),
                "every line is taken, repeated or refused");
    }
    require(std::ranges::all_of(known, [&](int line) { return line >= 1 && line <= lines.size(); }),
            "every line that is named is there");
}

void checkReadAgain(const AddressInput &input)
{
    QString text;
    for (const AddressInput::Address &address : input.addresses) {
        // Two addresses on one line, when the first lacks its scheme, are taken for one.
        if (address.url.contains(",http"_L1, Qt::CaseInsensitive) ||
            address.url.contains(";http"_L1, Qt::CaseInsensitive))
            return;
        // In quotes a semicolon at its end is its own.
        text += u'"' + address.url + u"\"\n"_s;
    }
    const AddressInput again = AddressInput::fromText(text);
    require(again.refused.isEmpty() && again.repeated.isEmpty(), "what was taken is taken again");
    const bool same = std::ranges::equal(again.addresses, input.addresses, {}, &AddressInput::Address::url,
                                         &AddressInput::Address::url);
    require(same, "what was taken reads as itself");
}

void checkNoLogin(const CheckInput &input)
{
    for (const checks::CheckAddress &address : input.addresses) {
        const QUrl url(QString::fromLatin1(address.address.href()));
        require(url.userInfo().isEmpty(), "the name of an address has no login");
        require(url::parseUrl(address.text().toStdString()).login.empty(),
                "what is shown of an address has no login");
    }
}

QString written(const InputTable &table)
{
    QString text;
    const auto add = [&](const QStringList &cells) {
        QStringList quoted;
        for (const QString &cell : cells)
            quoted.append(table::FilterValue::quoted(cell));
        text += quoted.join(table.separator) + u"\r\n"_s;
    };
    if (!table.names.isEmpty())
        add(table.names);
    for (const InputTable::Record &record : table.records)
        add(record.cells);
    return text;
}

/// Written as CSV it is the same table, when the same separator is found.
void checkWritten(const InputTable &table)
{
    const InputTable again = InputReader::read(written(table).toUtf8());
    if (again.separator != table.separator)
        return;
    require(again.names == table.names && again.column == table.column,
            "a table that is written has its columns");
    require(std::ranges::equal(again.records, table.records, {}, &InputTable::Record::cells,
                               &InputTable::Record::cells),
            "a table that is written has its cells");
}

void checkTable(const InputTable &table, const QString &text)
{
    const qsizetype lines = linesOf(text).size();
    int last = 0;
    for (const InputTable::Record &record : table.records) {
        require(record.line > last && record.line <= lines, "records stand one below the other");
        last = record.line;
    }
    require(table.column >= 0 && table.column < std::max(1, table.columnCount()), "the column is there");
    for (int column = 0; column < std::min(table.columnCount(), MostColumns); ++column) {
        const CheckInput taken = InputReader::take(table, column, InputReader::NoScheme::TakeAsWeb);
        const auto cells = std::ranges::count_if(table.records, [column](const InputTable::Record &record) {
            return !record.cells.value(column).trimmed().isEmpty();
        });
        require(std::size_t(cells) ==
                    taken.addresses.size() + taken.refused.size() + std::size_t(taken.repeated.size()),
                "every cell is taken, repeated or refused");
        checkNoLogin(taken);
    }
    // Letters that no file can hold would not come back.
    if (std::ranges::none_of(text,
                             [](QChar c) { return c.isSurrogate() || c == QChar(0xFEFF) || c.isNull(); }))
        checkWritten(table);
}

} // namespace

int fuzzAddresses(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    const QString text = encoding::fileText(input.bytes(), encoding::OtherBytes::Guess);
    const auto noScheme = AddressInput::NoScheme(input.choice(3));
    const AddressInput read = AddressInput::fromBytes(input.bytes(), noScheme);
    checkLines(read, text);
    checkReadAgain(read);
    const CheckInput taken = CheckInput::of(read);
    checkNoLogin(taken);
    const InputTable table = InputReader::read(input.bytes());
    if (table.isTable())
        checkTable(table, text);
    return 0;
}

} // namespace linnet::fuzz
