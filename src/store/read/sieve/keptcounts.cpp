// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/sieve/keptcounts.h"

#include "table/schema.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

namespace linnet::store {

namespace {

constexpr quint32 Format = 1;
constexpr auto StreamVersion = QDataStream::Qt_6_4;

} // namespace

QByteArray KeptCounts::keyOf(const RowQuery &query)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(StreamVersion);
    stream << QString(query.schema->key);
    for (const table::Condition &condition : query.filter.conditions) {
        stream << condition.column << int(condition.op) << condition.negated
               << qint64(condition.operands.size());
        for (const table::Value &operand : condition.operands)
            stream << quint64(operand.index()) << table::toText(operand);
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

QByteArray KeptCounts::pack() const
{
    QByteArray packed;
    QDataStream stream(&packed, QIODevice::WriteOnly);
    stream.setVersion(StreamVersion);
    stream << Format << QCoreApplication::applicationVersion() << writes << counts;
    return packed;
}

KeptCounts KeptCounts::unpack(const QByteArray &packed)
{
    QDataStream stream(packed);
    stream.setVersion(StreamVersion);
    quint32 format = 0;
    QString program;
    KeptCounts kept;
    stream >> format >> program >> kept.writes >> kept.counts;
    const bool isKnown = stream.status() == QDataStream::Ok && stream.atEnd() && format == Format &&
                         program == QCoreApplication::applicationVersion();
    return isKnown ? kept : KeptCounts();
}

} // namespace linnet::store
