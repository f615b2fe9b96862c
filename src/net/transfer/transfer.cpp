// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/transfer.h"

#include "base/clock.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <algorithm>
#include <utility>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What Qt may hold before we read: the TCP window closes behind it.
constexpr qint64 ReadBuffer = 256 * 1024;
/// Of an answer instead of the large one that was asked for.
constexpr qint64 LargestErrorPage = 32 * 1024 * 1024;
constexpr int RangeNotSatisfiable = 416;
/// What is read of an answer whose head is enough.
constexpr qint64 ShortBody = 64 * 1024;

/// Qt reports every status from 400 on as an error of its own (400 as an invalid operation); the answer is
/// whole.
bool isStatusError(QNetworkReply::NetworkError code, int status)
{
    return status >= 400 && code >= QNetworkReply::ContentAccessDenied;
}

/// RFC 9110 §8.6: digits, or the same digits again; nothing for anything else.
std::optional<qint64> lengthOf(const QByteArray &announced)
{
    std::optional<qint64> length;
    for (const QByteArray &piece : QByteArray(announced).replace('\n', ',').split(',')) {
        bool isNumber = false;
        const qint64 value = piece.trimmed().toLongLong(&isNumber);
        if (!isNumber || value < 0 || (length && *length != value))
            return std::nullopt;
        length = value;
    }
    return length;
}

/// What Qt cannot read again it cannot send again, as it would when a connection closes without a word.
class OnceReadable final : public QIODevice
{
public:
    explicit OnceReadable(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(ReadOnly);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_bytes.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 largest) override
    {
        const qint64 count = std::min<qint64>(largest, m_bytes.size());
        std::copy_n(m_bytes.constData(), count, data);
        m_bytes.remove(0, count);
        return count > 0 ? count : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

QString nameOf(const QSslCertificate &certificate,
               QStringList (QSslCertificate::*info)(QSslCertificate::SubjectInfo) const)
{
    const QString name = (certificate.*info)(QSslCertificate::CommonName).value(0);
    return name.isEmpty() ? (certificate.*info)(QSslCertificate::Organization).value(0) : name;
}

} // namespace

Transfer::Transfer(const Clock &clock, Order order, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_order(std::move(order))
{
}

Transfer::~Transfer()
{
    breakOff();
}

void Transfer::take(Lane &lane)
{
    m_lane = &lane;
    m_times.handedOver = m_clock.nowNs();
}

void Transfer::refuseLogin(const HeaderFields &headers)
{
    if (m_over)
        return;
    m_ending.headers = headers;
    end(Reason::CredentialsNeeded,
        m_order.hasSentBasic ? u"the proxy refuses the login"_s : u"the proxy wants a login"_s);
}

void Transfer::start()
{
    if (m_over)
        return;
    // The manager reads its proxy inside get(), so every request goes exactly where the selector said.
    m_lane->proxy->set(m_order.use.proxy);
    ask();
    if (!isSecure())
        m_reply->setReadBufferSize(ReadBuffer);
    connect(m_reply.get(), &QNetworkReply::socketStartedConnecting, this, &Transfer::onConnecting);
    connect(m_reply.get(), &QNetworkReply::requestSent, this, &Transfer::onSent);
    connect(m_reply.get(), &QNetworkReply::uploadProgress, this, [this](qint64 bytes) {
        if (bytes > 0 && m_times.sent == 0) // of a form, Qt says nothing else
            onSent();
    });
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &Transfer::onHeaders);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &Transfer::onReadyRead);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, &Transfer::onTlsErrors);
    connect(m_reply.get(), &QNetworkReply::finished, this, &Transfer::onFinished);
}

void Transfer::ask()
{
    QNetworkAccessManager &manager = m_lane->manager;
    const bool isHead = m_order.method == Method::Head;
    if (m_order.method == Method::Post) {
        QNetworkRequest posted = m_order.request;
        posted.setHeader(QNetworkRequest::ContentLengthHeader, m_order.form.size());
        posted.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        m_form = std::make_unique<OnceReadable>(m_order.form);
        m_reply.reset(manager.post(posted, m_form.get()));
        return;
    }
    if (m_order.ownTarget.isEmpty()) {
        m_reply.reset(isHead ? manager.head(m_order.request) : manager.get(m_order.request));
        return;
    }
    // QUrl cannot carry this target, but Qt writes the verb of its "custom" requests as it stands. So the
    // verb is the whole request line, and what Qt writes behind it the value of a field.
    QByteArray line = isHead ? "HEAD " : "GET ";
    if (m_order.use.proxy.type() == QNetworkProxy::HttpProxy && !isSecure())
        line += m_order.request.url().toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                                QUrl::RemoveUserInfo);
    line += m_order.ownTarget + " HTTP/1.1\r\nX-Normalized-Target:";
    m_reply.reset(manager.sendCustomRequest(m_order.request, line));
}

void Transfer::onConnecting()
{
    // Qt repeats a request up to three times when its connection closes without a word. That is right for a
    // kept connection that had gone stale; on a new one the server has heard it, and it would come unpaced.
    if (m_fresh && m_times.sent > 0 && m_times.headers == 0) {
        abort(isFlood() ? Reason::HeaderFlood : Reason::Reset);
        return;
    }
    m_fresh = true;
    if (m_times.connecting == 0)
        m_times.connecting = m_clock.nowNs();
}

void Transfer::onSent()
{
    // Comes again when Qt repeats the request on a new connection: the server sees that one too.
    m_times.sent = m_clock.nowNs();
    // Not before: changed while TLS is not there yet, Qt 6.4 may read where nobody reads and crash.
    if (isSecure())
        m_reply->setReadBufferSize(ReadBuffer);
    Q_EMIT sent(this);
}

void Transfer::noteSent()
{
    if (m_over)
        return;
    m_times.sent = m_clock.nowNs();
    Q_EMIT sent(this);
}

void Transfer::onHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_times.headers > 0 || status == 0)
        return;
    m_times.headers = m_times.lastByte = m_clock.nowNs();
    if (status < 200 || status > 999) {
        // Qt takes it for the answer. The real one would be read by the next request on this connection.
        m_ending.spoilsConnection = true;
        abort(status >= 100 && status < 200 ? Reason::InterimAnswer : Reason::BadAnswer,
              u"status %1"_s.arg(status));
        return;
    }
    m_ending.status = status;
    m_ending.headers = m_reply->rawHeaderPairs();
    if (status >= 400 && !m_order.use.key.isDirect())
        m_ending.phrase = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    if (isSecure()) {
        const QSslCertificate shown = m_reply->sslConfiguration().peerCertificate();
        m_ending.certificate = {nameOf(shown, &QSslCertificate::subjectInfo),
                                nameOf(shown, &QSslCertificate::issuerInfo), shown.expiryDate()};
    }
    const bool isErrorPage = !m_order.toFile.isEmpty() && status >= 300;
    m_body.emplace(isErrorPage ? std::min(m_order.maxBody, LargestErrorPage) : m_order.maxBody,
                   m_ending.header("Content-Encoding"), m_order.keepBody);
    m_length = lengthOf(m_ending.header("Content-Length"));
    beginFile();
    if (m_over)
        return;
    if (hasLostHeaders() && leadsElsewhere()) {
        // It leads nowhere, and Qt does not know where it ends.
        abort(Reason::HeaderFlood);
    } else if (isCounted() && !m_length) {
        abort(Reason::BadAnswer,
              u"Content-Length: "_s + QString::fromLatin1(m_ending.header("Content-Length").left(80)));
    } else if (isHeadEnough()) {
        m_ending.headOnly = m_order.method == Method::Get;
        end(Reason::None, {});
    } else if (isCounted()) {
        m_body->expect(*m_length);
        const qint64 before = m_file ? m_file->size() : 0;
        if (*m_length + before > m_order.maxBody && !m_order.acceptPartial)
            abort(Reason::TooLarge, QString::number(*m_length));
        else if (isBehindEnd())
            end(m_body->finish(), {});
    }
}

void Transfer::beginFile()
{
    if (isBehindFile())
        BodyFile(m_order.toFile).drop();
    if (m_order.toFile.isEmpty() || m_ending.status >= 300)
        return;
    m_file.emplace(m_order.toFile);
    const auto begun = m_file->begin(m_ending.status, m_ending.headers, m_body->isPacked());
    if (!begun)
        abort(begun.error().reason, begun.error().detail);
}

/// What is there is not the beginning of what the server has now.
bool Transfer::isBehindFile() const
{
    return !m_order.toFile.isEmpty() && m_ending.status == RangeNotSatisfiable;
}

/// What came of it stays, unless more of it would be of no use.
Error Transfer::endFile(Reason reason, const QString &detail)
{
    if (reason == Reason::None) {
        const auto whole = m_file->finish();
        return whole ? Error() : whole.error();
    }
    if (reason == Reason::TooLarge || reason == Reason::Bomb || reason == Reason::Undecodable)
        m_file->drop();
    return {reason, 0, detail};
}

bool Transfer::isHeadEnough() const
{
    // Of its "custom" requests Qt waits for a body, which HEAD never has.
    if (m_order.method == Method::Head)
        return !m_order.ownTarget.isEmpty();
    // Some send a redirect without a length and keep the connection.
    const bool isEndless = !m_length && m_ending.header("Transfer-Encoding").isNull();
    if (leadsElsewhere() && !m_ending.header("Location").isEmpty() && isEndless)
        return true;
    if (!m_order.wantsBody || m_order.wantsBody(m_ending.status, m_ending.headers))
        return false;
    // A short one costs less than another connection.
    return !m_length || *m_length > ShortBody;
}

bool Transfer::leadsElsewhere() const
{
    return m_ending.status >= 300 && m_ending.status < 400 && m_ending.status != 304;
}

/// The answer says how long its body is, and has one (RFC 9112 §6.3).
bool Transfer::isCounted() const
{
    return m_order.method != Method::Head && !m_ending.header("Content-Length").isEmpty() &&
           m_ending.header("Transfer-Encoding").isNull() && m_ending.status != 204 && m_ending.status != 304;
}

/// Qt reads the same length twice in one field as none, and waits for the end of the connection.
bool Transfer::isBehindEnd() const
{
    const QByteArray announced = m_ending.header("Content-Length");
    return isCounted() && (announced.contains(',') || announced.contains('\n')) &&
           m_body->received() >= *m_length;
}

void Transfer::onReadyRead()
{
    if (!m_body)
        return;
    m_times.lastByte = m_clock.nowNs();
    QByteArray piece = m_reply->readAll();
    if (isCounted())
        piece.truncate(*m_length - m_body->received());
    Error fault{m_body->feed(piece), 0, {}};
    if (m_file && fault.reason == Reason::None) {
        if (const auto written = m_file->write(m_body->take()); !written)
            fault = written.error();
    }
    if (fault.reason != Reason::None)
        abort(fault.reason, fault.detail);
    else if (isBehindEnd())
        end(m_body->finish(), {});
}

void Transfer::onTlsErrors(const QList<QSslError> &errors)
{
    if (errors.isEmpty() || !m_tlsFault.isEmpty())
        return;
    m_tlsFault = errors.first().errorString();
    const QSslCertificate shown = m_reply->sslConfiguration().peerCertificate();
    if (const QSslCertificate &leaf = shown.isNull() ? errors.first().certificate() : shown; !leaf.isNull())
        m_ending.certificate = {nameOf(leaf, &QSslCertificate::subjectInfo),
                                nameOf(leaf, &QSslCertificate::issuerInfo), leaf.expiryDate()};
    // Who signed tells an office's inspection from a broken server.
    const QString issuer = nameOf(errors.first().certificate(), &QSslCertificate::issuerInfo);
    if (!issuer.isEmpty())
        m_tlsFault += u" (issuer: "_s + issuer + u')';
    m_ending.certificate.problem = m_tlsFault;
}

void Transfer::onFinished()
{
    if (m_times.headers == 0)
        onHeaders();
    if (m_over)
        return;
    if (m_body && m_reply->bytesAvailable() > 0)
        onReadyRead();
    if (m_over)
        return;
    const QNetworkReply::NetworkError code = m_reply->error();
    const bool proxied = m_order.use.proxy.type() != QNetworkProxy::NoProxy;
    const bool answered = code == QNetworkReply::NoError || isStatusError(code, m_ending.status) ||
                          (code == QNetworkReply::ProxyAuthenticationRequiredError && !proxied);
    if (answered && m_body) {
        end(checkWhole(), {});
        return;
    }
    if (code == QNetworkReply::NoError) {
        end(Reason::BadAnswer, u"status line"_s);
        return;
    }
    const QString known = detailOf(fault());
    const QString text = known.isEmpty() ? m_reply->errorString() : known;
    const Reason reason = reasonOf(fault());
    m_ending.isDenied = isDenied(fault());
    m_ending.isProxysWord = m_ending.isDenied || isProxysWord(fault());
    m_ending.isTunnelRefused = refusesTunnel(fault());
    if (isFlood()) {
        end(Reason::HeaderFlood, {});
        return;
    }
    m_ending.isStrange = reason == Reason::Tls && proxied && m_tlsFault.isEmpty();
    end(reason, m_tlsFault.isEmpty() ? text : m_tlsFault);
}

ReplyFault Transfer::fault() const
{
    const bool proxied = m_order.use.proxy.type() != QNetworkProxy::NoProxy;
    const bool tunnel = proxied && (isSecure() || m_order.use.proxy.type() == QNetworkProxy::Socks5Proxy);
    return {m_reply->error(),
            m_reply->errorString(),
            m_times.headers > 0,
            proxied,
            tunnel,
            m_order.use.proxy.type() == QNetworkProxy::Socks5Proxy,
            !QHostAddress(m_order.request.url().host()).isNull()};
}

Reason Transfer::checkWhole() const
{
    // A redirect whose headers were lost leads nowhere.
    if (hasLostHeaders() && leadsElsewhere())
        return Reason::HeaderFlood;
    if (isBehindFile())
        return Reason::Truncated;
    // Qt does not always notice that a connection ended too early.
    if (isCounted() && m_body->received() < *m_length)
        return Reason::Truncated;
    return m_body->finish();
}

quint16 Transfer::peerPort() const
{
    const QNetworkProxy &proxy = m_order.use.proxy;
    if (proxy.type() != QNetworkProxy::NoProxy)
        return proxy.port();
    const QUrl url = m_order.request.url();
    return quint16(url.port(isSecure() ? 443 : 80));
}

bool Transfer::isSecure() const
{
    return m_order.request.url().scheme() == "https"_L1;
}

qint64 Transfer::taken() const
{
    // What the status line and the separators take is about as much again as a few fields.
    qint64 sum = m_times.headers > 0 ? 200 : 0;
    for (const auto &[name, value] : m_ending.headers)
        sum += name.size() + value.size() + 4;
    return sum + (m_body ? m_body->received() : m_ending.received);
}

void Transfer::suspectFlood()
{
    m_suspectedAt = m_clock.nowNs();
}

bool Transfer::isFlood() const
{
    constexpr qint64 Recently = 2'000'000'000;
    return m_suspectedAt > 0 && m_times.headers == 0 && m_clock.nowNs() - m_suspectedAt < Recently;
}

void Transfer::expire()
{
    const qint64 now = m_clock.nowNs();
    if (hasLostHeaders())
        abort(Reason::HeaderFlood);
    else if (m_times.headers > 0 && now - m_times.lastByte >= (now - m_times.handedOver) / 2)
        abort(Reason::Inactivity);
    else
        abort(Reason::Deadline, m_times.sent == 0 ? u"no connection"_s : QString());
}

void Transfer::abort(Reason reason, const QString &detail)
{
    end(reason, detail);
}

void Transfer::end(Reason reason, const QString &detail)
{
    if (m_over)
        return;
    m_times.done = m_clock.nowNs();
    m_ending.reason = reason;
    m_ending.detail = detail;
    if (m_file) {
        const Error fault = endFile(reason, detail);
        m_ending.reason = fault.reason;
        m_ending.detail = fault.detail;
    }
    if (m_body) {
        m_ending.received = m_body->received();
        m_ending.length = m_file ? m_file->size() : m_body->length();
        if (reason == Reason::None || m_order.acceptPartial)
            m_ending.body = m_body->take();
    }
    breakOff();
    Q_EMIT ended(this);
}

void Transfer::breakOff()
{
    if (std::exchange(m_over, true) || !m_reply)
        return;
    // abort() emits finished() inside the call, so nobody may listen any more.
    m_reply->disconnect(this);
    if (!m_reply->isFinished())
        m_reply->abort();
}

} // namespace linnet::net
