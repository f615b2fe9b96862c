// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/textoutput.h"

#include "exports/file/fileerror.h"

#include <QFileDevice>

#include <cerrno>
#include <charconv>

namespace linnet::exports {

namespace {

constexpr qsizetype PieceBytes = 256 * 1024;

/// The text with every lone surrogate replaced.
QString repaired(QStringView text)
{
    QString result = text.toString();
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (!result.at(i).isSurrogate())
            continue;
        const bool pair =
            result.at(i).isHighSurrogate() && i + 1 < result.size() && result.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

} // namespace

TextOutput::TextOutput(QIODevice &device)
    : m_device(device)
    , m_encoder(QStringEncoder::Utf8, QStringConverter::Flag::Stateless)
{
    m_buffer.resize(PieceBytes + PieceBytes / 4);
}

void TextOutput::putText(QStringView text)
{
    char *begin = reserve(m_encoder.requiredSpace(text.size()));
    const char *end = m_encoder.appendToBuffer(begin, text);
    if (m_encoder.hasError()) {
        m_encoder.resetState();
        put(repaired(text).toUtf8());
        return;
    }
    m_size += end - begin;
}

void TextOutput::putNumber(qint64 number)
{
    constexpr qsizetype Longest = 20;
    char *begin = reserve(Longest);
    m_size += std::to_chars(begin, begin + Longest, number).ptr - begin;
}

Result<void> TextOutput::flush()
{
    errno = 0;
    qsizetype done = 0;
    while (done < m_size) {
        const qint64 written = m_device.write(m_buffer.data() + done, m_size - done);
        if (written <= 0)
            return std::unexpected(deviceError(m_device, errno));
        done += written;
    }
    m_written += done;
    m_size = 0;
    return {};
}

Result<void> TextOutput::flushIfLarge()
{
    if (m_size < PieceBytes)
        return {};
    return flush();
}

Result<void> TextOutput::finish()
{
    if (const Result<void> flushed = flush(); !flushed)
        return flushed;
    errno = 0;
    auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (file && !file->flush())
        return std::unexpected(deviceError(m_device, errno));
    return {};
}

} // namespace linnet::exports
