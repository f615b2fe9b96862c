// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fetch.h"

namespace linnet::net {

Fetch::Fetch(Request request, QObject *owner)
    : QObject(owner)
    , m_request(std::move(request))
{
}

Fetch::~Fetch()
{
    Q_EMIT abandoned();
}

void Fetch::cancel()
{
    Q_EMIT cancelRequested();
}

} // namespace linnet::net
