// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <mutex>
#include <thread>
#include <vector>

namespace linnet::test {

/// A web server on loopback that does nothing but note when requests come: one thread, no event loop, and on
/// Linux the kernel's own stamp of each packet, so that a server that is woken late cannot be taken for a
/// client that starts late. Answers 200 "ok" to every GET, or hands everything on to another local server.
class ArrivalServer
{
public:
    struct Arrival
    {
        qint64 atNs = 0;   ///< steady clock: the packet was there
        qint64 readNs = 0; ///< steady clock: the server read it
    };

    /// upstream: a port of 127.0.0.1 to hand requests on to, 0 = answers itself.
    explicit ArrivalServer(quint16 upstream = 0);
    ~ArrivalServer();

    QUrl url() const;
    std::vector<Arrival> arrivals() const;

private:
    struct Link
    {
        int client = -1;
        int upstream = -1;
        QByteArray head; ///< of a request, as far as it has come
    };

    void run();
    bool accept();
    bool fromClient(Link &link);
    bool fromUpstream(Link &link);

    quint16 m_upstream;
    quint16 m_port = 0;
    int m_listener = -1;
    int m_stop[2] = {-1, -1};
    std::vector<Link> m_links;
    mutable std::mutex m_mutex;
    std::vector<Arrival> m_arrivals;
    std::thread m_thread;
};

} // namespace linnet::test
