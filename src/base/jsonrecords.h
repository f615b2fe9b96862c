// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

class QIODevice;

namespace linnet {

/// Takes a large JSON text (RFC 8259) apart into its records, one after the other, and never holds more than
/// one of them. A record is an object that stands in an array and in no other record: {"items": [{…}, {…}]}.
/// Where each line is a text of its own, it is the line. Not thread-safe; what a record says is not checked.
class JsonRecords
{
public:
    enum class Shape : quint8
    {
        Arrays,
        Lines, ///< JSON lines
    };
    /// Where reading may begin, then and again.
    struct Place
    {
        qint64 offset = 0;    ///< bytes from the beginning
        QByteArray open = {}; ///< the brackets that are open there, such as "{["

        bool operator==(const Place &) const = default;
    };

    static constexpr qsizetype LargestRecord = 32 * 1024 * 1024; ///< bytes

    /// device stands where `from` says and outlives this.
    JsonRecords(QIODevice &device, Shape shape, Place from);

    /// The next record, good until the next call; a null view at the end. BadBody when the text is no JSON
    /// there or ends too early, TooLarge, Io; the detail says at which byte. After an error there is no more.
    Result<QByteArrayView> next();
    /// Behind the last record that next() gave.
    const Place &place() const { return m_place; }

    /// Of a text that begins so.
    static Shape shapeOf(QByteArrayView beginning);

private:
    bool fill(); ///< false at the end
    Result<QByteArrayView> nextElement();
    Result<QByteArrayView> nextLine();
    Result<void> close(char bracket);
    bool isMark(char letter) const; ///< of the byte order mark
    Result<void> skipText();
    Result<qsizetype> endOfObject();
    std::unexpected<Error> bad(Reason reason, const QString &what) const;
    QByteArrayView taken(qsizetype end);

    QIODevice &m_device;
    Shape m_shape;
    Place m_place;
    QByteArray m_open;
    QByteArray m_buffer;
    qsizetype m_at = 0;    ///< in the buffer
    qsizetype m_begin = 0; ///< what stands before it in the buffer may go
    qint64 m_base = 0;     ///< of the buffer, from the beginning of the text
    bool m_isBroken = false;
    QString m_readError;
};

} // namespace linnet
