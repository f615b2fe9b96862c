// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxylistparser.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::proxies;

Q_DECLARE_METATYPE(linnet::proxies::LineFault)

namespace {

/// "scheme host port user password", and what follows a fault: "line:code detail".
QString told(const ProxyList &list)
{
    QStringList parts;
    for (const ProxyList::Entry &entry : list.entries) {
        const Proxy &proxy = entry.proxy;
        QString text =
            QString(schemeName(proxy.scheme)) + u' ' + proxy.host + u' ' + QString::number(proxy.port);
        if (proxy.hasLogin())
            text += u' ' + proxy.user + u' ' + proxy.password;
        parts.append(text);
    }
    for (const ProxyList::Problem &problem : list.problems)
        parts.append(QString::number(problem.place) + u'!' + problem.error().detail);
    return parts.join(u'|');
}

const char *const FreeList = R"(<!DOCTYPE html><html><body><h1>Free Proxy List</h1>
<table class="menu"><tr><td>Home</td><td>Port of call</td></tr></table>
<table class="table table-striped"><thead><tr><th>IP Address</th><th>Port</th><th>Code</th><th class='hm'>Country</th>
<th>Anonymity</th><th>Google</th><th>Https</th><th>Last Checked</th></tr></thead><tbody>
<tr><td>190.61.88.147</td><td>8080</td><td>GT</td><td>Guatemala</td><td>elite proxy</td><td>no</td><td>yes</td><td>12 secs ago</td></tr>
<tr><td>91.107.6.115</td><td>70000</td><td>RU</td><td>Russia</td><td>anonymous</td><td>no</td><td>no</td><td>1 min ago</td></tr>
<tr><td> 47.74.152.29 <script>x("9.9.9.9:1")</script></td><td>8888</td><td>JP</td><td>Japan</td><td>transparent</td><td>no</td><td>no</td><td></td></tr>
</tbody></table><textarea>Free proxies
1.2.3.4:80</textarea></body></html>)";

} // namespace

class TestProxyListParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void otherScheme();
    void counts();
    void problemsShowNoPassword();
    void ambiguityGivesBothReadings();
    void keysTellUsersApart();
    void schemeFromName_data();
    void schemeFromName();
    void bytes_data();
    void bytes();
    void manyJunkLines();
};

void TestProxyListParser::forms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    // One line
    row("host:port", u"1.2.3.4:8080"_s, u"http 1.2.3.4 8080"_s);
    row("name", u"Proxy.Example.COM:3128"_s, u"http proxy.example.com 3128"_s);
    row("single word", u"squid:3128"_s, u"http squid 3128"_s);
    row("IDN", u"прокси.рф:80"_s, u"http xn--h1adldfi.xn--p1ai 80"_s);
    row("localhost", u"localhost:1080"_s, u"http localhost 1080"_s);
    row("blanks around", u"   1.2.3.4:8080\t"_s, u"http 1.2.3.4 8080"_s);
    row("IPv6", u"[2001:db8::1]:8080"_s, u"http 2001:db8::1 8080"_s);
    row("IPv6 with scheme", u"socks5://[::1]:1080"_s, u"socks5 ::1 1080"_s);
    row("IPv6, login in front", u"user:pw@[2001:DB8::1]:80"_s, u"http 2001:db8::1 80 user pw"_s);
    row("IPv6, login behind", u"[::1]:80:user:pw"_s, u"http ::1 80 user pw"_s);
    row("IPv6, login in front with colons", u"user:pw:[::1]:80"_s, u"http ::1 80 user pw"_s);
    row("scheme", u"socks5://1.2.3.4:1080"_s, u"socks5 1.2.3.4 1080"_s);
    row("scheme in capitals", u"SOCKS5://1.2.3.4:1080"_s, u"socks5 1.2.3.4 1080"_s);
    row("socks5h", u"socks5h://1.2.3.4:1080"_s, u"socks5 1.2.3.4 1080"_s);
    row("socks4", u"socks4://1.2.3.4:1080"_s, u"socks4 1.2.3.4 1080"_s);
    row("socks4a", u"socks4a://1.2.3.4:1080"_s, u"socks4 1.2.3.4 1080"_s);
    row("https", u"https://1.2.3.4:443"_s, u"https 1.2.3.4 443"_s);
    row("slash at the end", u"http://1.2.3.4:8080/"_s, u"http 1.2.3.4 8080"_s);
    row("address with login", u"http://user:pass@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("login, no scheme", u"user:pass@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("user without password", u"user@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user "_s);
    row("host:port:user:pass", u"1.2.3.4:8080:user:pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("name:port:user:pass", u"gate.example.com:8080:user:pass"_s,
        u"http gate.example.com 8080 user pass"_s);
    row("word:port:user:pass", u"gate:8080:user:pass"_s, u"http gate 8080 user pass"_s);
    row("user:pass:host:port", u"user:pass:1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("user:number:host:port", u"user:4321:1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user 4321"_s);
    row("scheme://host:port:user:pass", u"socks5://1.2.3.4:1080:user:pass"_s,
        u"socks5 1.2.3.4 1080 user pass"_s);
    row("host:port@user:pass", u"1.2.3.4:8080@user:pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("host:port##user:pass", u"1.2.3.4:8080##user:pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("host:port,user:pass", u"1.2.3.4:8080,user:pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("host:port,user,pass", u"1.2.3.4:8080,user,pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("host,port,user,pass", u"1.2.3.4,8080,user,pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("host;port", u"1.2.3.4;8080"_s, u"http 1.2.3.4 8080"_s);
    row("host, port, user, pass", u"1.2.3.4, 8080, user, pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("host port", u"1.2.3.4\t8080"_s, u"http 1.2.3.4 8080"_s);
    row("host port user pass", u"1.2.3.4 8080 user pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("host:port user:pass", u"1.2.3.4:8080 user:pass"_s, u"http 1.2.3.4 8080 user pass"_s);
    row("proxychains", u"socks5 10.0.0.1 1080 user pass"_s, u"socks5 10.0.0.1 1080 user pass"_s);
    row("several by blanks", u"1.2.3.4:80 5.6.7.8:81"_s, u"http 1.2.3.4 80|http 5.6.7.8 81"_s);
    row("several by commas", u"1.2.3.4:80,5.6.7.8:81,9.9.9.9:82"_s,
        u"http 1.2.3.4 80|http 5.6.7.8 81|http 9.9.9.9 82"_s);
    row("remark", u"1.2.3.4:80 # from a friend"_s, u"http 1.2.3.4 80"_s);
    // Passwords
    row("colon in the password", u"1.2.3.4:8080:user:pa:ss"_s, u"http 1.2.3.4 8080 user pa:ss"_s);
    row("colon in the password, front", u"user:pa:ss@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user pa:ss"_s);
    row("colon in the password, colons", u"user:pa:ss:1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user pa:ss"_s);
    row("@ in the password", u"http://user:p@ss@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user p@ss"_s);
    row("@ in the password behind", u"1.2.3.4:8080:user:p@ss"_s, u"http 1.2.3.4 8080 user p@ss"_s);
    row("@ in the password behind @", u"1.2.3.4:8080@user:p@ss"_s, u"http 1.2.3.4 8080 user p@ss"_s);
    row("encoded password", u"http://us%40er:p%3Ass%2F@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 us@er p:ss/"_s);
    row("per cent that means itself", u"http://user:50%off@1.2.3.4:8080"_s,
        u"http 1.2.3.4 8080 user 50%off"_s);
    row("per cent behind", u"1.2.3.4:8080:user:a%41"_s, u"http 1.2.3.4 8080 user a%41"_s);
    row("Cyrillic password", u"http://имя:пароль@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 имя пароль"_s);
    row("encoded Cyrillic", u"http://u:%D0%BF@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 u п"_s);
    row("slash in the password", u"http://user:a/b@1.2.3.4:8080"_s, u"http 1.2.3.4 8080 user a/b"_s);
    row("comma in the password", u"1.2.3.4:8080:user:a,b"_s, u"http 1.2.3.4 8080 user a,b"_s);
    // Errors
    row("port 0", u"1.2.3.4:0"_s, u"1!bad_port 0"_s);
    row("port 70000", u"1.2.3.4:70000"_s, u"1!bad_port 70000"_s);
    row("port of many digits", u"1.2.3.4:808080808080"_s, u"1!bad_port 808080808080"_s);
    row("port 65535", u"1.2.3.4:65535"_s, u"http 1.2.3.4 65535"_s);
    row("no port", u"1.2.3.4"_s, u"1!no_port"_s);
    row("empty port", u"1.2.3.4:"_s, u"1!no_port"_s);
    row("three parts", u"1.2.3.4:8080:user"_s, u"1!three_parts"_s);
    row("octet out of range", u"1.2.3.400:80"_s, u"1!bad_host 1.2.3.400"_s);
    row("leading zero", u"010.2.3.4:80"_s, u"1!bad_host 010.2.3.4"_s);
    row("any address", u"0.0.0.0:80"_s, u"1!bad_host 0.0.0.0"_s);
    row("IPv6 without brackets", u"2001:db8::1:8080"_s, u"1!needs_brackets"_s);
    row("two endpoints", u"1.2.3.4:8080:5.6.7.8:1080"_s, u"1!ambiguous"_s);
    row("two endpoints around @", u"1.2.3.4:8080@5.6.7.8:1080"_s, u"1!ambiguous"_s);
    row("two words", u"one:1111:two:2222"_s, u"1!ambiguous"_s);
    row("address is never ambiguous", u"http://a.b:1111@c.d:2222"_s, u"http c.d 2222 a.b 1111"_s);
    row("unknown scheme", u"vmess://1.2.3.4:80"_s, u"1!unknown_scheme vmess"_s);
    row("a page", u"http://example.com:80/list.txt"_s, u"1!web_page"_s);
    row("prose", u"Free proxies from example"_s, u"1!not_a_proxy"_s);
    row("word and number", u"Page 12"_s, u"1!not_a_proxy"_s);
    row("country behind", u"1.2.3.4,8080,US,elite"_s, u"http 1.2.3.4 8080"_s);
    row("country and a word that is no remark", u"1.2.3.4:8080:US:elite"_s, u"http 1.2.3.4 8080 US elite"_s);
    row("words behind", u"1.2.3.4:8080 elite and fast"_s, u"1!extra_text"_s);
    row("too long", QString(5000, u'a') + u":80"_s, u"1!too_long"_s);
    row("only an @", u"@"_s, u"1!not_a_proxy"_s);
    row("colons", u"::::"_s, u"1!not_a_proxy"_s);
    // Several lines
    row("comments and blanks", u"# list\n\n1.2.3.4:80\n// end\n; no\n"_s, u"http 1.2.3.4 80"_s);
    row("CRLF and CR", u"1.2.3.4:80\r\n5.6.7.8:81\r9.9.9.9:82"_s,
        u"http 1.2.3.4 80|http 5.6.7.8 81|http 9.9.9.9 82"_s);
    row("lines are counted", u"1.2.3.4:80\n\n# x\nrubbish\n"_s, u"http 1.2.3.4 80|4!not_a_proxy"_s);
    row("BOM", QString(QChar(0xFEFF)) + u"1.2.3.4:80"_s, u"http 1.2.3.4 80"_s);
    row("header line", u"socks5\n1.2.3.4:80\nhttp:\n5.6.7.8:81"_s, u"socks5 1.2.3.4 80|http 5.6.7.8 81"_s);
    row("header with key", u"type = socks4\n1.2.3.4:80"_s, u"socks4 1.2.3.4 80"_s);
    row("header in brackets", u"[SOCKS5]\n1.2.3.4:80"_s, u"socks5 1.2.3.4 80"_s);
    row("clarketm", u"200.2.125.90:8080 AR-N-S! +\n1.0.0.1:80 US-H-S -\n2.0.0.2:81 RU-A!\n"_s,
        u"http 200.2.125.90 8080|http 1.0.0.1 80|http 2.0.0.2 81"_s);
    // Remarks are no logins
    row("bars", u"1.2.3.4:80|US|elite"_s, u"http 1.2.3.4 80"_s);
    row("semicolons, kind and country", u"1.2.3.4;1080;SOCKS5;US"_s, u"socks5 1.2.3.4 1080"_s);
    row("https among remarks", u"1.2.3.4;80;HTTPS;US"_s, u"http 1.2.3.4 80"_s);
    row("kind behind an @", u"1.2.3.4:1080@SOCKS5"_s, u"socks5 1.2.3.4 1080"_s);
    row("kind behind a colon", u"1.2.3.4:1080:socks5"_s, u"socks5 1.2.3.4 1080"_s);
    row("kind behind blanks", u"1.2.3.4 1080 SOCKS5"_s, u"socks5 1.2.3.4 1080"_s);
    row("remarks behind a blank", u"1.2.3.4:1080 SOCKS5 elite"_s, u"socks5 1.2.3.4 1080"_s);
    row("row of a web table", u"1.2.3.4\t80\tUS\tUnited States\telite proxy\tno\tyes\t1 minute ago"_s,
        u"http 1.2.3.4 80"_s);
    row("user and password in bars", u"1.2.3.4:80|user|pass"_s, u"http 1.2.3.4 80 user pass"_s);
    // Pasted from code and notes
    row("quotes and comma", u"\"1.2.3.4:80\",\n'5.6.7.8:81'"_s, u"http 1.2.3.4 80|http 5.6.7.8 81"_s);
    row("comma behind", u"1.2.3.4:80,\n5.6.7.8:81;"_s, u"http 1.2.3.4 80|http 5.6.7.8 81"_s);
    row("comma at the end of a password", u"1.2.3.4:80:user:pa,"_s, u"http 1.2.3.4 80 user pa,"_s);
    row("bullets", u"- 1.2.3.4:80\n* socks5://5.6.7.8:81"_s, u"http 1.2.3.4 80|socks5 5.6.7.8 81"_s);
    row("zero-width blank", u"1.2.3.4:80\u200b"_s, u"http 1.2.3.4 80"_s);
    row("Telegram", u"https://t.me/socks?server=1.2.3.4&port=1080&user=me&pass=a%26b"_s,
        u"socks5 1.2.3.4 1080 me a&b"_s);
    row("Telegram's app", u"tg://socks?server=proxy.example.com&port=1080"_s,
        u"socks5 proxy.example.com 1080"_s);
    row("Telegram's own protocol", u"https://t.me/proxy?server=1.2.3.4&port=443&secret=ee"_s,
        u"1!unknown_scheme mtproto"_s);
    // JSON
    row("JSON by kind", uR"({"http":["1.2.3.4:80"],"https":["2.2.3.4:80"],"socks5":["5.6.7.8:1080"]})"_s,
        u"http 1.2.3.4 80|http 2.2.3.4 80|socks5 5.6.7.8 1080"_s);
    row("JSON texts", uR"(["1.2.3.4:80", "socks5://5.6.7.8:81", 7])"_s,
        u"http 1.2.3.4 80|socks5 5.6.7.8 81|3!not_a_proxy"_s);
    row("proxyscrape",
        uR"({"shown_records":1,"proxies":[{"alive":true,"proxy":"socks5://1.2.3.4:80","ip":"1.2.3.4"}]})"_s,
        u"socks5 1.2.3.4 80"_s);
    row("proxifly",
        uR"([{"proxy":"http://1.2.3.4:80","protocol":"http","ip":"1.2.3.4","port":80,"https":false}])"_s,
        u"http 1.2.3.4 80"_s);
    row("geonode", uR"({"data":[{"ip":"1.2.3.4","port":"1080","protocols":["socks5"]}],"total":1})"_s,
        u"socks5 1.2.3.4 1080"_s);
    row("protocols", uR"([{"ip":"1.2.3.4","port":80,"protocols":["http","https"]}])"_s, u"http 1.2.3.4 80"_s);
    row("JSON login", uR"([{"host":"a.b","port":80,"username":"u","password":"p:@"}])"_s,
        u"http a.b 80 u p:@"_s);
    row("JSON, IPv6", uR"([{"ip":"::1","port":80}])"_s, u"http ::1 80"_s);
    row("JSON, bad port", uR"([{"ip":"1.2.3.4","port":0}])"_s, u"1!bad_port 0"_s);
    row("JSON, empty", u"[]"_s, QString());
    row("JSON lines", u"{\"ip\":\"1.2.3.4\",\"port\":80}\n{\"ip\":\"5.6.7.8\",\"port\":81}\n"_s,
        u"http 1.2.3.4 80|http 5.6.7.8 81"_s);
    row("JSON, broken", u"[{\"ip\":\"1.2.3.4\",\n\"port\":]"_s,
        u"2!not_json object is missing after a comma"_s);
    // Tables
    row("page of a free list", QString::fromUtf8(FreeList),
        u"http 190.61.88.147 8080|http 47.74.152.29 8888|2!bad_port 70000"_s);
    row("page, other order and type",
        u"<table><tr><th>Тип</th><th>Порт</th><th>IP адрес</th></tr>"
        "<tr><td>SOCKS5</td><td>1080</td><td>1.2.3.4</td></tr>"
        "<tr><td>HTTP, HTTPS</td><td>80</td><td>5.6.7.8</td></tr></table>"_s,
        u"socks5 1.2.3.4 1080|http 5.6.7.8 80"_s);
    row("page with a text area",
        u"<html><body><textarea>Updated at 10:30\n\n1.2.3.4:80\n5.6.7.8:81</textarea>"_s,
        u"http 1.2.3.4 80|http 5.6.7.8 81"_s);
    row("page without proxies", u"<html><body>Nothing here</body></html>"_s, u"1!no_list"_s);
    row("CSV with names", u"ip,port,country,protocol\n1.2.3.4,80,US,http\n5.6.7.8,1080,DE,socks5\n"_s,
        u"http 1.2.3.4 80|socks5 5.6.7.8 1080"_s);
    row("CSV in quotes", u"\"Host\";\"Port\";\"Login\";\"Password\"\n\"a.b\";\"80\";\"u\";\"p\"\n"_s,
        u"http a.b 80 u p"_s);
    row("empty", QString(), QString());
}

void TestProxyListParser::forms()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(told(ProxyListParser::parse(text, ProxyScheme::Http)), expected);
}

void TestProxyListParser::otherScheme()
{
    const ProxyList list = ProxyListParser::parse(u"1.2.3.4:80\nhttp://1.2.3.4:80"_s, ProxyScheme::Socks5);
    QCOMPARE(told(list), u"socks5 1.2.3.4 80|http 1.2.3.4 80"_s);
}

void TestProxyListParser::counts()
{
    const ProxyList list = ProxyListParser::parse(
        u"1.2.3.4:80\nhttp://1.2.3.4:80\n\nsocks4://1.2.3.4:80\nhttps://1.2.3.4:80\nrubbish"_s,
        ProxyScheme::Http);
    QCOMPARE(list.entries.size(), 3);
    QCOMPARE(list.duplicates, 1);
    QCOMPARE(list.unsupported, 2);
    QCOMPARE(list.places, 5);
    QCOMPARE(list.problems.size(), 1);
    QCOMPARE(list.entries.last().place, 5);
}

void TestProxyListParser::problemsShowNoPassword()
{
    const ProxyList list = ProxyListParser::parse(
        u"user:secret@nohost\n1.2.3.4:0:user:secret\nuser secret 1.2.3.4\n1.2.3.4;0;u;secret\n"
        "user:secret@h://8080\nu:secret@proxy.example://8080\nplain-rubbish"_s,
        ProxyScheme::Http);
    QCOMPARE(list.problems.size(), 7);
    for (const ProxyList::Problem &problem : list.problems) {
        QVERIFY(!problem.text.contains(u"secret"_s));
        QVERIFY(!problem.error().detail.contains(u"secret"_s));
    }
    QCOMPARE(list.problems.last().text, u"plain-rubbish"_s);
    // What is no port may be a password of digits, whichever way round.
    for (const QString &line : {u"user:8675309:bad!host:80"_s, u"user:8675309@bad host"_s,
                                u"user:8675309@x:0"_s, u"http://user:8675309@x:0"_s, u"x:0@user:8675309"_s,
                                u"ip,port\nuser:8675309@x!,80"_s, u"ip,port\n1.2.3.4,x@y:8675309"_s}) {
        const ProxyList one = ProxyListParser::parse(line, ProxyScheme::Http);
        QCOMPARE(one.problems.size(), 1);
        QVERIFY2(!one.problems.front().text.contains(u"8675309"_s), qPrintable(line));
        QVERIFY2(!one.problems.front().detail.contains(u"8675309"_s), qPrintable(line));
    }
}

void TestProxyListParser::ambiguityGivesBothReadings()
{
    const ProxyList list = ProxyListParser::parse(u"1.2.3.4:8080:5.6.7.8:1080"_s, ProxyScheme::Http);
    QCOMPARE(list.problems.size(), 1);
    const QList<Proxy> &readings = list.problems.first().readings;
    QCOMPARE(readings.size(), 2);
    QCOMPARE(readings[0].address(), u"http://1.2.3.4:8080"_s);
    QCOMPARE(readings[1].address(), u"http://5.6.7.8:1080"_s);
    QCOMPARE(readings[1].user, u"1.2.3.4"_s);
}

void TestProxyListParser::keysTellUsersApart()
{
    const ProxyList list = ProxyListParser::parse(
        u"http://a:1@1.2.3.4:80\nhttp://b:1@1.2.3.4:80\nhttp://a:2@1.2.3.4:80"_s, ProxyScheme::Http);
    QCOMPARE(list.entries.size(), 2);
    QVERIFY(list.entries[0].proxy.key() != list.entries[1].proxy.key());
    QVERIFY(list.entries[0].proxy.key().startsWith(u"http://1.2.3.4:80#"_s));
    QCOMPARE(list.entries[0].proxy.use().proxy.password(), u"1"_s);
}

void TestProxyListParser::schemeFromName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("scheme");
    QTest::newRow("file") << u"/home/me/socks5.txt"_s << u"socks5"_s;
    QTest::newRow("address") << u"https://raw.example.com/PROXY-List/master/socks4.txt"_s << u"socks4"_s;
    QTest::newRow("http") << u"http.txt"_s << u"http"_s;
    QTest::newRow("query") << u"https://api.example.com/?request=displayproxies&protocol=socks5"_s
                           << u"socks5"_s;
    QTest::newRow("nothing") << u"https://example.com/list.txt"_s << QString();
}

void TestProxyListParser::schemeFromName()
{
    QFETCH(QString, name);
    QFETCH(QString, scheme);
    const auto found = ProxyListParser::schemeOfName(name);
    QCOMPARE(found ? QString(schemeName(*found)) : QString(), scheme);
}

void TestProxyListParser::bytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("UTF-8 BOM") << QByteArray("\xEF\xBB\xBF"
                                             "1.2.3.4:80\r\n")
                               << u"http 1.2.3.4 80"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "1\0.\0002\0.\0003\0.\0004\0:\0008\0000\0",
                                          22)
                            << u"http 1.2.3.4 80"_s;
    QTest::newRow("not UTF-8") << QByteArray("1.2.3.4:80\nu:\xEF\xE0\xF0@1.2.3.4:81\n5.6.7.8:82")
                               << u"http 1.2.3.4 80|http 5.6.7.8 82|2!not_text"_s;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\1\2\3",
                                          8)
                            << u"1!not_text"_s;
}

void TestProxyListParser::bytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(told(ProxyListParser::parse(bytes, ProxyScheme::Http)), expected);
}

void TestProxyListParser::manyJunkLines()
{
    QByteArray bytes;
    for (int i = 0; i < 100'000; ++i) {
        const QByteArray n = QByteArray::number(i);
        switch (i % 5) {
        case 0:
            bytes += "10." + QByteArray::number(i / 65536) + '.' + QByteArray::number(i / 256 % 256) + '.' +
                     QByteArray::number(i % 256) + ":8080\n";
            break;
        case 1:
            bytes += "rubbish " + n + " and more\n";
            break;
        case 2:
            bytes += ":::::@@@@####,,,;;;" + n + '\n';
            break;
        case 3:
            bytes += "1.2.3.4:" + QByteArray::number(70'000 + i) + '\n';
            break;
        default:
            bytes += QByteArray(200, 'x') + n + '\n';
        }
    }
    const ProxyList list = ProxyListParser::parse(bytes, ProxyScheme::Http);
    QCOMPARE(list.places, 100'000);
    QCOMPARE(list.entries.size(), 20'000);
    QCOMPARE(list.problems.size(), 80'000);
}

QTEST_GUILESS_MAIN(TestProxyListParser)
#include "tst_proxylistparser.moc"
