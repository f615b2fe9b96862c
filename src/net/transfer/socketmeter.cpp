// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/socketmeter.h"

#ifdef Q_OS_LINUX
#include <arpa/inet.h>
#include <dirent.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <cstdlib>
#include <memory>
#endif

namespace linnet::net {

#ifdef Q_OS_LINUX

namespace {

/// Calls visit(descriptor, inode) for every socket of the process.
template <typename Visit> void forEachSocket(Visit visit)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(opendir("/proc/self/fd"), closedir);
    if (!folder)
        return;
    while (const dirent *entry = readdir(folder.get())) {
        const int descriptor = std::atoi(entry->d_name);
        struct stat info
        {
        };
        if (descriptor > 2 && fstat(descriptor, &info) == 0 && S_ISSOCK(info.st_mode))
            visit(descriptor, quint64(info.st_ino));
    }
}

quint16 peerPort(int descriptor)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0)
        return 0;
    if (peer.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in &>(peer).sin_port);
    return peer.ss_family == AF_INET6 ? ntohs(reinterpret_cast<const sockaddr_in6 &>(peer).sin6_port)
                                      : quint16(0);
}

} // namespace

QHash<quint64, qint64> SocketMeter::readFrom(quint16 port)
{
    QHash<quint64, qint64> result;
    forEachSocket([&result, port](int descriptor, quint64 identity) {
        tcp_info info{};
        socklen_t size = sizeof info;
        int unread = 0;
        if (peerPort(descriptor) == port &&
            getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 &&
            ioctl(descriptor, FIONREAD, &unread) == 0)
            result.insert(identity, qint64(info.tcpi_bytes_received) - unread);
    });
    return result;
}

void SocketMeter::hangUp(quint64 identity)
{
    forEachSocket([identity](int descriptor, quint64 found) {
        if (found == identity)
            shutdown(descriptor, SHUT_RDWR);
    });
}

#else

QHash<quint64, qint64> SocketMeter::readFrom(quint16 port)
{
    Q_UNUSED(port)
    return {};
}

void SocketMeter::hangUp(quint64 identity)
{
    Q_UNUSED(identity)
}

#endif

} // namespace linnet::net
