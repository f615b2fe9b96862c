// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/bodyreader.h"

#include <QList>

#include <algorithm>

namespace linnet::net {

namespace {

/// Text shrinks to a tenth, rarely to a thirtieth; what grows more than this is made to harm.
constexpr qint64 BombRatio = 40;
constexpr int MostPackings = 2;

bool is(QByteArrayView coding, QByteArrayView name)
{
    return coding.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

BodyReader::BodyReader(qint64 limit, QByteArrayView contentEncoding, qint64 keep)
    : m_limit(limit)
    , m_keep(keep < 0 ? limit : std::min(keep, limit))
{
    // Words that are no coding ("utf-8", "none", "aws-chunked") are written by servers that mean nothing by
    // them; browsers show such a body as it came.
    static constexpr QByteArrayView Packed[]{"gzip", "x-gzip", "deflate"};
    static constexpr QByteArrayView Foreign[]{"br", "zstd", "compress", "x-compress", "dcb", "dcz"};
    int packings = 0;
    for (const QByteArray &word : contentEncoding.toByteArray().split(',')) {
        const auto isWord = [&word](QByteArrayView name) { return is(QByteArrayView(word).trimmed(), name); };
        packings += std::ranges::any_of(Packed, isWord) ? 1 : 0;
        m_unknown = m_unknown || std::ranges::any_of(Foreign, isWord);
    }
    m_unknown = m_unknown || packings > MostPackings;
    if (packings > 0)
        m_inflater.emplace();
    if (packings > 1)
        m_second.emplace();
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
    const Inflater::State state = unpack(data, m_limit + 1 - dropped);
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

/// Behind m_body, until that has `limit` bytes.
Inflater::State BodyReader::unpack(QByteArrayView data, qint64 limit)
{
    if (!m_second)
        return m_inflater->feed(data, m_body, limit);
    QByteArray between;
    const Inflater::State outer = m_inflater->feed(data, between, m_limit + 1);
    if (outer == Inflater::State::Broken)
        return outer;
    return m_second->feed(between, m_body, limit);
}

Reason BodyReader::finish() const
{
    const bool isCut = (m_inflater && m_inflater->state() != Inflater::State::End) ||
                       (m_second && m_second->state() != Inflater::State::End);
    if (m_received > 0 && isCut)
        return Reason::Truncated;
    return Reason::None;
}

} // namespace linnet::net
