// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/arrivalserver.h"

#ifdef Q_OS_UNIX

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstring>

namespace linnet::test {

namespace {

template <typename Clock> qint64 nowNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(Clock::now().time_since_epoch()).count();
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void enable(int socket, int level, int option)
{
    const int on = 1;
    setsockopt(socket, level, option, &on, sizeof on);
}

bool sendAll(int socket, const char *bytes, qint64 size)
{
    while (size > 0) {
        const qint64 sent = send(socket, bytes, size_t(size), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= sent;
    }
    return true;
}

/// What the kernel noted of the last packet that was read, by the steady clock; now when it noted nothing.
qint64 stampOf(const msghdr &message)
{
    const qint64 now = nowNs<std::chrono::steady_clock>();
#ifdef Q_OS_LINUX
    for (const cmsghdr *part = CMSG_FIRSTHDR(&message); part;
         part = CMSG_NXTHDR(const_cast<msghdr *>(&message), const_cast<cmsghdr *>(part))) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_TIMESTAMPNS)
            continue;
        timespec stamp{};
        std::memcpy(&stamp, CMSG_DATA(part), sizeof stamp);
        const qint64 wall = qint64(stamp.tv_sec) * 1'000'000'000 + stamp.tv_nsec;
        return now - (nowNs<std::chrono::system_clock>() - wall);
    }
#else
    Q_UNUSED(message)
#endif
    return now;
}

} // namespace

ArrivalServer::ArrivalServer(quint16 upstream)
    : m_upstream(upstream)
    , m_listener(socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, plain, size) != 0 || listen(m_listener, 128) != 0 ||
        getsockname(m_listener, plain, &size) != 0 || pipe(m_stop) != 0)
        qFatal("cannot listen: %s", std::strerror(errno));
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

ArrivalServer::~ArrivalServer()
{
    close(m_stop[1]);
    m_thread.join();
    close(m_stop[0]);
    close(m_listener);
}

QUrl ArrivalServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_port));
}

std::vector<ArrivalServer::Arrival> ArrivalServer::arrivals() const
{
    const std::lock_guard lock(m_mutex);
    return m_arrivals;
}

void ArrivalServer::run()
{
    for (;;) {
        std::vector<pollfd> watched{{m_stop[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        for (const Link &link : m_links) {
            watched.push_back({link.client, POLLIN, 0});
            watched.push_back({link.upstream, POLLIN, 0}); // -1 is passed over
        }
        if (poll(watched.data(), watched.size(), -1) < 0 || watched[0].revents != 0)
            break;
        const size_t known = m_links.size();
        if (watched[1].revents != 0 && !accept())
            break;
        for (size_t i = known; i-- > 0;) {
            Link &link = m_links[i];
            const bool open = (watched[2 + 2 * i].revents == 0 || fromClient(link)) &&
                              (watched[3 + 2 * i].revents == 0 || fromUpstream(link));
            if (open)
                continue;
            close(link.client);
            if (link.upstream >= 0)
                close(link.upstream);
            m_links.erase(m_links.begin() + qsizetype(i));
        }
    }
    for (const Link &link : m_links) {
        close(link.client);
        if (link.upstream >= 0)
            close(link.upstream);
    }
}

bool ArrivalServer::accept()
{
    Link link;
    link.client = ::accept(m_listener, nullptr, nullptr);
    if (link.client < 0)
        return false;
    enable(link.client, IPPROTO_TCP, TCP_NODELAY);
#ifdef Q_OS_LINUX
    enable(link.client, SOL_SOCKET, SO_TIMESTAMPNS);
#endif
    if (m_upstream > 0) {
        link.upstream = socket(AF_INET, SOCK_STREAM, 0);
        const sockaddr_in address = loopback(m_upstream);
        enable(link.upstream, IPPROTO_TCP, TCP_NODELAY);
        if (connect(link.upstream, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            return false;
    }
    m_links.push_back(link);
    return true;
}

bool ArrivalServer::fromClient(Link &link)
{
    char bytes[16384];
    char control[256];
    iovec part{bytes, sizeof bytes};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const qint64 count = recvmsg(link.client, &message, 0);
    if (count <= 0)
        return false;
    const Arrival arrival{stampOf(message), nowNs<std::chrono::steady_clock>()};
    link.head.append(bytes, count);
    for (qsizetype end = 0; (end = link.head.indexOf("\r\n\r\n")) >= 0;) {
        link.head.remove(0, end + 4);
        {
            const std::lock_guard lock(m_mutex);
            m_arrivals.push_back(arrival);
        }
        static const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        if (m_upstream == 0 && !sendAll(link.client, ok.constData(), ok.size()))
            return false;
    }
    return m_upstream == 0 || sendAll(link.upstream, bytes, count);
}

bool ArrivalServer::fromUpstream(Link &link)
{
    char bytes[65536];
    const qint64 count = recv(link.upstream, bytes, sizeof bytes, 0);
    return count > 0 && sendAll(link.client, bytes, count);
}

} // namespace linnet::test

#endif
