// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"
#include "net/response.h"

#include <QObject>
#include <QThreadPool>

namespace linnet::net {

/// Lets answers be read in a thread pool. Its destruction waits for what is being read, which is pure and
/// short.
class Readings : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Readings() override;

    void run(quint64 id, const Reader &reader, const Response &response);

Q_SIGNALS:
    void ready(quint64 id, const linnet::net::Reading &reading);

private:
    QThreadPool m_pool;
};

} // namespace linnet::net
