// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/textoutput.h"

#include "exports/file/fileerror.h"

#include <QFileDevice>

#include <cerrno>

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
    m_buffer.reserve(PieceBytes + PieceBytes / 4);
}

void TextOutput::putText(QStringView text)
{
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + m_encoder.requiredSpace(text.size()));
    const char *end = m_encoder.appendToBuffer(m_buffer.data() + before, text);
    m_buffer.resize(end - m_buffer.constData());
    if (m_encoder.hasError()) {
        m_encoder.resetState();
        m_buffer.resize(before);
        m_buffer.append(repaired(text).toUtf8());
    }
}

Result<void> TextOutput::flush()
{
    errno = 0;
    qsizetype done = 0;
    while (done < m_buffer.size()) {
        const qint64 written = m_device.write(m_buffer.constData() + done, m_buffer.size() - done);
        if (written <= 0)
            return std::unexpected(deviceError(m_device, errno));
        done += written;
    }
    m_written += done;
    m_buffer.resize(0); // keeps the room
    return {};
}

Result<void> TextOutput::flushIfLarge()
{
    if (m_buffer.size() < PieceBytes)
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
