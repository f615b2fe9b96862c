// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/faultserver.h"

#include <atomic>
#include <functional>

namespace linnet::test {

/// A start page that links to forty others, which have two states.
class TwoStates
{
public:
    static constexpr int Pages = 40;

    explicit TwoStates(std::function<Answer(int page, bool later)> page)
    {
        m_server.setHandler([this, page = std::move(page)](const Seen &seen) {
            const QByteArray path = seen.target;
            if (path == "/robots.txt")
                return Answer::status(404);
            if (path != "/")
                return page(path.mid(2).toInt(), later);
            QByteArray body = "<title>Start</title>";
            for (int i = 1; i <= (later ? lastPage.load() : Pages); ++i)
                body += "<a href='/p" + QByteArray::number(i) + "'>x</a>";
            return html(body);
        });
    }

    static Answer html(const QByteArray &body)
    {
        return Answer::raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " +
                               QByteArray::number(body.size()) + "\r\n\r\n" + body,
                           Answer::End::KeepAlive);
    }

    /// Later pages 1 to 12 are broken and 13 to 21 mended, 22 and 23 have another title, 24 has another text.
    static Answer faults(int page, bool later)
    {
        if ((page <= 12 && later) || (page > 12 && page <= 21 && !later))
            return Answer::status(page % 2 == 0 ? 404 : 500);
        const QByteArray number = QByteArray::number(page);
        const bool isOther = later && (page == 22 || page == 23);
        return html("<title>Page " + number + (isOther ? " anew" : "") + "</title><p>Text" +
                    (later && page == 24 ? " and more" : ""));
    }

    QUrl url() const { return m_server.url(); }

    std::atomic<bool> later = false;
    std::atomic<int> lastPage = Pages;

private:
    FaultServer m_server;
};

} // namespace linnet::test
