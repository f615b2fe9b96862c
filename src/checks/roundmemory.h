// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkresult.h"

#include <QHash>

namespace linnet::checks {

/// What a watch saw of each address last, and so what has changed since.
class RoundMemory
{
public:
    /// Takes up the rows of a run that was left, in their order.
    void remember(const table::Cells &row);
    /// Remembers a result; gives what is not as it was, as "status 200 > 503; title", "" when nothing is, or
    /// nothing when the address is new.
    std::optional<QString> change(const CheckResult &result);
    /// All that was remembered, in order.
    std::vector<CheckAddress> addresses() const;

private:
    struct Seen
    {
        int status = 0;
        QString reason;
        QString finalUrl;
        QString title;
        size_t text = 0; ///< hash of the preview
        int line = 0;
        qsizetype place = 0;
    };
    QHash<QString, Seen> m_seen;
};

} // namespace linnet::checks
