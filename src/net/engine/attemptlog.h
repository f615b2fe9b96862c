// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/attempt.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace linnet::net {

/// Collects finished attempts and hands them out in batches, so that nobody gets a signal per request.
class AttemptLog : public QObject
{
    Q_OBJECT

public:
    explicit AttemptLog(QObject *parent = nullptr);

    void add(Attempt attempt);
    void flush();

Q_SIGNALS:
    void batch(const QList<linnet::net::Attempt> &attempts);

private:
    QList<Attempt> m_waiting;
    QTimer m_timer;
};

} // namespace linnet::net
