// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/robots/robots.h"
#include "net/origin.h"
#include "net/request.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace linnet {
class Clock;
namespace net {
class Engine;
}
} // namespace linnet

namespace linnet::links {

/// The robots.txt of each origin that a crawl asks: fetched before the first address there, again when it is
/// older than a day. In the network thread.
class RobotsBook : public QObject
{
    Q_OBJECT

public:
    /// complete sets what the run's requests have in common.
    RobotsBook(net::Engine &engine, const Clock &clock, std::function<void(net::Request &)> complete,
               QObject *parent);

    /// Null while they are not there, or no longer fresh.
    std::shared_ptr<const Robots> known(const net::Origin &origin) const;
    /// Sends for those that are not known, unless they are on the way, or many others are: then they have to
    /// be asked for again. Ends with arrived().
    void ask(const net::Origin &origin);

    /// The longest wait between two requests that one of them asks for; no host when none does.
    struct Delay
    {
        net::HostKey host;
        std::chrono::milliseconds time{0};
    };
    const Delay &longestDelay() const { return m_longest; }

Q_SIGNALS:
    /// known() has them now.
    void arrived(const net::Origin &origin);

private:
    void send(const net::Origin &origin);
    void keep(const net::Origin &origin, const Robots &robots);

    struct Page
    {
        std::shared_ptr<const Robots> robots;
        bool isAsked = false;
    };

    net::Engine &m_engine;
    const Clock &m_clock;
    std::function<void(net::Request &)> m_complete;
    QHash<net::Origin, Page> m_pages;
    Delay m_longest;
    int m_asking = 0;
};

} // namespace linnet::links
