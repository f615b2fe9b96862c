// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/bodyreader.h"

#include "net/transfer/brotliunpacker.h"
#include "net/transfer/inflater.h"
#include "net/transfer/zstdunpacker.h"

#include <QList>

#include <algorithm>
#include <ranges>

namespace linnet::net {

namespace {

/// Text shrinks to a tenth, rarely to a thirtieth; what grows more than this is made to harm.
constexpr qint64 BombRatio = 40;
constexpr size_t MostPackings = 3;

bool is(QByteArrayView coding, QByteArrayView name)
{
    return coding.compare(name, Qt::CaseInsensitive) == 0;
}

/// Null for a word that is no coding, or none that can be undone.
std::unique_ptr<Unpacker> unpackerOf(QByteArrayView coding)
{
    if (is(coding, "gzip") || is(coding, "x-gzip") || is(coding, "deflate"))
        return std::make_unique<Inflater>();
    if (is(coding, "br"))
        return std::make_unique<BrotliUnpacker>();
    if (is(coding, "zstd"))
        return std::make_unique<ZstdUnpacker>();
    return nullptr;
}

} // namespace

BodyReader::BodyReader(qint64 limit, QByteArrayView contentEncoding, qint64 keep)
    : m_limit(limit)
    , m_keep(keep < 0 ? limit : std::min(keep, limit))
{
    // Words that are no coding ("utf-8", "none", "aws-chunked") are written by servers that mean nothing by
    // them; browsers show such a body as it came.
    static constexpr QByteArrayView Foreign[]{"compress", "x-compress", "dcb", "dcz"};
    const QList<QByteArray> words = contentEncoding.toByteArray().split(',');
    for (const QByteArray &word : words | std::views::reverse) {
        const QByteArrayView coding = QByteArrayView(word).trimmed();
        m_unknown = m_unknown ||
                    std::ranges::any_of(Foreign, [coding](QByteArrayView name) { return is(coding, name); });
        if (auto unpacker = unpackerOf(coding))
            m_unpackers.push_back(std::move(unpacker));
    }
    m_unknown = m_unknown || m_unpackers.size() > MostPackings;
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
    if (m_unpackers.empty()) {
        if (m_received > m_limit)
            return Reason::TooLarge;
        m_length += data.size();
        if (const qsizetype room = qsizetype(m_keep) - m_body.size(); room > 0)
            m_body.append(data.first(std::min(data.size(), room)));
        return Reason::None;
    }
    // Packed data that unpacks to nothing must not go on for ever either.
    if (m_received > mostPacked())
        return Reason::TooLarge;
    // One byte beyond the limit tells "exactly at the limit" from "over it".
    const qint64 dropped = m_length - m_body.size();
    const Unpacker::State state = unpack(data, m_limit + 1 - dropped);
    m_length = dropped + m_body.size();
    m_body.truncate(qsizetype(std::min(qint64(m_body.size()), m_keep)));
    if (state == Unpacker::State::Broken)
        return Reason::Undecodable;
    if (m_length <= m_limit && m_between <= mostPacked())
        return Reason::None;
    return std::max(m_length, m_between) / BombRatio > m_unpackers.front()->consumed() ? Reason::Bomb
                                                                                       : Reason::TooLarge;
}

/// Behind m_body, until that has `limit` bytes.
Unpacker::State BodyReader::unpack(QByteArrayView data, qint64 limit)
{
    QByteArray packed;
    for (const auto &unpacker : m_unpackers) {
        const bool isLast = unpacker == m_unpackers.back();
        QByteArray between;
        const Unpacker::State state =
            isLast ? unpacker->feed(data, m_body, limit) : unpacker->feed(data, between, mostPacked() + 1);
        if (isLast || state == Unpacker::State::Broken)
            return state;
        m_between += between.size();
        packed = std::move(between);
        data = packed;
    }
    return Unpacker::State::More;
}

Reason BodyReader::finish() const
{
    const bool isCut = std::ranges::any_of(
        m_unpackers, [](const auto &unpacker) { return unpacker->state() != Unpacker::State::End; });
    return m_received > 0 && isCut ? Reason::Truncated : Reason::None;
}

} // namespace linnet::net
