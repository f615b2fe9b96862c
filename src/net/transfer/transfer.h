// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxy/proxyselector.h"
#include "net/request.h"
#include "net/transfer/bodyfile.h"
#include "net/transfer/bodyreader.h"
#include "net/transfer/ending.h"
#include "net/transfer/lane.h"
#include "net/transfer/replyreason.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>

#include <memory>

namespace linnet {
class Clock;
}

namespace linnet::net {

/// One attempt: one QNetworkReply from hand-over to its end, its phases, its body. Ends once, by itself or by
/// abort(); it must not be deleted inside ended(). It is never inferred from Qt's error why something was
/// broken off.
class Transfer : public QObject
{
    Q_OBJECT

public:
    /// What is asked of whom, and where the answer belongs.
    struct Order
    {
        quint64 id = 0;
        QNetworkRequest request;
        Method method = Method::Get;
        QByteArray form = {}; ///< see Request
        qint64 maxBody = 0;
        qint64 keepBody = -1;
        bool acceptPartial = false;
        QString toFile = {};                                           ///< see Request
        std::function<bool(int, const HeaderFields &)> wantsBody = {}; ///< see Request
        QByteArray ownTarget = {}; ///< the request target where Qt would spell it otherwise, see Address
        HostKey host;
        Origin origin;
        ProxySelector::Use use;
        bool hasSentBasic = false; ///< the proxy's login goes with the request, as Basic
        int login = 0;             ///< the number of the login that the proxy is given, see ProxyLogins
    };
    /// Monotonic nanoseconds, 0 = did not happen.
    struct Times
    {
        qint64 handedOver = 0;
        qint64 connecting = 0;
        qint64 sent = 0;
        qint64 headers = 0;
        qint64 lastByte = 0;
        qint64 done = 0;
    };

    Transfer(const Clock &clock, Order order, QObject *parent);
    ~Transfer() override;

    /// Its place in the lane; its time runs from now on.
    void take(Lane &lane);
    void start();
    /// Something else than start() has sent it.
    void noteSent();
    /// Ends before it has begun: the proxy wants another login, as its answer says.
    void refuseLogin(const HeaderFields &headers);
    /// Its time is over: ends with the reason that fits how far it came.
    void expire();
    /// Ends with this reason; ended() comes before it returns.
    void abort(Reason reason, const QString &detail = {});

    /// Its connection may have been hung up because headers came without end.
    void suspectFlood();

    const Order &order() const { return m_order; }
    quint16 peerPort() const; ///< of the host or the proxy that the connection goes to
    qint64 taken() const;     ///< bytes of headers and body that have come, roughly
    /// An answer has begun, without any headers: Qt drops them all when they are too many or too long. The
    /// simplest of servers send none.
    bool hasLostHeaders() const { return m_times.headers > 0 && m_ending.headers.isEmpty(); }
    const Times &times() const { return m_times; }
    Lane &lane() const { return *m_lane; }
    Ending takeEnding() { return std::move(m_ending); }

Q_SIGNALS:
    void sent(linnet::net::Transfer *transfer);
    void ended(linnet::net::Transfer *transfer);

private:
    void onConnecting();
    void onSent();
    void onHeaders();
    void onReadyRead();
    void onFinished();
    void onTlsErrors(const QList<QSslError> &errors);
    void end(Reason reason, const QString &detail);
    void ask();
    bool isHeadEnough() const;
    bool leadsElsewhere() const; ///< 3xx
    bool isCounted() const;
    bool isBehindEnd() const;
    Reason checkWhole() const;
    void beginFile();
    bool isBehindFile() const;
    Error endFile(Reason reason, const QString &detail);
    ReplyFault fault() const;
    void breakOff();
    bool isFlood() const;
    bool isSecure() const; ///< https

    const Clock &m_clock;
    Order m_order;
    Times m_times;
    Ending m_ending;
    Lane *m_lane = nullptr;
    std::unique_ptr<QIODevice> m_form; ///< outlives the reply that reads it
    std::unique_ptr<QNetworkReply>
        m_reply; ///< lives as long as the transfer: it may be in the middle of a signal
    bool m_over = false;
    std::optional<BodyReader> m_body;
    std::optional<BodyFile> m_file; ///< where the body goes, if not into memory
    std::optional<qint64> m_length; ///< that the headers announce
    QString m_tlsFault;
    qint64 m_suspectedAt = 0;
    bool m_fresh = false; ///< the connection was made for this attempt
};

} // namespace linnet::net
