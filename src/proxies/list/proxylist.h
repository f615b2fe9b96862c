// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/proxyline.h"

#include <QHash>

namespace linnet::proxies {

/// What a list was.
enum class ListForm : quint8
{
    Lines, ///< places are lines
    Json,  ///< places are entries
    Table, ///< a page's table or a file with column names; places are rows
};

/// The proxies of one or several lists, each once, and what could not be taken.
struct ProxyList
{
    struct Entry
    {
        Proxy proxy;
        int place;   ///< counted from 1
        QString key; ///< Proxy::key()

        bool operator==(const Entry &) const = default;
    };
    struct Problem
    {
        int place;
        QString text; ///< what stands there when it can hold no password, else ""
        LineFault fault;
        QString detail;
        QList<Proxy> readings; ///< of an ambiguous line

        /// BadLine, for summaries: "line 7: bad_port 70000".
        Error error() const;

        bool operator==(const Problem &) const = default;
    };

    ListForm form = ListForm::Lines;
    QList<Entry> entries;
    QList<Problem> problems;
    int places = 0; ///< looked at: lines that are not blank, entries, rows
    int duplicates = 0;
    int unsupported = 0; ///< entries that are listed but cannot be used

    bool operator==(const ProxyList &) const = default;

    /// Adds one that is not there yet; true when it was new.
    bool add(const Proxy &proxy, int place);
    void addReading(const LineReading &reading, int place, QStringView text);

private:
    QHash<QString, qsizetype> m_known; ///< by Proxy::key()
};

} // namespace linnet::proxies
