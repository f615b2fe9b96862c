// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowquery.h"

#include <QByteArray>
#include <QHash>

namespace linnet::store {

/// How many rows of one run pass which filters, as the project keeps it (AttachmentWrite::Kind::Counts): what
/// was counted once is known when the project is opened again. Good for the moment it was counted at, and for
/// the version of the program that did, as another one may make columns otherwise.
struct KeptCounts
{
    qint64 writes = -1;               ///< of rows, by then: of the table moment
    QHash<QByteArray, qint64> counts; ///< by keyOf()

    /// Of a query of one run, whose sort means nothing.
    static QByteArray keyOf(const RowQuery &query);

    QByteArray pack() const;
    /// Nothing is known when the bytes are something else.
    static KeptCounts unpack(const QByteArray &packed);
};

} // namespace linnet::store
