// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace linnet::test {

/// A proxy server of the system, started on a free port of 127.0.0.1 for one test.
class RealProxy
{
public:
    enum class Kind
    {
        Squid,
        Tinyproxy,
        Privoxy,
        Microsocks,
        Dante,
    };
    struct Setup
    {
        Kind kind = Kind::Squid;
        QString outgoing = QStringLiteral("127.0.0.1"); ///< the address that origins see
        QString user;
        QString password;
        bool discreet = false; ///< squid: no Via, no X-Forwarded-For
        QString denied;        ///< squid, dante: this address is refused
    };

    explicit RealProxy(Setup setup);
    ~RealProxy();

    static bool isInstalled(Kind kind);
    /// For QSKIP where it is not: not every Debian has all of them.
    static const char *whySkipped(Kind kind);
    /// Also after kill(), on the same port. False with a reason in errorText().
    bool start();
    void kill(); ///< its port refuses
    void stop(); ///< accepts and never answers
    void resume();

    quint16 port() const { return m_port; }
    QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    /// scheme://user:password@host:port
    QString address() const;
    QString errorText() const { return m_error; }

private:
    bool isSocks() const { return m_setup.kind == Kind::Microsocks || m_setup.kind == Kind::Dante; }
    bool write(const QString &name, const QByteArray &bytes) const;
    bool prepare(QStringList &arguments);
    bool prepareSquid();
    bool prepareTinyproxy();
    bool preparePrivoxy();
    bool prepareDante();
    bool answers() const;

    Setup m_setup;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    QString m_error;
};

} // namespace linnet::test
