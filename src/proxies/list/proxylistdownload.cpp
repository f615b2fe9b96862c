// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxylistdownload.h"

#include "net/engine/engine.h"
#include "net/fetch.h"
#include "proxies/list/proxylistparser.h"

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

ProxyListDownload::ProxyListDownload(net::Engine &engine, const QUrl &url, ProxyScheme fallback,
                                     QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_url(url)
    , m_fallback(fallback)
{
}

void ProxyListDownload::start()
{
    net::Request request;
    request.url = m_url;
    request.read = [fallback = m_fallback](const net::Response &response) {
        net::Reading reading;
        if (response.status == 200)
            reading.content = ProxyListParser::parse(response.body, fallback);
        return reading;
    };
    net::Fetch *fetch = m_engine.get(std::move(request), this);
    connect(fetch, &net::Fetch::done, this,
            [this, fetch](const Result<net::Response> &answer) { onAnswer(*fetch, answer); });
}

void ProxyListDownload::onAnswer(net::Fetch &fetch, const Result<net::Response> &answer)
{
    const std::any content = fetch.takeContent();
    const auto *read = std::any_cast<ProxyList>(&content);
    if (!answer)
        Q_EMIT done(std::unexpected(answer.error()));
    else if (!read)
        Q_EMIT done(fail(Reason::HttpStatus, {}, answer->status));
    else if (read->entries.isEmpty())
        Q_EMIT done(fail(Reason::BadBody, u"no proxies"_s));
    else
        Q_EMIT done(*read);
    deleteLater();
}

} // namespace linnet::proxies
