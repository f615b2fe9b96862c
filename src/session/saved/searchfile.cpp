// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/searchfile.h"

#include "session/saved/runagain.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Version = 1;

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
        leaveOut(runparam::Requests, u"scale_rate"_s, false,
                 SearchFile::tr("It asks faster the more proxies there are."));
    }

    const QJsonObject &params() const { return m_params; }
    const QStringList &questions() const { return m_questions; }

private:
    QJsonObject m_params;
    QStringList m_questions;
};

} // namespace

Result<QByteArray> SearchFile::write(const SavedSearch &search, const QStringList &addresses)
{
    if (search.params.contains(runparam::Import))
        return fail(Reason::BadValue, u"import"_s);
    QJsonObject params = search.params;
    QJsonObject requests = params.value(runparam::Requests).toObject();
    const QJsonObject plain = jobs::RequestSpec().toJson();
    for (const QLatin1StringView member : {"proxy"_L1, "user_agent"_L1})
        requests[member] = plain[member];
    params[runparam::Requests] = requests;
    const QJsonObject json{{u"linnet"_s, u"search"_s},
                           {u"version"_s, Version},
                           {u"kind"_s, search.kind},
                           {u"name"_s, search.name},
                           {u"note"_s, search.note},
                           {u"params"_s, params},
                           {u"addresses"_s, QJsonArray::fromStringList(addresses)}};
    return QJsonDocument(json).toJson();
}

Result<SearchFile> SearchFile::read(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(Reason::BadFile, u"byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    if (json["linnet"_L1] != "search"_L1 || json["version"_L1].toInt() > Version)
        return fail(Reason::BadFile, tr("This file holds no saved search that this version knows."));
    SearchFile file;
    file.asWritten = {.kind = json["kind"_L1].toString(),
                      .params = json["params"_L1].toObject(),
                      .name = json["name"_L1].toString().simplified(),
                      .note = json["note"_L1].toString()};
    // Who wrote the file practised; the reader's own practice server answers. Nobody else may stand there.
    const QUrl practice = RunParams::practice(file.asWritten.params);
    if (!QHostAddress(practice.host()).isLoopback())
        file.asWritten.params.remove(runparam::Practice);
    for (const QJsonValue &address : json["addresses"_L1].toArray())
        file.asWritten.addresses.append(address.toString());
    const SavedSearch &given = file.asWritten;
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
