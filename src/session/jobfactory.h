// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "session/proxypools.h"
#include "session/runspec.h"
#include "store/unit.h"

#include <QHash>
#include <QJsonObject>

#include <memory>

namespace linnet::session {

/// What a run is stored as: its kind and everything needed to make its job again, secrets excepted.
struct RunParams
{
    QString kind; ///< "vacancies", "crawl", "checks"
    QJsonObject params;
    store::Unit first = {}; ///< what a new run begins with, for kinds whose job does not know it
    /// Only of a new run, in memory: what its job needs besides the session's tokens, by the same names.
    QHash<QString, QByteArray> secrets = {};
};

/// Turns specifications into stored parameters and stored parameters into jobs: the one place that knows all
/// kinds.
class JobFactory
{
public:
    static RunParams params(const VacancySpec &spec, const RequestSpec &requests);
    /// work: checks::firstWork()
    static RunParams params(const CheckSpec &spec, const RequestSpec &requests,
                            std::vector<store::WorkAdd> work);
    /// Takes long when the crawl starts from many addresses; any thread.
    static RunParams params(CrawlSpec spec, const RequestSpec &requests);
    /// The table whose rows are what a kind of run collects; null for an unknown kind.
    static const table::Schema *rowsOf(const QString &kind);
    /// Whether runs of a kind fill this table.
    static bool fills(const QString &kind, const table::Schema &schema);
    static RunParams params(const ProxyCheckSpec &spec, const RequestSpec &requests);
    static RunParams params(const ProxyFetchSpec &spec, const RequestSpec &requests);
    /// Reason::BadValue when the stored parameters cannot be understood.
    static Result<std::unique_ptr<jobs::Job>> make(const RunParams &run, jobs::JobContext context,
                                                   const QHash<QString, QByteArray> &tokens,
                                                   const KnownProxies &proxies = {});
    static Result<RequestSpec> requests(const RunParams &run);
};

} // namespace linnet::session
