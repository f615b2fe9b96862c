// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxyjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <initializer_list>
#include <optional>
#include <utility>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DeepestNesting = 8;

/// The first of these keys that holds a text or number.
QString field(const QJsonObject &object, std::initializer_list<QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys) {
        const QJsonValue value = object[key];
        if (value.isString())
            return value.toString();
        if (value.isDouble())
            return QString::number(value.toInteger());
    }
    return {};
}

/// Reads what was parsed into one list.
class JsonReader
{
public:
    explicit JsonReader(ProxyScheme fallback)
        : m_fallback(fallback)
    {
    }

    void read(const QJsonValue &value, int depth = 0)
    {
        if (value.isString()) {
            const QString text = value.toString();
            ++list.places;
            list.addReading(readProxyLine(text, m_fallback), ++m_place, text);
        } else if (value.isArray() && depth < DeepestNesting) {
            for (const QJsonValue &item : value.toArray())
                read(item, depth + 1);
        } else if (value.isObject() && depth < DeepestNesting) {
            readObject(value.toObject(), depth);
        } else {
            ++list.places;
            list.addReading({{}, LineFault::NotAProxy, {}, {}}, ++m_place, {});
        }
    }

    ProxyList list;

private:
    void readObject(const QJsonObject &object, int depth)
    {
        const QString host = field(object, {"ip"_L1, "host"_L1, "ip_address"_L1, "ipAddress"_L1, "addr"_L1,
                                            "address"_L1, "hostname"_L1, "server"_L1});
        const QString port = field(object, {"port"_L1, "proxyPort"_L1, "port_number"_L1});
        const QString whole = field(object, {"proxy"_L1, "url"_L1, "address"_L1, "proxy_url"_L1});
        if (!host.isEmpty() && !port.isEmpty()) {
            addParts(object, host, port);
            return;
        }
        if (!whole.isEmpty() || !host.isEmpty()) {
            addWhole(object, whole.isEmpty() ? host : whole);
            return;
        }
        bool found = false;
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!member->isArray() && !member->isObject())
                continue;
            found = true;
            // {"http": […], "socks5": […]}; "https" beside "http" is said of HTTP proxies that open tunnels.
            std::optional<ProxyScheme> named = schemeByName(member.key());
            if (named == ProxyScheme::Https && object.contains("http"_L1))
                named = ProxyScheme::Http;
            const ProxyScheme before = std::exchange(m_fallback, named.value_or(m_fallback));
            read(*member, depth + 1);
            m_fallback = before;
        }
        if (!found) {
            ++list.places;
            list.addReading({{}, LineFault::NotAProxy, {}, {}}, ++m_place, {});
        }
    }

    void addParts(const QJsonObject &object, const QString &host, const QString &port)
    {
        ++list.places;
        ++m_place;
        const bool v6 = host.count(u':') > 1 && !host.startsWith(u'[');
        for (const ProxyScheme scheme : schemes(object)) {
            LineReading reading = readEndpoint(v6 ? u'[' + host + u']' : host, port, scheme);
            addLogin(object, reading);
            list.addReading(reading, m_place, host + u':' + port);
        }
    }

    void addWhole(const QJsonObject &object, const QString &text)
    {
        ++list.places;
        LineReading reading = readProxyLine(text, schemes(object).first());
        addLogin(object, reading);
        list.addReading(reading, ++m_place, text);
    }

    static void addLogin(const QJsonObject &object, LineReading &reading)
    {
        const QString user = field(object, {"username"_L1, "user"_L1, "login"_L1});
        const QString password = field(object, {"password"_L1, "pass"_L1});
        for (Proxy &proxy : reading.proxies) {
            if (!user.isEmpty())
                proxy.user = user;
            if (!password.isEmpty())
                proxy.password = password;
        }
    }

    /// Never empty. Lists say "https" of HTTP proxies that pass TLS on, beside "http".
    QList<ProxyScheme> schemes(const QJsonObject &object) const
    {
        QList<ProxyScheme> named;
        for (const QLatin1StringView key : {"protocols"_L1, "protocol"_L1, "type"_L1, "scheme"_L1}) {
            const QJsonValue value = object[key];
            const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{value};
            for (const QJsonValue &one : values) {
                const auto scheme = schemeByName(one.toString());
                if (scheme && !named.contains(*scheme))
                    named.append(*scheme);
            }
            if (!named.isEmpty())
                break;
        }
        if (named.contains(ProxyScheme::Http))
            named.removeAll(ProxyScheme::Https);
        return named.isEmpty() ? QList{m_fallback} : named;
    }

    ProxyScheme m_fallback;
    int m_place = 0;
};

int lineAt(QStringView text, qsizetype offset)
{
    return int(text.first(std::min(offset, text.size())).count(u'\n')) + 1;
}

ProxyList readObjectLines(QStringView text, ProxyScheme fallback)
{
    JsonReader reader(fallback);
    int line = 0;
    for (const QStringView piece : text.split(u'\n')) {
        ++line;
        if (piece.trimmed().isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(piece.toUtf8());
        if (document.isNull()) {
            ++reader.list.places;
            reader.list.addReading({{}, LineFault::NotJson, {}, {}}, line, {});
        } else {
            reader.read(document.object());
        }
    }
    return std::move(reader.list);
}

} // namespace

bool looksLikeJson(QStringView text)
{
    const QStringView inside = text.sliced(1).trimmed();
    return inside.startsWith(u'{') || inside.startsWith(u'[') || inside.startsWith(u'"') ||
           inside.startsWith(u']');
}

ProxyList readProxyJson(QStringView text, ProxyScheme fallback)
{
    QJsonParseError error;
    const QByteArray bytes = text.toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull()) {
        const bool many =
            text.startsWith(u'{') && text.contains(u'\n') && error.error == QJsonParseError::GarbageAtEnd;
        if (many) {
            ProxyList list = readObjectLines(text, fallback);
            list.form = ListForm::Lines;
            return list;
        }
        ProxyList list;
        list.places = 1;
        list.problems.append(
            {lineAt(QString::fromUtf8(bytes.first(std::min<qsizetype>(error.offset, bytes.size()))),
                    bytes.size()),
             {},
             LineFault::NotJson,
             error.errorString(),
             {}});
        return list;
    }
    JsonReader reader(fallback);
    if (document.isArray())
        reader.read(document.array());
    else
        reader.read(document.object());
    reader.list.form = ListForm::Json;
    return std::move(reader.list);
}

} // namespace linnet::proxies
