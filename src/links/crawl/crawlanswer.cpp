// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlanswer.h"

#include "base/texthash.h"
#include "encoding/decoder.h"
#include "html/encoding.h"
#include "html/htmltext.h"
#include "links/addresskeys.h"
#include "links/crawl/pagecells.h"
#include "links/hreflang/alternatelist.h"
#include "links/page/contenttype.h"
#include "links/page/sniffedtype.h"
#include "net/rules/redirectpolicy.h"
#include "url/urlresolver.h"
#include "url/withoutlogin.h"

#include <algorithm>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;
using table::PageColumn;

namespace {

constexpr int PackLevel = 1; // bodies are packed while the crawl waits

// Code and contents in place are nothing to list; ways to people are.
bool isWorthARow(std::string_view reference)
{
    constexpr std::string_view Passed[] = {"javascript:", "data:", "blob:", "about:", "cid:"};
    return std::ranges::none_of(Passed,
                                [&](std::string_view scheme) { return reference.starts_with(scheme); });
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// All values of a header, as one list.
QByteArray allOf(const net::HeaderFields &headers, QByteArrayView name)
{
    QByteArray all;
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            all += (all.isEmpty() ? "" : ", ") + value;
    }
    return all;
}

/// Makes a CrawlAnswer, part by part.
class AnswerReading
{
public:
    AnswerReading(const net::Response &response, const AnswerContext &context)
        : m_response(response)
        , m_context(context)
        , m_type(ContentType::parse(allOf(response.headers, "Content-Type")))
    {
    }

    CrawlAnswer read()
    {
        readHead();
        if (net::RedirectPolicy::isRedirect(m_response.status) && readRedirect())
            return finish();
        if (m_response.status < 200 || m_response.status > 299) {
            m_answer.error = {Reason::HttpStatus, m_response.status, {}};
            m_answer.page.setFailure(m_answer.error, !m_response.header("Retry-After").isEmpty());
            return finish();
        }
        m_answer.page.setCode(PageColumn::State, "fetched"_L1);
        if (m_context.byHead)
            m_answer.isToBeRead = m_context.internal && (m_type.isHtml() || m_type.isStyleSheet());
        else
            readBody();
        return finish();
    }

private:
    void readHead();
    bool readRedirect();
    void readBody();
    bool noteTypeOfBytes(SniffedType sniffed);
    void keepText(std::string_view charset);
    void readPage(PageFacts facts);
    void readSheet();
    /// Links of people, not what a page loads.
    struct LinkCounts
    {
        qint64 within = 0;
        qint64 away = 0;
    };
    LinkCounts readLinks(PageFacts &facts);
    void readAlternates(const PageFacts &facts);
    void noteLogin(const std::string &url, const std::string &login);
    int addTarget(std::string url, url::UrlKind kind, Want want);
    CrawlAnswer finish();

    /// What became of an address of the page.
    struct Address
    {
        int target = -1;
        bool internal = false;
    };

    struct Named
    {
        url::UrlKind kind;
        Want want;
    };

    const net::Response &m_response;
    const AnswerContext &m_context;
    ContentType m_type;
    CrawlAnswer m_answer;
    std::vector<Named> m_named;       // beside m_answer.targets
    std::vector<Address> m_addresses; // beside PageFacts::addresses
    bool m_nofollow = false;
};

void AnswerReading::readHead()
{
    PageRow &page = m_answer.page;
    page[PageColumn::Status] = qint64(m_response.status);
    if (!m_type.type.isEmpty())
        page[PageColumn::Type] = QString::fromLatin1(m_type.type);
    page[PageColumn::Seconds] = double(m_response.total.count()) / 1e9;
    page[PageColumn::Depth] = qint64(m_context.depth);
    page[PageColumn::Internal] = m_context.internal;
    setAddressCells(page, m_context.url);
    if (m_response.untilHeaders.count() > 0)
        page[PageColumn::FirstByte] = double(m_response.untilHeaders.count()) / 1e9;
    bool isNumber = false;
    const qint64 length = m_response.header("Content-Length").toLongLong(&isNumber);
    if (!m_response.body.isEmpty() || (!m_context.byHead && !m_response.headOnly))
        page[PageColumn::Size] = qint64(m_response.body.size());
    else if (isNumber)
        page[PageColumn::Size] = length;
}

bool AnswerReading::readRedirect()
{
    const QByteArray location = m_response.header("Location");
    if (location.isNull())
        return false;
    const url::ResolvedUrl there = url::UrlResolver(m_context.url).resolve(viewOf(location));
    if (there.kind != url::UrlKind::Http) {
        m_answer.error = {there.kind == url::UrlKind::Foreign ? Reason::ForeignScheme : Reason::BadUrl,
                          m_response.status,
                          QString::fromStdString(url::withoutLogin(
                              viewOf(location.first(std::min<qsizetype>(location.size(), 500)))))};
        m_answer.page.setFailure(m_answer.error, false);
        return true;
    }
    m_answer.page.setCode(PageColumn::State, "redirect"_L1);
    if (there.hasFragment)
        m_answer.hopFragment = QByteArray::fromStdString(there.fragment);
    noteLogin(there.href, there.login);
    m_answer.redirect = addTarget(there.href, there.kind, m_context.byHead ? Want::Head : Want::Get);
    return true;
}

void AnswerReading::readBody()
{
    if (m_response.headOnly)
        return;
    const QByteArray &body = m_response.body;
    const std::array<std::uint64_t, 2> hash = textHash(viewOf(body));
    m_answer.page[PageColumn::Hash] =
        u"%1%2"_s.arg(quint64(hash[0]), 16, 16, QChar(u'0')).arg(quint64(hash[1]), 16, 16, QChar(u'0'));
    if (m_context.keepBody)
        m_answer.body = qCompress(body, PackLevel);
    if (!m_context.internal && !m_context.readsPlaces)
        return;
    if (m_type.isStyleSheet())
        return m_context.internal ? readSheet() : void();
    const SniffedType sniffed = m_type.isUnknown() || m_type.isXml() ? sniffedType(body) : SniffedType::Other;
    if (noteTypeOfBytes(sniffed)) // a picture or an archive has no title, whatever the server calls it
        return;
    const bool isXml = m_type.type == "application/xhtml+xml" || sniffed == SniffedType::Xhtml;
    if (!isXml && !m_type.isHtml() && !(m_type.isUnknown() && sniffed == SniffedType::Html))
        return;
    PageContext page;
    page.url = m_context.url;
    page.httpCharset = m_type.charset.toStdString();
    page.linkHeader = allOf(m_response.headers, "Link").toStdString();
    page.refreshHeader = m_response.header("Refresh").toStdString();
    page.isXml = isXml;
    PageFacts facts = links::readPage(body, page);
    if (m_context.internal && m_context.keepBody)
        keepText(facts.charset);
    if (m_context.internal)
        readPage(std::move(facts));
    else
        m_answer.places = std::move(facts.places);
}

/// The words of the page, to search in; the body is packed.
void AnswerReading::keepText(std::string_view charset)
{
    const std::string_view bytes = viewOf(m_response.body);
    const size_t mark = html::detectEncoding(bytes, m_type.charset.toStdString()).markLength;
    std::string buffer;
    const std::string_view markup = encoding::decodeToUtf8(bytes.substr(mark), charset, buffer).text;
    m_answer.page[PageColumn::PageText] =
        html::readableText(QString::fromUtf8(markup.data(), qsizetype(markup.size())));
}

/// What the bytes are when the server says that they are something else, or does not say; true when they are
/// no text.
bool AnswerReading::noteTypeOfBytes(SniffedType sniffed)
{
    const QLatin1StringView binary = binaryType(m_response.body);
    const bool isText =
        m_type.isHtml() || m_type.isXml() || m_type.isUnknown() || m_type.type.startsWith("text/");
    QLatin1StringView shown = isText ? binary : QLatin1StringView();
    if (shown.isEmpty() && sniffed == SniffedType::Html)
        shown = "text/html"_L1;
    else if (shown.isEmpty() && sniffed == SniffedType::Xhtml && !m_type.isXml())
        shown = "application/xhtml+xml"_L1;
    m_answer.page.setCode(PageColumn::SniffedType, shown);
    return isText && !binary.isEmpty();
}

/// A login serves the origin of the page that has it, and no other.
void AnswerReading::noteLogin(const std::string &url, const std::string &login)
{
    if (!login.empty() && m_answer.login.empty() && originOf(url) == originOf(m_context.url))
        m_answer.login = login;
}

void AnswerReading::readPage(PageFacts facts)
{
    IndexRules rules = facts.robots;
    for (const auto &[name, value] : m_response.headers) {
        if (name.compare("X-Robots-Tag", Qt::CaseInsensitive) == 0)
            rules.addHeader(viewOf(value));
    }
    m_nofollow = rules.nofollow;
    PageRow &page = m_answer.page;
    page.setFacts(facts);
    page.setText(PageColumn::Robots, rules.text);
    setHeaderCells(page, m_response.headers, m_context.url.starts_with("https:"));
    setDetailCells(page, facts, m_response.headers);
    if (m_context.robots)
        page.setText(PageColumn::RobotsClosedTo,
                     m_context.robots->closedToOthers({m_context.url.data(), qsizetype(m_context.url.size())})
                         .join(';')
                         .toStdString());
    if (facts.refreshUrl == m_context.url) // asks for itself again and leads nowhere
        page[PageColumn::RefreshUrl] = {};
    const bool isCanonical = !facts.hasCanonical || facts.canonical == m_context.url ||
                             url::parseUrl(facts.canonical).kind != url::UrlKind::Http;
    const QLatin1StringView why = m_response.status != 200 ? "error"_L1
                                  : !rules.indexable()     ? "noindex"_L1
                                  : !isCanonical           ? "canonical"_L1
                                                           : QLatin1StringView();
    page[PageColumn::Indexable] = why.isEmpty();
    page.setCode(PageColumn::WhyNot, why);
    const LinkCounts counts = readLinks(facts);
    page[PageColumn::LinksInternal] = counts.within;
    page[PageColumn::LinksExternal] = counts.away;
    page[PageColumn::Outlinks] = m_answer.links.count();
    readAlternates(facts);
    m_answer.places = std::move(facts.places);
    if (!facts.hasCanonical || url::parseUrl(facts.canonical).kind != url::UrlKind::Http)
        return;
    const Frontier::Key key = Frontier::keyOf(facts.canonical);
    const auto same = std::ranges::find(m_answer.targets, key, &Target::key);
    m_answer.canonical = same != m_answer.targets.end()
                             ? int(same - m_answer.targets.begin())
                             : addTarget(facts.canonical, url::UrlKind::Http, Want::Nothing);
}

void AnswerReading::readSheet()
{
    m_answer.isSheet = true;
    PageContext sheet;
    sheet.url = m_context.url;
    sheet.httpCharset = m_type.charset.toStdString();
    PageFacts facts = readStyleSheet(m_response.body, sheet);
    readLinks(facts);
    m_answer.page[PageColumn::Outlinks] = m_answer.links.count();
}

AnswerReading::LinkCounts AnswerReading::readLinks(PageFacts &facts)
{
    std::vector<Address> &addresses = m_addresses;
    addresses.resize(facts.addresses.size());
    m_answer.targets.reserve(facts.addresses.size());
    m_named.reserve(facts.addresses.size());
    m_answer.links.reserve(qsizetype(facts.edges.size()));
    LinkCounts counts;
    for (const Edge &edge : facts.edges) {
        NamedAddress &named = facts.addresses[edge.address];
        Address &address = addresses[edge.address];
        const Want want = wantOf(edge);
        if (address.target >= 0) {
            Want &wanted = m_named[size_t(address.target)].want;
            wanted = std::max(wanted, want);
        } else {
            if (named.kind == url::UrlKind::Foreign && !isWorthARow(named.url))
                continue;
            address.internal = named.kind == url::UrlKind::Http && m_context.rules->isInternal(named.url);
            noteLogin(named.url, named.login);
            address.target = addTarget(std::move(named.url), named.kind, want);
        }
        // What a page shows in frames leads on, too.
        if (edge.element == Element::A || edge.element == Element::Area || edge.element == Element::Frame) {
            counts.within += address.internal ? 1 : 0;
            counts.away +=
                !address.internal && m_named[size_t(address.target)].kind == url::UrlKind::Http ? 1 : 0;
        }
        const std::string_view element = elementCode(edge.element);
        const std::string_view area = areaCode(edge.area);
        const auto fragment =
            edge.hasFragment ? std::optional<std::string_view>(edge.fragment) : std::nullopt;
        m_answer.links.add({quint32(address.target),
                            {element.data(), qsizetype(element.size())},
                            edge.anchor,
                            edge.rel,
                            fragment,
                            edge.line,
                            edge.nofollow || m_nofollow,
                            address.internal,
                            {area.data(), qsizetype(area.size())}});
    }
    return counts;
}

/// Each is a link of the page, too, so its address is a target unless it is worth no row.
void AnswerReading::readAlternates(const PageFacts &facts)
{
    AlternateList list(m_context.url);
    for (const Alternate &alternate : facts.alternates) {
        const bool isKnown = alternate.address < m_addresses.size();
        const int target = isKnown ? m_addresses[alternate.address].target : -1;
        const bool isOfWeb = target >= 0 && m_named[size_t(target)].kind == url::UrlKind::Http;
        list.add(alternate, alternate.line == 0 ? "header"_L1 : "html"_L1, isOfWeb ? target : -1,
                 isOfWeb ? std::string_view(m_answer.targets[size_t(target)].url) : std::string_view());
    }
    m_answer.page[PageColumn::HreflangCount] = qint64(facts.alternatesNamed);
    if (list.isEmpty())
        return;
    const QStringList faults = list.faults(facts.language);
    if (!faults.isEmpty())
        m_answer.page[PageColumn::HreflangFaults] = faults.join(u';');
    m_answer.alternateTargets = list.targets();
    m_answer.alternates = list.take();
}

/// What no target has yet.
int AnswerReading::addTarget(std::string url, url::UrlKind kind, Want want)
{
    m_named.push_back({kind, want});
    const Frontier::Key key = Frontier::keyOf(url);
    m_answer.targets.push_back({std::move(url), key, {}, {}, {}, false});
    return int(m_named.size()) - 1;
}

// Most of what a page names is known already; only the rest is judged.
CrawlAnswer AnswerReading::finish()
{
    std::vector<Frontier::Key> keys;
    keys.reserve(m_answer.targets.size());
    for (const Target &target : m_answer.targets)
        keys.push_back(target.key);
    const std::vector<Frontier::Known> known = m_context.frontier->find(keys);
    const net::Origin here = originOf(m_context.url);
    for (size_t i = 0; i < m_answer.targets.size(); ++i) {
        Target &target = m_answer.targets[i];
        target.known = known[i];
        if (target.known.number != 0 && !target.known.open)
            continue;
        CrawlRules::Place place;
        const bool isClick = int(i) != m_answer.redirect && !m_answer.isSheet;
        place.depth = isClick ? m_context.depth + 1 : m_context.depth;
        place.nofollow = m_nofollow;
        if (m_named[i].kind == url::UrlKind::Http) {
            target.host = hostOf(target.url);
            target.https = target.url.starts_with("https:");
            if (m_context.robots && net::Origin(target.host, target.https) == here)
                place.robots = m_context.robots.get();
        }
        target.choice = m_context.rules->judge(target.url, m_named[i].kind, m_named[i].want, place);
    }
    return std::move(m_answer);
}

} // namespace

bool wantsBody(int status, const net::HeaderFields &headers)
{
    const ContentType type = ContentType::parse(allOf(headers, "Content-Type"));
    return status >= 200 && status <= 299 &&
           (type.isHtml() || type.isXml() || type.isStyleSheet() || type.isUnknown());
}

CrawlAnswer readAnswer(const net::Response &response, const AnswerContext &context)
{
    return AnswerReading(response, context).read();
}

} // namespace linnet::links
