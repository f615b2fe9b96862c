// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encoding/decoder.h"
#include "imports/recordreader.h"
#include "imports/text/textshape.h"

#include <QCoreApplication>

#include <optional>
#include <string>

class QIODevice;

namespace linnet::imports {

/// Reads a table with separators (RFC 4180; comma, semicolon, tab or bar) row by row. Line breaks may be CR
/// LF, LF or CR. A quotation mark within a cell that does not begin with one stands for itself; what stands
/// behind the closing one belongs to the cell. A mark that is never closed costs its line, not the rest.
class CsvReader final : public RecordReader
{
    Q_DECLARE_TR_FUNCTIONS(linnet::imports::CsvReader)

public:
    static constexpr qsizetype LargestRecord = 32 * 1024 * 1024; ///< bytes

    /// device stands where `from` says, or at its beginning; it outlives this.
    CsvReader(QIODevice &device, TextShape shape, const RecordPlace &from);

    Result<bool> next(SourceRow &row) override;
    const RecordPlace &place() const override { return m_place; }

    /// The separator that makes the best table of a text that begins so, in UTF-8.
    static char separatorOf(QByteArrayView beginning);
    /// What stands in the state of a place: the number of its line.
    static RecordPlace placeAt(qint64 offset, qint64 line);

private:
    enum class End : quint8
    {
        Whole,
        Cut,      ///< more bytes are needed
        OpenQuote ///< the text ends within a quoted cell
    };
    struct Cell
    {
        qsizetype begin = 0; ///< in the buffer
        qsizetype end = 0;
        qsizetype tailEnd = 0; ///< of what stands behind the closing mark, which begins at end + 1
        bool isQuoted = false;
        bool isDoubled = false; ///< marks within it are doubled
    };

    bool fill();
    End scan(bool quotes);
    End scanQuoted(Cell &cell);
    Result<bool> whole(bool quotes); ///< false: the record is longer than it may be
    void skipLine();
    void passTo(qsizetype end);
    void take(SourceRow &row);
    QString textOf(const Cell &cell, bool isUtf8) const;
    QString decoded(std::string_view bytes, bool isUtf8) const;

    QIODevice &m_device;
    TextShape m_shape;
    RecordPlace m_place;
    std::optional<encoding::Decoder> m_decoder; ///< of UTF-16; else the buffer holds the bytes themselves
    QByteArray m_buffer;
    qsizetype m_begin = 0; ///< of the record, in the buffer
    qsizetype m_end = 0;   ///< behind it and its line break
    std::vector<Cell> m_cells;
    qint64 m_line = 1;
    qint64 m_bytesRead;     ///< of the file, what stood before the place included
    bool m_isAtEnd = false; ///< of the device
    QString m_readError;
};

} // namespace linnet::imports
