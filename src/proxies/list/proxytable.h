// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/proxylist.h"

#include <QStringList>

namespace linnet::proxies {

/// Rows of cells whose first row, or a later one, names the columns: the tables of free lists and CSV files.
/// Columns are known by their header texts, never by position.
class ProxyTable
{
public:
    /// Where what stands; -1 = not there. Either host and port, or whole.
    struct Columns
    {
        int host = -1;
        int port = -1;
        int whole = -1;
        int scheme = -1;
        int user = -1;
        int password = -1;

        static std::optional<Columns> find(const QStringList &names);
    };

    explicit ProxyTable(ProxyScheme fallback)
        : m_fallback(fallback)
    {
        m_list.form = ListForm::Table;
    }

    /// Rows before the one with the names are skipped.
    void addRow(const QStringList &cells);
    bool hasColumns() const { return m_columns.has_value(); }
    ProxyList take() { return std::move(m_list); }

private:
    ProxyScheme schemeOf(const QStringList &cells) const;

    ProxyScheme m_fallback;
    std::optional<Columns> m_columns;
    ProxyList m_list;
    int m_row = 0;
};

} // namespace linnet::proxies
