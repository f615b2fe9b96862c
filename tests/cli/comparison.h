// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/clirunner.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

/// What "linnet-cli compare" writes of p.linnet: rows into c.jsonl, the summary into c.json.
namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

using Counts = QHash<QString, int>; ///< of each kind of change

inline CliResult compare(const CliRunner &cli, const QStringList &more = {})
{
    return cli.run(
        QStringList{u"compare"_s, u"p.linnet"_s, u"-o"_s, u"c.jsonl"_s, u"--summary"_s, u"c.json"_s} + more);
}

inline QJsonObject summary(const CliRunner &cli)
{
    return QJsonDocument::fromJson(cli.read(u"c.json"_s)).object();
}

inline Counts changes(const CliRunner &cli)
{
    Counts result;
    const QJsonObject told = summary(cli)[u"changes"_s].toObject();
    for (auto count = told.begin(); count != told.end(); ++count)
        result.insert(count.key(), count->toInt());
    return result;
}

inline QList<QJsonObject> rows(const CliRunner &cli)
{
    QList<QJsonObject> rows;
    for (const QByteArray &line : cli.read(u"c.jsonl"_s).trimmed().split('\n')) {
        if (!line.isEmpty())
            rows.append(QJsonDocument::fromJson(line).object());
    }
    return rows;
}

} // namespace linnet::test
