// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/searchfile.h"

#include "session/saved/runagain.h"
#include "url/withoutlogin.h"
#include "vacancies/search/listedquery.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Version = 1;
constexpr int LongestGivenName = 200;

/// Leaves a part of the parameters out and says so, when there is something in it.
class Guard
{
public:
    explicit Guard(QJsonObject params)
        : m_params(std::move(params))
    {
    }

    void leaveOut(QLatin1StringView object, const QString &member, const QJsonValue &usual,
                  const QString &question)
    {
        QJsonObject part = m_params.value(object).toObject();
        if (!part.contains(member) || part[member] == usual)
            return;
        m_questions.append(question);
        part[member] = usual;
        m_params[object] = part;
    }

    void leaveBasesOut(const QUrl &practice)
    {
        QJsonObject search = m_params.value(runparam::Search).toObject();
        QJsonArray sources = search.value("sources"_L1).toArray();
        for (qsizetype i = 0; i < sources.size(); ++i) {
            QJsonObject source = sources[i].toObject();
            const QString base = source["base"_L1].toString();
            if (base.isEmpty() || RunParams::movedAddress(base, practice, QUrl(u"http://practice"_s)) != base)
                continue;
            m_questions.append(SearchFile::tr("It asks %1 instead of the source itself.").arg(base));
            source["base"_L1] = QString();
            sources[i] = source;
            search["sources"_L1] = sources;
            m_params[runparam::Search] = search;
        }
    }

    void leaveHasteOut(const QJsonObject &plain)
    {
        const auto delay = [](const QJsonObject &requests) { return requests["delay_ns"_L1].toDouble(); };
        const QJsonObject requests = m_params[runparam::Requests].toObject();
        if (requests.contains("delay_ns"_L1) && delay(requests) < delay(plain))
            leaveOut(runparam::Requests, u"delay_ns"_s, plain["delay_ns"_L1],
                     SearchFile::tr("It asks faster than Linnet does by itself."));
        if (requests["per_host"_L1].toInt() > plain["per_host"_L1].toInt())
            leaveOut(runparam::Requests, u"per_host"_s, plain["per_host"_L1],
                     SearchFile::tr("It asks a server for more at once than Linnet does by itself."));
        leaveOut(runparam::Requests, u"scale_rate"_s, false,
                 SearchFile::tr("It asks faster the more proxies there are."));
    }

    const QJsonObject &params() const { return m_params; }
    const QStringList &questions() const { return m_questions; }

private:
    QJsonObject m_params;
    QStringList m_questions;
};

/// What names proxies or files of the writer's computer is nothing for a colleague.
bool staysHere(const SavedSearch &search)
{
    return search.params.contains(runparam::Import) || search.kind == runkind::Proxies;
}

/// By its list a task is known: what the parameters say of it must be said of this one.
void describeItsList(SavedSearch &search)
{
    QJsonObject json = search.params.value(runparam::Search).toObject();
    if (search.kind == runkind::Vacancies && json.contains("queries"_L1)) {
        std::vector<vacancies::ListedQuery> queries;
        for (const QString &line : std::as_const(search.addresses)) {
            auto query =
                vacancies::ListedQuery::fromLine(line, size_t(json.value("sources"_L1).toArray().size()));
            if (query)
                queries.push_back(std::move(*query));
        }
        const auto list = vacancies::describeList(queries);
        json["queries"_L1] = QJsonObject{
            {u"count"_s, list.count}, {u"list"_s, list.fingerprint}, {u"regions"_s, list.hasRegions}};
        search.params[runparam::Search] = json;
    }
}

/// A login in an address is the writer's; nobody else asks with it.
QStringList withoutLogins(const QStringList &addresses)
{
    QStringList result;
    for (const QString &address : addresses)
        result.append(QString::fromStdString(url::withoutLogin(address.toStdString())));
    return result;
}

} // namespace

Result<QByteArray> SearchFile::write(const SavedSearch &search, const QStringList &addresses)
{
    if (staysHere(search))
        return fail(Reason::BadValue, tr("An import or a test of proxies cannot be given to others: it names "
                                         "files or proxies of this computer."));
    QJsonObject params = search.params;
    QJsonObject requests = params.value(runparam::Requests).toObject();
    const QJsonObject plain = jobs::RequestSpec().toJson();
    for (const QLatin1StringView member : {"proxy"_L1, "user_agent"_L1})
        requests[member] = plain[member];
    params[runparam::Requests] = requests;
    const bool areQueries = search.kind == runkind::Vacancies;
    QJsonObject json{
        {u"linnet"_s, u"search"_s},
        {u"version"_s, Version},
        {u"kind"_s, search.kind},
        {u"name"_s, search.name},
        {u"note"_s, search.note},
        {u"params"_s, params},
        {u"addresses"_s, QJsonArray::fromStringList(areQueries ? addresses : withoutLogins(addresses))}};
    if (search.onlyNew)
        json[u"only_new"_s] = true;
    return QJsonDocument(json).toJson();
}

Result<SearchFile> SearchFile::read(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(Reason::BadFile, u"byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    const double version = json["version"_L1].toDouble();
    if (json["linnet"_L1] != "search"_L1 || version < 1 || version > Version)
        return fail(Reason::BadFile, tr("This file holds no saved search that this version knows."));
    SearchFile file;
    file.asWritten = {.kind = json["kind"_L1].toString(),
                      .params = json["params"_L1].toObject(),
                      .name = json["name"_L1].toString().simplified().left(LongestGivenName),
                      .note = json["note"_L1].toString(),
                      .onlyNew = json["only_new"_L1].toBool()};
    // Who wrote the file practised; the reader's own practice server answers. Nobody else may stand there.
    const QUrl practice = RunParams::practice(file.asWritten.params);
    if (!QHostAddress(practice.host()).isLoopback())
        file.asWritten.params.remove(runparam::Practice);
    for (const QJsonValue &address : json["addresses"_L1].toArray())
        file.asWritten.addresses.append(address.toString());
    if (file.asWritten.kind != runkind::Vacancies)
        file.asWritten.addresses = withoutLogins(file.asWritten.addresses);
    describeItsList(file.asWritten);
    const SavedSearch &given = file.asWritten;
    if (staysHere(given))
        return fail(Reason::BadFile, tr("This file holds no saved search that this version knows."));
    if (const auto usable = runAgain(given.kind, given.params, given.addresses); !usable)
        return fail(Reason::BadFile, usable.error().detail);
    const QJsonObject plain = jobs::RequestSpec().toJson();
    Guard guard(given.params);
    guard.leaveOut(runparam::Requests, u"proxy"_s, plain["proxy"_L1], tr("It goes through proxies."));
    guard.leaveOut(runparam::Requests, u"user_agent"_s, plain["user_agent"_L1],
                   tr("It names itself otherwise than Linnet."));
    guard.leaveBasesOut(RunParams::practice(given.params));
    guard.leaveHasteOut(plain);
    guard.leaveOut(runparam::Crawl, u"ignore_robots"_s, false, tr("It ignores robots.txt."));
    guard.leaveOut(runparam::Crawl, u"secret_hosts"_s, QJsonArray(), tr("It sends headers of yours."));
    guard.leaveOut(runparam::Crawl, u"login_origins"_s, QJsonArray(), tr("It wants logins of yours."));
    file.search = file.asWritten;
    file.search.params = guard.params();
    file.questions = guard.questions();
    return file;
}

} // namespace linnet::session
