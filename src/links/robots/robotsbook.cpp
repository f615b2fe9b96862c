// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/robots/robotsbook.h"

#include "base/clock.h"
#include "net/engine/engine.h"
#include "net/fetch.h"

#include <QDateTime>
#include <QUrl>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostAtOnce = 200;
constexpr qint64 MaxBody = 8 * 1024 * 1024; // more than is read of it, so that a long file is no failure

} // namespace

RobotsBook::RobotsBook(net::Engine &engine, const Clock &clock, std::function<void(net::Request &)> complete,
                       QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_clock(clock)
    , m_complete(std::move(complete))
{
}

std::shared_ptr<const Robots> RobotsBook::known(const net::Origin &origin) const
{
    const auto page = m_pages.constFind(origin);
    if (page == m_pages.cend() || !page->robots || page->robots->isExpired(m_clock.utc().toMSecsSinceEpoch()))
        return nullptr;
    return page->robots;
}

void RobotsBook::ask(const net::Origin &origin)
{
    if (!m_pages.value(origin).isAsked && m_asking < MostAtOnce && !known(origin))
        send(origin);
}

void RobotsBook::send(const net::Origin &origin)
{
    m_pages[origin].isAsked = true;
    ++m_asking;
    net::Request request;
    request.url = QUrl(origin.toString() + u"/robots.txt"_s);
    request.maxBody = MaxBody;
    m_complete(request);
    request.read = [now = m_clock.utc().toMSecsSinceEpoch()](const net::Response &response) {
        return net::Reading{Robots::ofAnswer(response, now), {}};
    };
    net::Fetch *fetch = m_engine.get(std::move(request), this);
    connect(fetch, &net::Fetch::done, this, [this, fetch, origin](const Result<net::Response> &answer) {
        --m_asking;
        m_pages[origin].isAsked = false;
        const std::any content = fetch->takeContent();
        const auto *robots = std::any_cast<Robots>(&content);
        if (answer && robots)
            keep(origin, *robots);
        else if (!answer &&
                 (answer.error().reason == Reason::Cancelled || answer.error().reason == Reason::ShutDown))
            return;
        else
            keep(origin, Robots::ofAnswer(answer, m_clock.utc().toMSecsSinceEpoch()));
    });
}

void RobotsBook::keep(const net::Origin &origin, const Robots &robots)
{
    Page &page = m_pages[origin];
    page.robots =
        std::make_shared<const Robots>(page.robots ? Robots::refreshed(*page.robots, robots) : robots);
    if (const auto delay = page.robots->crawlDelay(); delay && *delay > m_longest.time)
        m_longest = {origin.host(), *delay};
    if (const auto delay = page.robots->crawlDelay())
        m_engine.setHostInterval(origin.host(), *delay);
    Q_EMIT arrived(origin);
}

} // namespace linnet::links
