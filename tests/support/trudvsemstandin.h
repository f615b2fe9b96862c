// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultserver.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <vector>

namespace linnet::test {

/// A record as Trudvsem lists it.
QJsonObject trudvsemRecord(const QString &id, const QString &title, const QJsonObject &more = {});

/// Speaks Trudvsem's API on loopback in the loosest way: whatever is asked, it gives the records that it has.
class TrudvsemStandIn
{
public:
    explicit TrudvsemStandIn(std::vector<QJsonObject> records = {});

    /// The next are set before the first request.
    void setPageSize(int size) { m_pageSize = size; }
    /// Whether the answers say their size.
    void setSaysSize(bool says) { m_saysSize = says; }
    /// Records that a listing asked with these words gives; the others give all of them.
    void setAnswer(const QString &words, std::vector<QJsonObject> records);
    /// From the answer to that page on, counted from 0, the list has so many records.
    void changeAfter(int page, int records);
    /// Answers pages past the last with this status instead of an empty list; 200: an error within the
    /// answer.
    void setPastEnd(int status) { m_pastEnd = status; }
    /// Answers this page with an error, always.
    void setBroken(int page) { m_broken = page; }

    QString base() const;
    QList<QUrlQuery> asked() const; ///< in order
    QStringList paths() const;

private:
    Answer answer(const Seen &seen);
    const std::vector<QJsonObject> &recordsFor(const QString &words) const;

    std::vector<QJsonObject> m_records;
    QHash<QString, std::vector<QJsonObject>> m_answers;
    int m_pageSize = 100;
    bool m_saysSize = true;
    int m_changePage = -1;
    qsizetype m_changedSize = 0;
    bool m_changed = false; ///< in the server's thread
    int m_pastEnd = 0;
    int m_broken = -1;
    FaultServer m_server; ///< last: its thread uses the others
};

} // namespace linnet::test
