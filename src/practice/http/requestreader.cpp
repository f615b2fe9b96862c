// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/requestreader.h"

#include <QUrl>

#include <algorithm>

namespace linnet::practice {

namespace {

bool isTokenByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenByte);
}

} // namespace

void RequestReader::feed(const QByteArray &bytes, qint64 nowNs)
{
    if (m_buffer.isEmpty())
        m_firstByteNs = nowNs;
    m_buffer += bytes;
}

RequestReader::State RequestReader::bad(int status)
{
    m_badStatus = status;
    m_buffer.clear();
    return State::Bad;
}

/// The position behind the empty line that ends the head, -1 when it is not there yet. A bare LF ends a line,
/// too.
qsizetype RequestReader::headEnd() const
{
    qsizetype from = 0;
    while ((from = m_buffer.indexOf('\n', from)) >= 0) {
        ++from;
        if (m_buffer.mid(from, 1) == "\n")
            return from + 1;
        if (m_buffer.mid(from, 2) == "\r\n")
            return from + 2;
    }
    return -1;
}

RequestReader::State RequestReader::next(HttpRequest &request)
{
    if (m_badStatus != 0)
        return State::Bad;
    qsizetype blank = 0;
    while (blank < m_buffer.size() && (m_buffer[blank] == '\r' || m_buffer[blank] == '\n'))
        ++blank;
    m_buffer.remove(0, blank);
    if (m_buffer.isEmpty())
        return State::NeedMore;
    // A TLS handshake or other noise would otherwise wait for a line end that never comes.
    if (!isTokenByte(m_buffer.front()))
        return bad(400);
    const qsizetype end = headEnd();
    if (end > maxHead || (end < 0 && m_buffer.size() > maxHead))
        return bad(431);
    if (end < 0)
        return State::NeedMore;

    request = {};
    if (const State state = readHead(QByteArrayView(m_buffer).first(end), request); state != State::Ready)
        return state;
    qsizetype length = 0;
    if (!bodyLength(request, length))
        return State::Bad;
    if (m_buffer.size() < end + length)
        return State::NeedMore;
    request.body = m_buffer.mid(end, length);
    request.firstByteNs = m_firstByteNs;
    m_buffer.remove(0, end + length);
    return State::Ready;
}

RequestReader::State RequestReader::readHead(QByteArrayView head, HttpRequest &request)
{
    bool first = true;
    while (!head.isEmpty()) {
        const qsizetype newline = head.indexOf('\n');
        QByteArrayView line = head.first(newline);
        head = head.sliced(newline + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            break;
        if (first ? !readRequestLine(line, request) : !readHeaderLine(line, request))
            return bad(m_badStatus != 0 ? m_badStatus : 400);
        first = false;
    }
    const QByteArray connection = request.header("connection").toLower();
    if (connection.contains("close"))
        request.keepAlive = false;
    else if (connection.contains("keep-alive"))
        request.keepAlive = true;
    return State::Ready;
}

bool RequestReader::readRequestLine(QByteArrayView line, HttpRequest &request)
{
    const qsizetype space = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (space <= 0 || last <= space + 1 || !isToken(line.first(space)))
        return false;
    const QByteArrayView version = line.sliced(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        m_badStatus = version.startsWith("HTTP/") ? 505 : 400;
        return false;
    }
    request.keepAlive = version == "HTTP/1.1";
    request.method = line.first(space).toByteArray();
    QByteArray target = line.sliced(space + 1, last - space - 1).toByteArray();
    if (target.startsWith("http://")) {
        const qsizetype path = target.indexOf('/', 7);
        request.proxied = target.sliced(7, (path < 0 ? target.size() : path) - 7);
        target = path < 0 ? QByteArray("/") : target.mid(path);
    }
    if (!target.startsWith('/') && target != "*")
        return false;
    request.target = target;
    const qsizetype mark = target.indexOf('?');
    request.path = QUrl::fromPercentEncoding(mark < 0 ? target : target.left(mark));
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromUtf8(target.mid(mark + 1).replace('+', "%20")));
    return true;
}

bool RequestReader::readHeaderLine(QByteArrayView line, HttpRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return false;
    request.headers.append(
        {line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

bool RequestReader::bodyLength(const HttpRequest &request, qsizetype &length)
{
    if (!request.header("transfer-encoding").isNull()) {
        bad(501);
        return false;
    }
    for (const auto &[name, value] : request.headers) {
        if (name != "content-length")
            continue;
        const bool digits = !value.isEmpty() && std::all_of(value.begin(), value.end(),
                                                            [](char c) { return c >= '0' && c <= '9'; });
        if (!digits) {
            bad(400);
            return false;
        }
        bool ok = false;
        const qlonglong size = value.toLongLong(&ok);
        if (!ok || size > maxBody) {
            bad(413);
            return false;
        }
        length = static_cast<qsizetype>(size);
    }
    return true;
}

} // namespace linnet::practice
