// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QThreadPool>

namespace linnet::net {

/// Lets bodies be looked at in the thread pool: whether they are what was asked for. Its destruction waits
/// for checks under way, which are pure and short.
class BodyChecks : public QObject
{
    Q_OBJECT

public:
    using Check = bool (*)(const QByteArray &);

    using QObject::QObject;
    ~BodyChecks() override;

    void run(quint64 id, Check check, const QByteArray &body);

Q_SIGNALS:
    void checked(quint64 id, bool good);

private:
    QThreadPool m_pool;
};

} // namespace linnet::net
