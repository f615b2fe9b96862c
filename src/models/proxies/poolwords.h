// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/keptlist.h"
#include "proxies/pool/poolview.h"

#include <QCoreApplication>

namespace linnet::models {

/// What is said of proxies and of the pool that they make.
class PoolWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::PoolWords)

public:
    /// "in turn", "by chance", …
    static QString rotation(proxies::Rotation rotation, int every);
    /// "good", "rests for 12 s; not wanted at hh.ru for 5 min"; null view: nothing is known of it yet.
    static QString state(const proxies::KeptProxy &proxy, const proxies::MemberView *view);
    /// "works, 0.12 s, elite", "failed: timeout"; "" = never tested.
    static QString verdict(const proxies::TestVerdict &verdict);
    /// "The next request to hh.ru goes through 10.0.0.1:3128 (in turn). Of the others: 3 resting."
    static QString next(const proxies::Forecast &forecast);
    /// "120 proxies · 3 switched off · 14 with a login"
    static QString summary(const proxies::KeptList &list);
    /// "list.txt: 120 proxies, 3 lines that cannot be read, 21.11.2026 14:02"
    static QString source(const proxies::KeptList &list, const proxies::ListSource &source);
    static QString seconds(double seconds); ///< "0.125"; "" for 0
    /// "12 s", "5 min"
    static QString left(qint64 ms);

private:
    static QString others(const proxies::Forecast &forecast);
    static QString pastProxies(const proxies::Forecast &forecast);
    static QString way(const proxies::Forecast &forecast);
};

} // namespace linnet::models
