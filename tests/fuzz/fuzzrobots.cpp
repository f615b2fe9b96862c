// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzrobots.h"

#include "fuzz/fuzzinput.h"
#include "links/robots/robots.h"

#include <vector>

namespace linnet::fuzz {

namespace {

using links::Robots;

/// RFC 9309, 2.2.3, as it is written: a star is any run of bytes, a dollar at the end is the end.
bool matches(QByteArrayView pattern, QByteArrayView path)
{
    const bool atEnd = pattern.endsWith('$');
    if (atEnd)
        pattern.chop(1);
    // reached[i]: the pattern so far can end before byte i of the path.
    std::vector<bool> reached(std::size_t(path.size()) + 1);
    reached[0] = true;
    for (const char c : pattern) {
        std::vector<bool> next(reached.size());
        for (std::size_t i = 0; i < reached.size(); ++i) {
            if (c == '*')
                next[i] = reached[i] || (i > 0 && next[i - 1]);
            else
                next[i] = i > 0 && reached[i - 1] && path[qsizetype(i) - 1] == c;
        }
        reached = next;
    }
    return atEnd ? reached.back() : std::ranges::find(reached, true) != reached.end();
}

/// A pattern and a path of few letters, so that they often fit.
void checkPattern(const QByteArray &bytes)
{
    constexpr qsizetype Longest = 24;
    QByteArray pattern = "/";
    QByteArray path = "/";
    for (qsizetype i = 0; i < std::min(bytes.size(), 2 * Longest); ++i)
        (i % 2 ? path : pattern) += (i % 2 ? "ab/a" : "ab/*")[uchar(bytes[i]) % 4];
    if (bytes.size() % 3 == 0)
        pattern += '$';
    require(links::RobotsPattern(pattern).matches(path) == matches(pattern, path),
            "a pattern matches what it says");
}

QList<QByteArray> linesOf(QByteArray body)
{
    body.replace("\r\n", "\n").replace('\r', '\n');
    return body.split('\n');
}

/// Addresses that the file itself makes interesting.
QList<QByteArray> addressesFor(const QList<QByteArray> &lines)
{
    QList<QByteArray> addresses{"http://h.example", "http://h.example/", "https://h.example/a?b#c"};
    for (const QByteArray &line : lines.first(std::min<qsizetype>(lines.size(), 20))) {
        QByteArray path = line.sliced(line.indexOf(':') + 1).trimmed();
        if (!path.startsWith('/'))
            path.prepend('/');
        addresses << "http://h.example" + path << "http://h.example" + path + "x?y";
    }
    return addresses;
}

void checkVerdict(const Robots::Verdict &verdict, const QList<QByteArray> &lines)
{
    if (verdict.line == 0) {
        require(verdict.allowed && verdict.text.isEmpty(), "without a rule all is allowed");
        return;
    }
    require(verdict.line <= lines.size() && lines[verdict.line - 1].contains(verdict.text),
            "a verdict names the line that it comes from");
    require(verdict.text.size() <= 500, "the text of a rule is cut");
}

void checkSame(const Robots &one, const Robots &other, const QList<QByteArray> &addresses, const char *what)
{
    for (const QByteArray &address : addresses)
        require(one.match(address) == other.match(address), what);
    require(one.crawlDelay() == other.crawlDelay(), what);
}

} // namespace

int fuzzRobots(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const QByteArray &body = input.bytes();
    checkPattern(body);
    const Robots robots = Robots::parse(body);
    const QList<QByteArray> lines = linesOf(body);
    const QList<QByteArray> addresses = addressesFor(lines);
    for (const QByteArray &address : addresses)
        checkVerdict(robots.match(address), lines);
    require(robots.verdict("http://h.example/robots.txt").allowed, "robots.txt itself is allowed");
    require(!robots.crawlDelay() || (*robots.crawlDelay() >= std::chrono::milliseconds(0) &&
                                     *robots.crawlDelay() <= std::chrono::hours(24)),
            "a delay is a day at most");
    require(robots.sitemaps().size() <= 1000, "sitemaps are limited");
    require(QSet<QByteArray>(robots.sitemaps().begin(), robots.sitemaps().end()).size() ==
                robots.sitemaps().size(),
            "each sitemap stands once");

    checkSame(robots, Robots::parse(body, "LINNET"), addresses, "the case of the token does not matter");
    checkSame(robots, Robots::parse(lines.join("\r\n")), addresses, "line ends do not matter");
    checkSame(robots, Robots::parse(body + "\nallow:\nuser-agent: other\ndisallow: /\ncrawl-delay: 9\n"),
              addresses, "what others may does not matter");
    const QByteArray own = body + "\nallow:\nuser-agent: linnet\nallow: /\n";
    require(Robots::parse(own).ruleCount() > 0, "the own group counts");
    return 0;
}

} // namespace linnet::fuzz
