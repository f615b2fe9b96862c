// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/inputreader.h"

#include "base/boundedfile.h"
#include "encoding/filetext.h"

#include <QHash>

#include <algorithm>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;
using jobs::AddressInput;

namespace {

constexpr size_t LooksAt = 100; ///< records that decide about separator and column

/// Reads records with their quotes (RFC 4180); a quote within an unquoted cell stands for itself.
class CsvRecords
{
public:
    CsvRecords(QStringView text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    std::vector<InputTable::Record> read(size_t most)
    {
        std::vector<InputTable::Record> records;
        while (m_at < m_text.size() && records.size() < most) {
            InputTable::Record record{m_line, {}};
            do
                record.cells.append(cell());
            while (take(m_separator));
            endLine();
            records.push_back(std::move(record));
        }
        return records;
    }

private:
    bool take(QChar wanted)
    {
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }
    bool isLineEnd() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    void endLine()
    {
        if (m_at >= m_text.size())
            return;
        const bool pair = m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
        m_at += pair ? 2 : 1;
        ++m_line;
    }
    QString cell()
    {
        if (take(u'"'))
            return quoted();
        const qsizetype from = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_separator && !isLineEnd())
            ++m_at;
        return m_text.sliced(from, m_at - from).toString();
    }
    QString quoted()
    {
        QString text;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == u'"' && !take(u'"'))
                break;
            if (c == u'\n')
                ++m_line;
            text += c;
        }
        // What stands behind the closing quote belongs to the cell all the same.
        while (m_at < m_text.size() && m_text[m_at] != m_separator && !isLineEnd())
            text += m_text[m_at++];
        return text;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

bool isAddress(const QString &cell)
{
    return AddressInput::address(cell.trimmed(), AddressInput::NoScheme::TakeAsHttps).has_value() &&
           (cell.contains(u'.') || cell.contains(u':')) && !cell.trimmed().contains(u' ');
}

bool isBlank(const InputTable::Record &record)
{
    return std::ranges::all_of(record.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

/// How many columns the separator makes of nearly every record; 1 when it does not.
int columnsBy(const std::vector<InputTable::Record> &records)
{
    QHash<qsizetype, int> counts;
    int all = 0;
    for (const InputTable::Record &record : records) {
        if (isBlank(record))
            continue;
        ++all;
        ++counts[record.cells.size()];
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (count.key() > 1 && *count * 10 >= all * 8)
            return int(count.key());
    }
    return 1;
}

RefusedLine bare(const AddressInput::Refused &refused)
{
    const AddressInput::Refused without = refused.withoutLogin();
    return {without.text, without.line, without.error};
}

int likelyColumn(const InputTable &table)
{
    const size_t looked = std::min(table.records.size(), LooksAt);
    int best = 0;
    int most = -1;
    for (int column = 0; column < table.columnCount(); ++column) {
        int found = 0;
        for (size_t i = 0; i < looked; ++i)
            found += isAddress(table.records[i].cells.value(column)) ? 1 : 0;
        if (found > most) {
            most = found;
            best = column;
        }
    }
    return best;
}

} // namespace

int InputTable::columnCount() const
{
    qsizetype columns = names.size();
    for (size_t i = 0; i < std::min(records.size(), LooksAt); ++i)
        columns = std::max(columns, records[i].cells.size());
    return int(columns);
}

CheckInput CheckInput::of(const AddressInput &input)
{
    CheckInput result;
    result.repeated = input.repeated;
    for (const AddressInput::Address &address : input.addresses)
        result.addresses.push_back(CheckAddress::of(address.url, address.line));
    for (const AddressInput::Refused &refused : input.refused)
        result.refused.push_back(bare(refused));
    return result;
}

void CheckInput::add(const CheckInput &more)
{
    QHash<QByteArray, int> known;
    for (const CheckAddress &address : addresses)
        known.insert(address.address.href(), address.line);
    for (const CheckAddress &address : more.addresses) {
        const auto first = known.constFind(address.address.href());
        if (first != known.constEnd()) {
            repeated.append({address.line, *first});
            continue;
        }
        known.insert(address.address.href(), address.line);
        addresses.push_back(address);
    }
    refused.insert(refused.end(), more.refused.begin(), more.refused.end());
    repeated.append(more.repeated);
}

Result<QByteArray> InputReader::load(const QString &path)
{
    return readBounded(path, LargestFile);
}

InputTable InputReader::read(const QByteArray &bytes)
{
    const QString text = encoding::fileText(bytes, encoding::OtherBytes::Guess);
    InputTable table;
    int columns = 1;
    for (const QChar separator : {QChar(u'\t'), QChar(u';'), QChar(u',')}) {
        const int found = columnsBy(CsvRecords(text, separator).read(LooksAt));
        if (found > columns) {
            columns = found;
            table.separator = separator;
        }
    }
    if (!table.isTable()) {
        table.plain = QStringList{text};
        return table;
    }
    table.records = CsvRecords(text, table.separator).read(size_t(text.size()) + 1);
    std::erase_if(table.records, isBlank);
    table.column = likelyColumn(table);
    if (table.records.size() > 1 && !isAddress(table.records[0].cells.value(table.column)) &&
        isAddress(table.records[1].cells.value(table.column))) {
        table.names = table.records.front().cells;
        table.records.erase(table.records.begin());
    }
    return table;
}

CheckInput InputReader::take(const InputTable &table, int column, NoScheme noScheme)
{
    if (!table.isTable())
        return CheckInput::of(AddressInput::fromText(table.plain.value(0), noScheme));
    CheckInput result;
    QHash<QByteArray, int> known;
    for (const InputTable::Record &record : table.records) {
        const QString cell = record.cells.value(column).trimmed();
        if (cell.isEmpty())
            continue;
        const auto address = AddressInput::address(cell, noScheme);
        if (!address) {
            result.refused.push_back(bare({record.line, cell.left(200), address.error()}));
            continue;
        }
        CheckAddress taken = CheckAddress::of(*address, record.line);
        const auto first = known.constFind(taken.address.href());
        if (first != known.constEnd()) {
            result.repeated.append({record.line, *first});
            continue;
        }
        known.insert(taken.address.href(), record.line);
        result.addresses.push_back(std::move(taken));
    }
    return result;
}

} // namespace linnet::checks
