// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/proxylistparser.h"

#include <QElapsedTimer>
#include <QTest>

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
    row("host:port", u"1.2.3.4:8080"_qs, u"http 1.2.3.4 8080"_qs);
    row("name", u"Proxy.Example.COM:3128"_qs, u"http proxy.example.com 3128"_qs);
    row("single word", u"squid:3128"_qs, u"http squid 3128"_qs);
    row("IDN", u"прокси.рф:80"_qs, u"http xn--h1adldfi.xn--p1ai 80"_qs);
    row("localhost", u"localhost:1080"_qs, u"http localhost 1080"_qs);
    row("blanks around", u"   1.2.3.4:8080\t"_qs, u"http 1.2.3.4 8080"_qs);
    row("IPv6", u"[2001:db8::1]:8080"_qs, u"http 2001:db8::1 8080"_qs);
    row("IPv6 with scheme", u"socks5://[::1]:1080"_qs, u"socks5 ::1 1080"_qs);
    row("IPv6, login in front", u"user:pw@[2001:DB8::1]:80"_qs, u"http 2001:db8::1 80 user pw"_qs);
    row("IPv6, login behind", u"[::1]:80:user:pw"_qs, u"http ::1 80 user pw"_qs);
    row("IPv6, login in front with colons", u"user:pw:[::1]:80"_qs, u"http ::1 80 user pw"_qs);
    row("scheme", u"socks5://1.2.3.4:1080"_qs, u"socks5 1.2.3.4 1080"_qs);
    row("scheme in capitals", u"SOCKS5://1.2.3.4:1080"_qs, u"socks5 1.2.3.4 1080"_qs);
    row("socks5h", u"socks5h://1.2.3.4:1080"_qs, u"socks5 1.2.3.4 1080"_qs);
    row("socks4", u"socks4://1.2.3.4:1080"_qs, u"socks4 1.2.3.4 1080"_qs);
    row("socks4a", u"socks4a://1.2.3.4:1080"_qs, u"socks4 1.2.3.4 1080"_qs);
    row("https", u"https://1.2.3.4:443"_qs, u"https 1.2.3.4 443"_qs);
    row("slash at the end", u"http://1.2.3.4:8080/"_qs, u"http 1.2.3.4 8080"_qs);
    row("address with login", u"http://user:pass@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("login, no scheme", u"user:pass@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("user without password", u"user@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user "_qs);
    row("host:port:user:pass", u"1.2.3.4:8080:user:pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("name:port:user:pass", u"gate.example.com:8080:user:pass"_qs,
        u"http gate.example.com 8080 user pass"_qs);
    row("word:port:user:pass", u"gate:8080:user:pass"_qs, u"http gate 8080 user pass"_qs);
    row("user:pass:host:port", u"user:pass:1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("user:number:host:port", u"user:4321:1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user 4321"_qs);
    row("scheme://host:port:user:pass", u"socks5://1.2.3.4:1080:user:pass"_qs,
        u"socks5 1.2.3.4 1080 user pass"_qs);
    row("host:port@user:pass", u"1.2.3.4:8080@user:pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("host:port##user:pass", u"1.2.3.4:8080##user:pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("host:port,user:pass", u"1.2.3.4:8080,user:pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("host:port,user,pass", u"1.2.3.4:8080,user,pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("host,port,user,pass", u"1.2.3.4,8080,user,pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("host;port", u"1.2.3.4;8080"_qs, u"http 1.2.3.4 8080"_qs);
    row("host, port, user, pass", u"1.2.3.4, 8080, user, pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("host port", u"1.2.3.4\t8080"_qs, u"http 1.2.3.4 8080"_qs);
    row("host port user pass", u"1.2.3.4 8080 user pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("host:port user:pass", u"1.2.3.4:8080 user:pass"_qs, u"http 1.2.3.4 8080 user pass"_qs);
    row("proxychains", u"socks5 10.0.0.1 1080 user pass"_qs, u"socks5 10.0.0.1 1080 user pass"_qs);
    row("several by blanks", u"1.2.3.4:80 5.6.7.8:81"_qs, u"http 1.2.3.4 80|http 5.6.7.8 81"_qs);
    row("several by commas", u"1.2.3.4:80,5.6.7.8:81,9.9.9.9:82"_qs,
        u"http 1.2.3.4 80|http 5.6.7.8 81|http 9.9.9.9 82"_qs);
    row("remark", u"1.2.3.4:80 # from a friend"_qs, u"http 1.2.3.4 80"_qs);
    // Passwords
    row("colon in the password", u"1.2.3.4:8080:user:pa:ss"_qs, u"http 1.2.3.4 8080 user pa:ss"_qs);
    row("colon in the password, front", u"user:pa:ss@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user pa:ss"_qs);
    row("colon in the password, colons", u"user:pa:ss:1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user pa:ss"_qs);
    row("@ in the password", u"http://user:p@ss@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user p@ss"_qs);
    row("@ in the password behind", u"1.2.3.4:8080:user:p@ss"_qs, u"http 1.2.3.4 8080 user p@ss"_qs);
    row("@ in the password behind @", u"1.2.3.4:8080@user:p@ss"_qs, u"http 1.2.3.4 8080 user p@ss"_qs);
    row("encoded password", u"http://us%40er:p%3Ass%2F@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 us@er p:ss/"_qs);
    row("per cent that means itself", u"http://user:50%off@1.2.3.4:8080"_qs,
        u"http 1.2.3.4 8080 user 50%off"_qs);
    row("per cent behind", u"1.2.3.4:8080:user:a%41"_qs, u"http 1.2.3.4 8080 user a%41"_qs);
    row("Cyrillic password", u"http://имя:пароль@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 имя пароль"_qs);
    row("encoded Cyrillic", u"http://u:%D0%BF@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 u п"_qs);
    row("slash in the password", u"http://user:a/b@1.2.3.4:8080"_qs, u"http 1.2.3.4 8080 user a/b"_qs);
    row("comma in the password", u"1.2.3.4:8080:user:a,b"_qs, u"http 1.2.3.4 8080 user a,b"_qs);
    // Errors
    row("port 0", u"1.2.3.4:0"_qs, u"1!bad_port 0"_qs);
    row("port 70000", u"1.2.3.4:70000"_qs, u"1!bad_port 70000"_qs);
    row("port of many digits", u"1.2.3.4:808080808080"_qs, u"1!bad_port 808080808080"_qs);
    row("port 65535", u"1.2.3.4:65535"_qs, u"http 1.2.3.4 65535"_qs);
    row("no port", u"1.2.3.4"_qs, u"1!no_port"_qs);
    row("empty port", u"1.2.3.4:"_qs, u"1!no_port"_qs);
    row("three parts", u"1.2.3.4:8080:user"_qs, u"1!three_parts"_qs);
    row("octet out of range", u"1.2.3.400:80"_qs, u"1!bad_host 1.2.3.400"_qs);
    row("leading zero", u"010.2.3.4:80"_qs, u"1!bad_host 010.2.3.4"_qs);
    row("any address", u"0.0.0.0:80"_qs, u"1!bad_host 0.0.0.0"_qs);
    row("IPv6 without brackets", u"2001:db8::1:8080"_qs, u"1!needs_brackets"_qs);
    row("two endpoints", u"1.2.3.4:8080:5.6.7.8:1080"_qs, u"1!ambiguous"_qs);
    row("two endpoints around @", u"1.2.3.4:8080@5.6.7.8:1080"_qs, u"1!ambiguous"_qs);
    row("two words", u"one:1111:two:2222"_qs, u"1!ambiguous"_qs);
    row("address is never ambiguous", u"http://a.b:1111@c.d:2222"_qs, u"http c.d 2222 a.b 1111"_qs);
    row("unknown scheme", u"vmess://1.2.3.4:80"_qs, u"1!unknown_scheme vmess"_qs);
    row("a page", u"http://example.com:80/list.txt"_qs, u"1!web_page"_qs);
    row("prose", u"Free proxies from example"_qs, u"1!not_a_proxy"_qs);
    row("word and number", u"Page 12"_qs, u"1!not_a_proxy"_qs);
    row("country behind", u"1.2.3.4,8080,US,elite"_qs, u"1!extra_text"_qs);
    row("words behind", u"1.2.3.4:8080 elite and fast"_qs, u"1!extra_text"_qs);
    row("too long", QString(5000, u'a') + u":80"_qs, u"1!too_long"_qs);
    row("only an @", u"@"_qs, u"1!not_a_proxy"_qs);
    row("colons", u"::::"_qs, u"1!not_a_proxy"_qs);
    // Several lines
    row("comments and blanks", u"# list\n\n1.2.3.4:80\n// end\n; no\n"_qs, u"http 1.2.3.4 80"_qs);
    row("CRLF and CR", u"1.2.3.4:80\r\n5.6.7.8:81\r9.9.9.9:82"_qs,
        u"http 1.2.3.4 80|http 5.6.7.8 81|http 9.9.9.9 82"_qs);
    row("lines are counted", u"1.2.3.4:80\n\n# x\nrubbish\n"_qs, u"http 1.2.3.4 80|4!not_a_proxy"_qs);
    row("BOM", QString(QChar(0xFEFF)) + u"1.2.3.4:80"_qs, u"http 1.2.3.4 80"_qs);
    row("header line", u"socks5\n1.2.3.4:80\nhttp:\n5.6.7.8:81"_qs, u"socks5 1.2.3.4 80|http 5.6.7.8 81"_qs);
    row("header with key", u"type = socks4\n1.2.3.4:80"_qs, u"socks4 1.2.3.4 80"_qs);
    row("header in brackets", u"[SOCKS5]\n1.2.3.4:80"_qs, u"socks5 1.2.3.4 80"_qs);
    row("clarketm", u"200.2.125.90:8080 AR-N-S! +\n1.0.0.1:80 US-H-S -\n2.0.0.2:81 RU-A!\n"_qs,
        u"http 200.2.125.90 8080|http 1.0.0.1 80|http 2.0.0.2 81"_qs);
    // JSON
    row("JSON texts", uR"(["1.2.3.4:80", "socks5://5.6.7.8:81", 7])"_qs,
        u"http 1.2.3.4 80|socks5 5.6.7.8 81|3!not_a_proxy"_qs);
    row("proxyscrape",
        uR"({"shown_records":1,"proxies":[{"alive":true,"proxy":"socks5://1.2.3.4:80","ip":"1.2.3.4"}]})"_qs,
        u"socks5 1.2.3.4 80"_qs);
    row("proxifly",
        uR"([{"proxy":"http://1.2.3.4:80","protocol":"http","ip":"1.2.3.4","port":80,"https":false}])"_qs,
        u"http 1.2.3.4 80"_qs);
    row("geonode", uR"({"data":[{"ip":"1.2.3.4","port":"1080","protocols":["socks5"]}],"total":1})"_qs,
        u"socks5 1.2.3.4 1080"_qs);
    row("protocols", uR"([{"ip":"1.2.3.4","port":80,"protocols":["http","https"]}])"_qs,
        u"http 1.2.3.4 80"_qs);
    row("JSON login", uR"([{"host":"a.b","port":80,"username":"u","password":"p:@"}])"_qs,
        u"http a.b 80 u p:@"_qs);
    row("JSON, IPv6", uR"([{"ip":"::1","port":80}])"_qs, u"http ::1 80"_qs);
    row("JSON, bad port", uR"([{"ip":"1.2.3.4","port":0}])"_qs, u"1!bad_port 0"_qs);
    row("JSON, empty", u"[]"_qs, QString());
    row("JSON lines", u"{\"ip\":\"1.2.3.4\",\"port\":80}\n{\"ip\":\"5.6.7.8\",\"port\":81}\n"_qs,
        u"http 1.2.3.4 80|http 5.6.7.8 81"_qs);
    row("JSON, broken", u"[{\"ip\":\"1.2.3.4\",\n\"port\":]"_qs,
        u"2!not_json object is missing after a comma"_qs);
    // Tables
    row("page of a free list", QString::fromUtf8(FreeList),
        u"http 190.61.88.147 8080|http 47.74.152.29 8888|2!bad_port 70000"_qs);
    row("page, other order and type",
        u"<table><tr><th>Тип</th><th>Порт</th><th>IP адрес</th></tr>"
        "<tr><td>SOCKS5</td><td>1080</td><td>1.2.3.4</td></tr>"
        "<tr><td>HTTP, HTTPS</td><td>80</td><td>5.6.7.8</td></tr></table>"_qs,
        u"socks5 1.2.3.4 1080|http 5.6.7.8 80"_qs);
    row("page with a text area",
        u"<html><body><textarea>Updated at 10:30\n\n1.2.3.4:80\n5.6.7.8:81</textarea>"_qs,
        u"http 1.2.3.4 80|http 5.6.7.8 81"_qs);
    row("page without proxies", u"<html><body>Nothing here</body></html>"_qs, u"1!no_list"_qs);
    row("CSV with names", u"ip,port,country,protocol\n1.2.3.4,80,US,http\n5.6.7.8,1080,DE,socks5\n"_qs,
        u"http 1.2.3.4 80|socks5 5.6.7.8 1080"_qs);
    row("CSV in quotes", u"\"Host\";\"Port\";\"Login\";\"Password\"\n\"a.b\";\"80\";\"u\";\"p\"\n"_qs,
        u"http a.b 80 u p"_qs);
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
    const ProxyList list = ProxyListParser::parse(u"1.2.3.4:80\nhttp://1.2.3.4:80"_qs, ProxyScheme::Socks5);
    QCOMPARE(told(list), u"socks5 1.2.3.4 80|http 1.2.3.4 80"_qs);
}

void TestProxyListParser::counts()
{
    const ProxyList list = ProxyListParser::parse(
        u"1.2.3.4:80\nhttp://1.2.3.4:80\n\nsocks4://1.2.3.4:80\nhttps://1.2.3.4:80\nrubbish"_qs,
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
        u"user:secret@nohost\n1.2.3.4:0:user:secret\nuser secret 1.2.3.4\n1.2.3.4;0;u;secret\nplain-rubbish"_qs,
        ProxyScheme::Http);
    QCOMPARE(list.problems.size(), 5);
    for (const ProxyList::Problem &problem : list.problems) {
        QVERIFY(!problem.text.contains(u"secret"_qs));
        QVERIFY(!problem.error().detail.contains(u"secret"_qs));
    }
    QCOMPARE(list.problems.last().text, u"plain-rubbish"_qs);
}

void TestProxyListParser::ambiguityGivesBothReadings()
{
    const ProxyList list = ProxyListParser::parse(u"1.2.3.4:8080:5.6.7.8:1080"_qs, ProxyScheme::Http);
    QCOMPARE(list.problems.size(), 1);
    const QList<Proxy> &readings = list.problems.first().readings;
    QCOMPARE(readings.size(), 2);
    QCOMPARE(readings[0].address(), u"http://1.2.3.4:8080"_qs);
    QCOMPARE(readings[1].address(), u"http://5.6.7.8:1080"_qs);
    QCOMPARE(readings[1].user, u"1.2.3.4"_qs);
}

void TestProxyListParser::keysTellUsersApart()
{
    const ProxyList list = ProxyListParser::parse(
        u"http://a:1@1.2.3.4:80\nhttp://b:1@1.2.3.4:80\nhttp://a:2@1.2.3.4:80"_qs, ProxyScheme::Http);
    QCOMPARE(list.entries.size(), 2);
    QVERIFY(list.entries[0].proxy.key() != list.entries[1].proxy.key());
    QVERIFY(list.entries[0].proxy.key().startsWith(u"http://1.2.3.4:80#"_qs));
    QCOMPARE(list.entries[0].proxy.use().proxy.password(), u"1"_qs);
}

void TestProxyListParser::schemeFromName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("scheme");
    QTest::newRow("file") << u"/home/me/socks5.txt"_qs << u"socks5"_qs;
    QTest::newRow("address") << u"https://raw.example.com/PROXY-List/master/socks4.txt"_qs << u"socks4"_qs;
    QTest::newRow("http") << u"http.txt"_qs << u"http"_qs;
    QTest::newRow("query") << u"https://api.example.com/?request=displayproxies&protocol=socks5"_qs
                           << u"socks5"_qs;
    QTest::newRow("nothing") << u"https://example.com/list.txt"_qs << QString();
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
                               << u"http 1.2.3.4 80"_qs;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "1\0.\0002\0.\0003\0.\0004\0:\0008\0000\0",
                                          22)
                            << u"http 1.2.3.4 80"_qs;
    QTest::newRow("not UTF-8") << QByteArray("1.2.3.4:80\nu:\xEF\xE0\xF0@1.2.3.4:81\n5.6.7.8:82")
                               << u"http 1.2.3.4 80|http 5.6.7.8 82|2!not_text"_qs;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\1\2\3",
                                          8)
                            << u"1!not_text"_qs;
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
