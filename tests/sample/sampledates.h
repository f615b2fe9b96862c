// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/runid.h"
#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "table/proxyschema.h"

#include <QStringList>

#include <utility>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Rewrites what a project says of when and where: the sample's runs were all made within a minute.
class SampleDates
{
public:
    explicit SampleDates(store::Database &database)
        : m_database(database)
    {
    }

    /// Everything that the program itself dated in a run, so many days earlier.
    Result<void> move(RunId run, int days)
    {
        const QByteArray of = " WHERE run_id = " + QByteArray::number(run);
        QByteArrayList all{
            "UPDATE run SET " + earlier("started", days) + ", " + earlier("ended", days) +
                " WHERE id = " + QByteArray::number(run),
            "UPDATE attempt SET started_ms = started_ms - " + QByteArray::number(days) + " * 86400000" + of,
            "UPDATE work SET failed_at = failed_at - " + QByteArray::number(days) + " * 86400" + of};
        for (const table::Schema *schema : table::allSchemas()) {
            for (const table::Column &column : schema->columns) {
                if (column.key == "fetched_at"_L1 || column.key == "checked_at"_L1)
                    all.append("UPDATE " + store::Relation(*schema).table() + " SET " +
                               earlier(QByteArray(column.key.data(), column.key.size()), days) + of);
            }
        }
        return exec(all);
    }

    /// Requests went through the practice server, which took them for all it is called; nobody needs to know.
    Result<void> forgetProxy() { return exec({"UPDATE attempt SET proxy = ''"}); }

    /// Other addresses for the proxies and their judge, which is at the practice server, as they stand in
    /// texts, and times as if they stood somewhere. No name may be the beginning of another.
    Result<void> renameProxies(const QList<std::pair<QString, QString>> &names, const QString &practice)
    {
        const QByteArray rows = store::Relation(table::proxySchema()).table();
        const QByteArray ofThese = " WHERE run_id IN (SELECT id FROM run WHERE kind = 'proxies')";
        QByteArrayList all;
        for (const auto &[was, name] : names) {
            const auto renamed = [&](const QByteArrayList &columns) {
                QByteArrayList sets;
                for (const QByteArray &column : columns)
                    sets.append(column + " = replace(" + column + ", '" + was.toUtf8() + "', '" +
                                name.toUtf8() + "')");
                return sets.join(", ");
            };
            all += {"UPDATE run SET " + renamed({"params"}) + " WHERE kind = 'proxies'",
                    "UPDATE work SET " + renamed({"key", "host", "ref", "detail"}) + ofThese,
                    "UPDATE " + rows + " SET " + renamed({"row_key", "proxy", "detail"})};
        }
        all.append("UPDATE run SET params = json_set(params, '$.practice', '" + practice.toUtf8() +
                   "') WHERE kind = 'proxies'");
        for (const char *column : {"latency", "latency_p95"})
            all.append("UPDATE " + rows + " SET " + column + " = round(" + column +
                       " + 0.07 + 0.31 * (row_id % 4), 3)");
        return exec(all);
    }

private:
    /// "2026-11-30T19:01:02Z" and what is like it; the time of the day stays.
    static QByteArray earlier(const QByteArray &column, int days)
    {
        return column + " = date(substr(" + column + ", 1, 10), '-" + QByteArray::number(days) +
               " days') || substr(" + column + ", 11)";
    }

    Result<void> exec(const QByteArrayList &all)
    {
        for (const QByteArray &sql : all) {
            if (const Result<void> done = m_database.exec(sql); !done)
                return done;
        }
        return {};
    }

    store::Database &m_database;
};

} // namespace linnet::test
