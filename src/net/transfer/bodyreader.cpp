// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/bodyreader.h"

#include <algorithm>

namespace linnet::net {

namespace {

/// Text shrinks to a tenth, rarely to a thirtieth; what grows more than this is made to harm.
constexpr qint64 BombRatio = 40;

bool is(QByteArrayView coding, QByteArrayView name)
{
    return coding.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

BodyReader::BodyReader(qint64 limit, QByteArrayView contentEncoding, qint64 keep)
    : m_limit(limit)
    , m_keep(keep < 0 ? limit : std::min(keep, limit))
{
    const QByteArrayView coding = contentEncoding.trimmed();
    if (is(coding, "gzip") || is(coding, "x-gzip") || is(coding, "deflate"))
        m_inflater.emplace();
    else
        m_unknown = !coding.isEmpty() && !is(coding, "identity");
}

void BodyReader::expect(qint64 bytes)
{
    constexpr qint64 Most = 4 * 1024 * 1024; // a promise costs the server nothing
    m_body.reserve(qsizetype(std::clamp<qint64>(bytes, 0, std::min(m_keep, Most))));
}

Reason BodyReader::feed(QByteArrayView data)
{
    m_received += data.size();
    if (m_unknown && !data.isEmpty())
        return Reason::Undecodable;
    if (!m_inflater) {
        if (m_received > m_limit)
            return Reason::TooLarge;
        m_length += data.size();
        if (const qsizetype room = qsizetype(m_keep) - m_body.size(); room > 0)
            m_body.append(data.first(std::min(data.size(), room)));
        return Reason::None;
    }
    // Packed data that unpacks to nothing must not go on for ever either.
    if (m_received > m_limit + m_limit / 8 + 65536)
        return Reason::TooLarge;
    // One byte beyond the limit tells "exactly at the limit" from "over it".
    const qint64 dropped = m_length - m_body.size();
    const Inflater::State state = m_inflater->feed(data, m_body, m_limit + 1 - dropped);
    m_length = dropped + m_body.size();
    m_body.truncate(qsizetype(std::min(qint64(m_body.size()), m_keep)));
    switch (state) {
    case Inflater::State::Broken:
        return Reason::Undecodable;
    case Inflater::State::More:
    case Inflater::State::End:
    case Inflater::State::Full:
        break;
    }
    if (m_length <= m_limit)
        return Reason::None;
    return m_length / BombRatio > m_inflater->consumed() ? Reason::Bomb : Reason::TooLarge;
}

Reason BodyReader::finish() const
{
    if (m_inflater && m_received > 0 && m_inflater->state() != Inflater::State::End)
        return Reason::Truncated;
    return Reason::None;
}

} // namespace linnet::net
