// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/probe/probereader.h"

#include <algorithm>

namespace linnet::net {

ProbeReader::State ProbeReader::feed(const QByteArray &bytes)
{
    m_in += bytes;
    if (m_state == State::Head)
        m_state = readHead();
    if (m_state == State::Body)
        m_state = readBody();
    return m_state;
}

ProbeReader::State ProbeReader::close()
{
    if (m_state == State::Body && !m_chunked && m_length < 0)
        m_state = State::Whole;
    return m_state;
}

ProbeReader::State ProbeReader::readHead()
{
    static constexpr QByteArrayView Start = "HTTP/1.";
    const QByteArrayView begin = QByteArrayView(m_in).first(std::min(m_in.size(), Start.size()));
    if (begin != Start.first(begin.size()))
        return State::Garbage;
    const qsizetype strict = m_in.indexOf("\r\n\r\n");
    const qsizetype loose = m_in.indexOf("\n\n");
    const bool isLoose = loose >= 0 && (strict < 0 || loose < strict);
    const qsizetype end = isLoose ? loose : strict;
    if (end < 0)
        return m_in.size() > MaxHead ? State::TooLarge : State::Head;
    const QList<QByteArray> lines = m_in.first(end).split('\n');
    m_in.remove(0, end + (isLoose ? 2 : 4));
    m_status = lines.first().mid(9, 3).toInt();
    if (lines.first().size() < 12 || m_status < 100 || m_status > 999)
        return State::Garbage;
    m_headers.clear();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            m_headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    // 100 Continue and its like announce the real answer.
    if (m_status < 200)
        return readHead();
    m_chunked = header("Transfer-Encoding").toLower().contains("chunked");
    const QByteArray length = header("Content-Length");
    bool counted = false;
    const qint64 number = length.toLongLong(&counted);
    m_length = counted && number >= 0 && !m_chunked ? number : -1;
    if (m_length > MaxBody)
        return State::TooLarge;
    const bool tunnel = m_headOnly && m_status < 300;
    return tunnel || m_status == 204 || m_status == 304 ? State::Whole : State::Body;
}

ProbeReader::State ProbeReader::readBody()
{
    if (m_chunked)
        return readChunks();
    m_body += std::exchange(m_in, {});
    if (m_length >= 0 && m_body.size() >= m_length) {
        m_body.truncate(m_length);
        return State::Whole;
    }
    return m_body.size() > MaxBody ? State::TooLarge : State::Body;
}

ProbeReader::State ProbeReader::readChunks()
{
    for (;;) {
        const qsizetype end = m_in.indexOf("\r\n");
        if (end < 0)
            return m_in.size() > 100 ? State::Garbage : State::Body;
        bool ok = false;
        const qint64 size = m_in.first(end).split(';').first().trimmed().toLongLong(&ok, 16);
        if (!ok || size < 0)
            return State::Garbage;
        if (size > MaxBody || m_body.size() + size > MaxBody)
            return State::TooLarge;
        if (size == 0)
            return State::Whole;
        if (m_in.size() < end + 2 + size + 2)
            return State::Body;
        m_body += QByteArrayView(m_in).sliced(end + 2, size);
        m_in.remove(0, end + 2 + size + 2);
    }
}

} // namespace linnet::net
