// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkspec.h"
#include "imports/job/importspec.h"
#include "jobs/requestspec.h"
#include "links/crawl/crawlspec.h"
#include "proxies/list/proxyfetch.h"
#include "proxies/test/testspec.h"
#include "session/runkinds.h"
#include "store/unit.h"
#include "vacancies/search/searchspec.h"

#include <QJsonObject>

namespace linnet::session {

/// What a run is stored as: its kind and everything needed to make its job again, secrets excepted. Made of
/// specifications and read back into them. Any thread.
struct RunParams
{
    QString kind; ///< RunKind::id
    QJsonObject params;
    store::Unit first = {}; ///< what a new run begins with, for kinds whose job does not know it
    /// Only of a new run, in memory: what its job needs besides the session's tokens, by the same names.
    QHash<QString, QByteArray> secrets = {};

    /// work: vacancies::firstWork() of a list of queries
    static RunParams of(const vacancies::SearchSpec &spec, const jobs::RequestSpec &requests,
                        std::vector<store::WorkAdd> work = {});
    static RunParams of(const imports::ImportSpec &spec, const jobs::RequestSpec &requests);
    /// Takes long when the crawl starts from many addresses.
    static RunParams of(links::CrawlSpec spec, const jobs::RequestSpec &requests);
    /// work: checks::firstWork(), logins: checks::loginsOf()
    static RunParams of(const checks::CheckSpec &spec, const jobs::RequestSpec &requests,
                        std::vector<store::WorkAdd> work, const QHash<QString, QByteArray> &logins = {});
    static RunParams of(const proxies::TestSpec &spec, const jobs::RequestSpec &requests);
    static RunParams of(const proxies::FetchSpec &spec, const jobs::RequestSpec &requests);

    /// Of stored parameters; Reason::BadValue when they are those of another kind or cannot be understood.
    static Result<vacancies::SearchSpec> search(const QJsonObject &params);
    static Result<imports::ImportSpec> import(const QJsonObject &params);
    static Result<links::CrawlSpec> crawl(const QJsonObject &params);
    static Result<checks::CheckSpec> check(const QJsonObject &params);
    static Result<proxies::TestSpec> proxyTest(const QJsonObject &params);
    static Result<proxies::FetchSpec> proxyFetch(const QJsonObject &params);
    static Result<jobs::RequestSpec> requests(const QJsonObject &params);
    /// Where the practice server was that the run asked; empty for other runs.
    static QUrl practice(const QJsonObject &params);

    /// The same with what is at one server at another: the practice server has another port each time.
    static QJsonObject moved(const QJsonObject &params, const QUrl &from, const QUrl &to);
    static QString movedAddress(const QString &address, const QUrl &from, const QUrl &to);

    /// Whether something of it is at this server.
    bool asks(const QUrl &server) const;
};

} // namespace linnet::session
