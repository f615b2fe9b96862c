// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "jobs/addressinput.h"

#include <QChar>

namespace linnet::checks {

/// Addresses to check, and what became of every other line.
struct CheckInput
{
    std::vector<CheckAddress> addresses; ///< each once
    std::vector<RefusedLine> refused;
    QList<jobs::AddressInput::Repeated> repeated;

    static CheckInput of(const jobs::AddressInput &input);
    /// Adds what another list gave; addresses that are there already count as repeated.
    void add(const CheckInput &more);
};

/// A file as it is offered before it is taken: plain lines, or a table with a column of addresses.
struct InputTable
{
    struct Record
    {
        int line = 0; ///< where it begins, from 1
        QStringList cells;
    };

    QChar separator;             ///< null = plain lines
    QStringList names;           ///< of the columns, from the first record; empty when it holds data, too
    std::vector<Record> records; ///< without the one that names the columns
    QStringList plain;           ///< without a separator: the text, as one entry
    int column = 0;              ///< where the addresses seem to be

    bool isTable() const { return !separator.isNull(); }
    int columnCount() const;
};

/// Reads lists of addresses from files: encoding and separator are found by themselves. CSV as in RFC 4180,
/// with comma, semicolon or tab. Pure; any bytes are accepted.
class InputReader
{
public:
    using NoScheme = jobs::AddressInput::NoScheme;

    static constexpr qint64 LargestFile = 64 * 1024 * 1024; ///< bytes

    static InputTable read(const QByteArray &bytes);
    /// The addresses of a column; empty cells are no addresses and not counted.
    static CheckInput take(const InputTable &table, int column, NoScheme noScheme = NoScheme::Refuse);
    /// "-" is standard input. Reason::Io with the path, or TooLarge.
    static Result<QByteArray> load(const QString &path);
};

} // namespace linnet::checks
