// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/discovery.h"

#include "links/addresskeys.h"
#include "links/crawl/crawlkind.h"
#include "links/crawlref.h"

#include <utility>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArrayView bytes(const std::string &text)
{
    return {text.data(), qsizetype(text.size())};
}

CrawlKind kindOf(const Target &target, const Choice &choice, int depth)
{
    if (!choice.internal)
        return CrawlKind::external(target.https);
    return choice.action == Choice::Action::Get ? CrawlKind::page(target.https, depth)
                                                : CrawlKind::head(target.https, depth);
}

} // namespace

Discovery::Discovery(std::shared_ptr<Frontier> frontier, Finders finders, std::optional<Traps> traps)
    : m_frontier(std::move(frontier))
    , m_finders(std::move(finders))
    , m_traps(std::move(traps))
{
}

/// The choice, unless the address is part of an endless space.
Choice Discovery::checked(const Target &target, quint32 page)
{
    if (target.choice.action == Choice::Action::Skip || !target.choice.internal || !m_traps)
        return target.choice;
    const std::optional<Trap> trap = m_traps->check(bytes(target.url), page);
    if (!trap)
        return target.choice;
    return {
        Choice::Action::Skip, true, false, "trap"_L1, Trap::code(trap->kind) + u": "_s + trap->detail, {}};
}

/// Of an address that may have been met meanwhile, but is not closed.
quint32 Discovery::number(const Target &target, bool open, store::Unit &unit)
{
    const Frontier::Known known = m_frontier->find(target.key);
    if (known.number != 0) {
        if (!open)
            m_frontier->close(target.key);
        return known.number;
    }
    const quint32 number = m_frontier->add(target.key, open);
    unit.addresses.push_back({number, bytes(target.url).toByteArray(), false});
    return number;
}

void Discovery::tellFinder(PageRow &row)
{
    const quint32 page = m_finders.tell(quint32(std::get<qint64>(row[table::PageColumn::Url])));
    if (page != 0)
        row[table::PageColumn::FoundOn] = qint64(page);
}

/// A page names the address, too.
void Discovery::offer(quint32 number, const Finders::Finder &page, store::Unit &unit)
{
    if (!m_finders.offer(number, page))
        return;
    PageRow row;
    row[table::PageColumn::Url] = qint64(number);
    row[table::PageColumn::FoundOn] = qint64(page.page);
    store::RowWrite better = std::move(row).take();
    better.mode = store::RowMode::Merge;
    unit.rows.push_back(std::move(better));
}

void Discovery::skip(quint32 number, const Choice &choice, store::Unit &unit)
{
    PageRow row = PageRow::skipped(number, choice);
    tellFinder(row);
    store::RowWrite skipped = std::move(row).take();
    skipped.mode = store::RowMode::Keep;
    unit.rows.push_back(std::move(skipped));
}

quint32 Discovery::admit(const Target &target, const Origin &origin, store::Unit &unit)
{
    const Frontier::Known known =
        target.known.number != 0 && !target.known.open ? target.known : m_frontier->find(target.key);
    if (known.number != 0)
        offer(known.number, origin.page, unit);
    if (known.number != 0 && !known.open)
        return known.number;
    const bool isNew = known.number == 0;
    const Choice choice = checked(target, origin.page.page);
    if (choice.action != Choice::Action::Skip) {
        const quint32 given = number(target, false, unit);
        m_finders.offer(given, origin.page);
        unit.newWork.push_back({QString::number(given), kindOf(target, choice, origin.depth).toString(),
                                target.host.toString(), origin.ref, origin.depth, given});
        return given;
    }
    if (isForm(known.number))
        return known.number;
    const quint32 given = number(target, choice.open, unit);
    m_finders.offer(given, origin.page);
    // What a sitemap named before waits without a row, and is not asked once it is closed.
    if (isNew || !choice.open)
        skip(given, choice, unit);
    return given;
}

void Discovery::list(const Target &target, store::Unit &unit)
{
    const Frontier::Known known = m_frontier->find(target.key);
    const bool isNew = known.number == 0;
    const bool isAsked = !isNew && !known.open;
    const Choice choice = isAsked ? target.choice : checked(target, 0);
    const bool isSkipped = choice.action == Choice::Action::Skip && !isForm(known.number);
    const quint32 given = isAsked ? known.number : number(target, !isSkipped || choice.open, unit);
    if (isNew)
        unit.addresses.back().listed = true;
    else
        unit.addresses.push_back({given, bytes(target.url).toByteArray(), true});
    if (isAsked)
        return;
    if (!isSkipped) {
        // Its own key: a link that is met before its turn has it asked at the link's depth.
        unit.newWork.push_back({u's' + QString::number(given), CrawlKind::listed(target.https).toString(),
                                target.host.toString(), CrawlRef{}.toString(), 0, given});
    } else if (isNew) {
        skip(given, choice, unit);
    }
}

quint32 Discovery::mention(const Target &target, store::Unit &unit)
{
    const Frontier::Known known = m_frontier->find(target.key);
    if (known.number != 0)
        return known.number;
    const quint32 given = number(target, true, unit);
    skip(given, target.choice, unit);
    return given;
}

void Discovery::tell(const std::string &url, PageRow row, store::Unit &unit)
{
    Target target;
    target.url = url;
    target.key = Frontier::keyOf(url);
    row[table::PageColumn::Url] = qint64(number(target, true, unit));
    store::RowWrite told = std::move(row).take();
    told.mode = store::RowMode::Keep;
    unit.rows.push_back(std::move(told));
}

quint32 Discovery::start(const std::string &url, store::Unit &unit)
{
    Target target;
    target.url = url;
    target.key = Frontier::keyOf(url);
    target.known = m_frontier->find(target.key);
    target.https = url.starts_with("https:");
    if (target.known.number != 0 && !target.known.open)
        return target.known.number;
    const quint32 given = number(target, false, unit);
    unit.newWork.push_back({QString::number(given), CrawlKind::page(target.https, 0).toString(),
                            hostOf(url).toString(), CrawlRef{0, 0, true}.toString(), 0, given});
    return given;
}

void Discovery::startForm(const std::string &url, store::Unit &unit)
{
    Target target;
    target.url = url;
    target.key = Frontier::keyOf(url);
    if (m_frontier->find(target.key).number != 0)
        return;
    const quint32 given = number(target, true, unit);
    // Its own key: a link may have it asked as a page.
    unit.newWork.push_back({u'f' + QString::number(given),
                            CrawlKind::form(url.starts_with("https:")).toString(), hostOf(url).toString(),
                            CrawlRef{}.toString(), 0, given});
}

} // namespace linnet::links
