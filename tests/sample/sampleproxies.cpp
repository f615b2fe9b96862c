// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproxies.h"

#include "practice/http/requestreader.h"
#include "practice/sites/practicesite.h"

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

SampleProxies::SampleProxies(const QUrl &judge)
{
    addGood(judge, u"198.51.100.7"_s, {}, u"192.0.2.10:3128"_s);
    addGood(judge, u"198.51.100.8"_s, {}, u"192.0.2.11:3128"_s);
    addGood(judge, u"198.51.100.9"_s, {{"via", "1.1 gate"}}, u"192.0.2.12:8080"_s);
    addGood(judge, u"198.51.100.9"_s, {{"via", "1.1 gate"}, {"x-forwarded-for", "127.0.0.1"}},
            u"192.0.2.13:8080"_s);
    addBad("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
           "Content-Length: 0\r\n\r\n",
           u"192.0.2.14:3128"_s);
    addBad("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", u"192.0.2.15:3128"_s);
    addBad("220 mail.office.example ESMTP\r\n", u"192.0.2.16:8080"_s);
    constexpr std::pair<const char *, quint16> Closed[] = {{"http", 1}, {"socks5", 2}, {"socks4", 9}};
    for (const auto &[scheme, port] : Closed)
        add(QLatin1StringView(scheme), port, u"192.0.2.%1:1080"_s.arg(20 + port));
}

void SampleProxies::add(const QString &scheme, quint16 port, const QString &name)
{
    const QString address = u"127.0.0.1:%1"_s.arg(port);
    m_lines.append(scheme + u"://"_s + address);
    m_names.append({address, name});
}

/// The judge sees the exit's address, and what the proxy tells of itself.
void SampleProxies::addGood(const QUrl &judge, const QString &exit, const Headers &told, const QString &name)
{
    const QString root = judge.toString(QUrl::RemovePath);
    auto site = std::make_shared<practice::PracticeSite>(QList<practice::Fault>(), root);
    m_stubs.push_back(std::make_unique<ProxyStub>());
    m_stubs.back()->start(quint16(judge.port()), [site, exit, told](const QByteArray &message) {
        practice::RequestReader reader;
        reader.feed(message, 0);
        practice::HttpRequest request;
        if (reader.next(request) != practice::RequestReader::State::Ready)
            return ProxyStub::Reply{"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", false, true};
        request.peer = exit;
        request.headers += told;
        const practice::HttpResponse response = site->answer(request);
        return ProxyStub::Reply{response.head(true) + response.body};
    });
    add(u"http"_s, quint16(m_stubs.back()->address().section(u':', 1).toUShort()), name);
}

void SampleProxies::addBad(const QByteArray &answer, const QString &name)
{
    m_stubs.push_back(std::make_unique<ProxyStub>());
    m_stubs.back()->start(1, [answer](const QByteArray &) { return ProxyStub::Reply{answer, false, true}; });
    add(u"http"_s, quint16(m_stubs.back()->address().section(u':', 1).toUShort()), name);
}

} // namespace linnet::test
