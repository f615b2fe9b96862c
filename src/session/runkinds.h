// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "proxies/proxy.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include <memory>
#include <span>

namespace linnet::table {
struct Schema;
}

namespace linnet::jobs {
struct RequestSpec;
}

namespace linnet::session {

/// Proxies with their logins and marks, by Proxy::key(); secrets, never stored with a run.
using KnownProxies = QHash<QString, proxies::Proxy>;

/// Before the address in the name of a secret: the login of an address to check.
inline constexpr QLatin1StringView CheckLogin{"check:"};

/// The kinds of runs, as they are stored.
namespace runkind {
inline constexpr QLatin1StringView Vacancies{"vacancies"};
inline constexpr QLatin1StringView Crawl{"crawl"};
inline constexpr QLatin1StringView Checks{"checks"};
inline constexpr QLatin1StringView Proxies{"proxies"};
} // namespace runkind

/// The members of a run's stored parameters: what it does, and how its requests are made. RunParams reads
/// them.
namespace runparam {
inline constexpr QLatin1StringView Search{"search"}; ///< of runkind::Vacancies
/// With Search: only ads that the run was begun with are asked for. See confirmRun().
inline constexpr QLatin1StringView Confirm{"confirm"};
inline constexpr QLatin1StringView Import{"import"}; ///< of all but runkind::Proxies: files are read
inline constexpr QLatin1StringView Crawl{"crawl"};   ///< of runkind::Crawl
inline constexpr QLatin1StringView Check{"check"};   ///< of runkind::Checks, and a test of runkind::Proxies
inline constexpr QLatin1StringView Fetch{"fetch"};   ///< of runkind::Proxies: pages with lists are read
inline constexpr QLatin1StringView Requests{"requests"}; ///< of all
/// Of a run that asked the practice server: where that was then ("http://127.0.0.1:1234").
inline constexpr QLatin1StringView Practice{"practice"};
} // namespace runparam

/// What a job may need besides its stored parameters; in memory only.
struct RunSecrets
{
    QHash<QString, QByteArray>
        tokens; ///< by source id; headers of a crawl as "crawl:HOST", its cookies as "crawl-cookies"
    QHash<QString, QByteArray> own; ///< RunParams::secrets, by the same names
    KnownProxies proxies;
};

/// All that is known of one kind of run: a new kind is one more of them in runKinds().
struct RunKind
{
    /// Reason::BadValue when the stored parameters cannot be understood. requests: theirs, read and valid.
    using MakeJob = Result<std::unique_ptr<jobs::Job>> (*)(const QJsonObject &params,
                                                           const jobs::RequestSpec &requests,
                                                           jobs::JobContext context,
                                                           const RunSecrets &secrets);

    QLatin1StringView id;
    const table::Schema *rows;          ///< the table whose rows are what such a run collects
    QList<const table::Schema *> fills; ///< all tables that have rows of such a run
    /// Answers that are taken for a refusal of the proxy. A vacancy search and a crawl take 403, 429 and 451
    /// so, a check only 429: it asks what an address answers, and any other status is that answer.
    QSet<int> banStatuses;
    MakeJob makeJob;
};

/// In the order in which people are shown them.
std::span<const RunKind> runKinds();
/// Null for an unknown kind.
const RunKind *runKindById(QStringView id);
/// The table whose rows are what a kind of run collects; null for an unknown kind.
const table::Schema *rowsOf(QStringView kind);
/// The first kind whose runs have rows of a table; "" = none has.
QString kindThatFills(const table::Schema &schema);
/// Whether runs of a kind have rows in this table; all have requests, those of unknown kinds too.
bool fills(QStringView kind, const table::Schema &schema);

} // namespace linnet::session
