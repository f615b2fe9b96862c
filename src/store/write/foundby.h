// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::store {

/// Which queries of a list found a row, in the order of the list, whatever the order in which they say so.
struct FoundBy
{
    QString first;   ///< of the lowest number, as it is written
    QString all;     ///< items of a List column, one for each query
    QString numbers; ///< of these, in their order: "3;17"

    /// False when that query is known already. title and item: the query as it stands in `first` and in
    /// `all`.
    bool add(int number, const QString &title, const QString &item);
};

} // namespace linnet::store
