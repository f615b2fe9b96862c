// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/auditsite.h"

#include "practice/sites/auditparts.h"
#include "practice/sites/auditreach.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The words of one page for several.
QByteArray sameText()
{
    return auditparts::text("shared", 120);
}

QByteArray version(const QByteArray &language, const QByteArray &url)
{
    return "<link rel=alternate hreflang='" + language + "' href='" + url + "'>";
}

/// Pages that name versions in other languages.
void addVersions(std::vector<AuditPage> &pages, const QByteArray &root)
{
    using namespace auditparts;
    const auto add = [&](const QByteArray &path, const QStringList &rules, const QByteArray &versions,
                         const QByteArray &language = "en") {
        AuditPage page{path, rules, soundHead(root, path) + versions};
        page.language = language;
        pages.push_back(page);
    };
    const auto list = [&](const QByteArray &path) -> QByteArray {
        return version("en", root + path) + version("X-Default", root + path);
    };
    const QByteArray both = list("langen.html") + version("de", root + "langde.html");
    add("langen.html", {}, both);
    add("langde.html", {}, both, "de-AT");
    add("langcode.html", {u"hreflang_code"_s},
        list("langcode.html") + version("en-UK", root + "langcode.html"));
    add("langnoreturn.html", {u"hreflang_no_return"_s},
        list("langnoreturn.html") + version("de", root + "langde.html"));
    add("langbroken.html", {u"hreflang_broken"_s},
        list("langbroken.html") + version("de", root + "missing.html"));
    add("langmoved.html", {u"hreflang_redirect"_s},
        list("langmoved.html") + version("de", root + "moved.html"));
    add("langhidden.html", {u"hreflang_not_indexable"_s},
        list("langhidden.html") + version("de", root + "noindex.html"));
    const QByteArray several = list("langtwice.html") + version("de", root + "langtwice2.html");
    add("langtwice.html", {u"hreflang_twice"_s}, several + version("de", root + "langtwice3.html"));
    add("langtwice2.html", {}, several, "de");
    add("langtwice3.html", {}, list("langtwice.html") + version("de", root + "langtwice3.html"), "de");
    add("langshort.html", {u"hreflang_relative"_s}, list("langshort.html") + version("en", "langshort.html"));
    add("langfile.html", {u"hreflang_relative"_s}, list("langfile.html") + version("de", "file:///de.html"));
    add("langbody.html", {u"hreflang_outside_head"_s}, "<p>" + list("langbody.html"));
    const QByteArray german =
        version("de", root + "langnoself2.html") + version("x-default", root + "langnoself2.html");
    add("langnoself.html", {u"hreflang_no_self"_s}, german);
    add("langnoself2.html", {}, german + version("en", root + "langnoself.html"), "de");
    add("langother.html", {u"hreflang_lang"_s}, list("langother.html"), "de");
    add("langnodefault.html", {u"hreflang_no_default"_s}, version("en", root + "langnodefault.html"));
    AuditPage header{"langheader.html"};
    header.headers = {{"Link", '<' + root + "langheader.html>; rel=alternate; hreflang=en, <" + root +
                                   "langheader.html>; rel=alternate; hreflang=x-default"}};
    pages.push_back(header);
}

QByteArray job(const QByteArray &more)
{
    return "<script type='application/ld+json'>{\"@type\": \"JobPosting\", \"title\": \"Keeper\", "
           "\"description\": \"Keeps the light\", \"hiringOrganization\": {\"name\": \"Coast\"}, "
           "\"jobLocation\": {\"address\": \"North point\"}, \"identifier\": 7, "
           "\"employmentType\": \"FULL_TIME\"" +
           more + "}</script>";
}

/// What a page alone can say, and what a page has besides its text.
void addDetails(std::vector<AuditPage> &pages, const QByteArray &root)
{
    using namespace auditparts;
    const auto add = [&](const QByteArray &path, const QStringList &rules, const QByteArray &body) {
        pages.push_back({path, rules, {}, "<h1>Heading of " + inShort(path) + "</h1>" + body});
    };
    const auto head = [&](const QByteArray &path, const QStringList &rules, const QByteArray &more) {
        pages.push_back({path, rules, soundHead(root, path) + more});
    };
    const auto file = [&](const QByteArray &path, const QStringList &rules, const QByteArray &type,
                          const QByteArray &bytes) {
        AuditPage page{path, rules};
        page.type = type;
        page.file = bytes;
        pages.push_back(page);
    };
    const auto picture = [](const QByteArray &alt) -> QByteArray {
        return "<img src=picture.png width=1 height=1 alt='" + alt + "'>";
    };
    add("longalt.html", {u"alt_long"_s}, picture(QByteArray(101, 'a')));
    add("fitalt.html", {}, picture(QByteArray("\xD0\xB6").repeated(100)));
    add("twiceid.html", {u"ids_doubled"_s}, "<p id=a>one<p id=a>two");
    add("onceid.html", {}, "<p id=a>one<p id=b><a name=b href=sound.html>two pages</a>");
    add("deepdom.html", {u"dom_deep"_s},
        QByteArray("<div>").repeated(31) + QByteArray("</div>").repeated(31));
    add("flatdom.html", {}, QByteArray("<div>").repeated(30) + QByteArray("</div>").repeated(30));
    add("blockedpart.html", {u"blocked_resource"_s}, picture("a part").replace("picture", "closed"));
    pages.push_back({"closed.png", {u"robots_blocked"_s}});
    head("nextmissing.html", {u"pagination_broken"_s}, "<link rel=next href=missing.html>");
    head("nextsound.html", {}, "<link rel=next href=sound.html>");
    head("job.html", {},
         job(", \"datePosted\": \"2026-11-30\", \"validThrough\": \"2027-01-31T00:00:00Z\", \"baseSalary\": "
             "9"));
    head("jobfaults.html", {u"job_faults"_s},
         job(", \"datePosted\": \"yesterday\", \"validThrough\": \"2027-01-31\", \"baseSalary\": 9"));
    head("jobgaps.html", {u"job_gaps"_s}, job(", \"datePosted\": \"2026-11-30\""));
    file("big.png", {u"img_big"_s}, "image/png", QByteArray(102'401, 'x'));
    file("fit.png", {}, "image/png", QByteArray(102'400, 'x'));
    file("pdfaspage.html", {u"type_mismatch"_s}, "text/html", "%PDF-1.7 no page at all");
    file("pageasxml.xml", {u"type_mismatch"_s}, "application/xml", "<!doctype html><title>A page</title>");
    file("data.xml", {}, "application/xml", "<?xml version='1.0'?><data/>");
    add("report.pdf", {u"page_as_file"_s}, {});
}

} // namespace

std::vector<AuditPage> AuditSite::pages(const QByteArray &base)
{
    using namespace auditparts;
    const QByteArray root = base + "/audit/";
    const auto sound = [&](const QByteArray &path) { return soundHead(root, path); };
    const auto headed = [&](const QByteArray &path, const QByteArray &more) { return sound(path) + more; };
    const auto replaced = [&](const QByteArray &path, const QByteArray &part, const QByteArray &by) {
        return sound(path).replace(part, by);
    };
    std::vector<AuditPage> pages;
    const auto add = [&](const QByteArray &path, const QStringList &rules, const QByteArray &head = {},
                         const QByteArray &body = {}) {
        pages.push_back({path, rules, head, body});
    };
    const auto wrongHead = [&](const QByteArray &path, const char *rules, const QByteArray &more) {
        add(path, QString::fromLatin1(rules).split(u' ', Qt::SkipEmptyParts), headed(path, more));
    };
    add("sound.html", {});
    // Search engines.
    wrongHead("noindex.html", "noindex sitemap_not_indexable", "<meta name=robots content=noindex>");
    wrongHead("noindexbot.html", "noindex_bot", "<meta name=yandex content=noindex>");
    wrongHead("nofollow.html", "nofollow_page", "<meta name=robots content=nofollow>");
    wrongHead("nosnippet.html", "snippet_limits", "<meta name=robots content=nosnippet>");
    wrongHead("robotsbody.html", "robots_outside_head", "<div></div><meta name=robots content=all>");
    wrongHead("robotsgood.html", "", "<meta name=robots content='index, follow, max-snippet:50'>");
    pages.push_back({"noindexheader.html", {u"noindex"_s}, {}, {}, 260, {{"X-Robots-Tag", "noindex"}}});
    pages.push_back({"botheader.html", {}, {}, {}, 260, {{"X-Robots-Tag", "othercrawler: nofollow"}}});
    add("blocked.html", {u"robots_blocked"_s});
    wrongHead("refresh.html", "meta_refresh", "<meta http-equiv=refresh content='9; url=sound.html'>");
    wrongHead("reload.html", "meta_reload", "<meta http-equiv=refresh content=60>");
    // Canonical address.
    const auto canonicalOf = [&](const QByteArray &path, const char *rules, const QByteArray &by) {
        add(path, QString::fromLatin1(rules).split(u' ', Qt::SkipEmptyParts),
            replaced(path, canonical(root + path), by));
    };
    canonicalOf("elsewhere.html", "canonical_elsewhere", canonical(root + "sound.html"));
    canonicalOf("nocanonical.html", "canonical_missing", {});
    canonicalOf("twocanonicals.html", "canonical_multiple",
                canonical(root + "twocanonicals.html") + canonical(root + "twocanonicals.html"));
    canonicalOf("conflict.html", "canonical_conflict",
                canonical(root + "conflict.html") + canonical(root + "sound.html"));
    canonicalOf("tomissing.html", "canonical_elsewhere canonical_broken", canonical(root + "missing.html"));
    canonicalOf("toredirect.html", "canonical_elsewhere canonical_redirect", canonical(root + "moved.html"));
    canonicalOf("tonoindex.html", "canonical_elsewhere canonical_not_indexable",
                canonical(root + "noindex.html"));
    canonicalOf("relative.html", "canonical_relative", canonical("relative.html"));
    canonicalOf("file.html", "canonical_not_web", canonical("file:///usr/share/file.html"));
    canonicalOf("canonicalbody.html", "canonical_outside_head",
                "<p>" + canonical(root + "canonicalbody.html"));
    canonicalOf("fragment.html", "canonical_fragment", canonical(root + "fragment.html#top"));
    // Titles and descriptions.
    const auto titled = [&](const QByteArray &path, const char *rules, const QByteArray &by) {
        add(path, QString::fromLatin1(rules).split(u' ', Qt::SkipEmptyParts),
            replaced(path, title(path), by));
    };
    titled("notitle.html", "title_missing", {});
    titled("sametitle1.html", "title_duplicate", title("a thing"));
    titled("sametitle2.html", "title_duplicate", title("a thing"));
    titled("longtitle.html", "title_long", "<title>" + QByteArray("Much too long ").repeated(6) + "</title>");
    titled("cyrillic.html", "", QByteArray("<title>Заголовок как раз по ширине строки</title>"));
    titled("shorttitle.html", "title_short", "<title>Short title</title>");
    titled("twotitles.html", "title_multiple", title("two") + title("three"));
    add("titlebody.html", {u"title_outside_head"_s},
        replaced("titlebody.html", title("titlebody.html"), {}) + "<p>" + title("titlebody"));
    titled("untitled.html", "title_short title_placeholder", "<title>Untitled Document</title>");
    titled("svgtitle.html", "", title("svgtitle") + "<svg><title>icon</title></svg>");
    const auto described = [&](const QByteArray &path, const char *rules, const QByteArray &by) {
        add(path, QString::fromLatin1(rules).split(u' ', Qt::SkipEmptyParts),
            replaced(path, description(path), by));
    };
    described("nodescription.html", "description_missing", {});
    described("samedescription1.html", "description_duplicate", description("a thing"));
    described("samedescription2.html", "description_duplicate", description("a thing"));
    described("longdescription.html", "description_long",
              "<meta name=description content='" + QByteArray("Much too long to be shown ").repeated(8) +
                  "'>");
    described("shortdescription.html", "description_short", "<meta name=description content='Short text'>");
    described("twodescriptions.html", "description_multiple", description("two") + description("three"));
    pages.push_back({"descriptionbody.html",
                     {u"description_outside_head"_s},
                     title("descriptionbody") + canonical(root + "descriptionbody.html") + Viewport +
                         Sharing + Card + Icon + "<p>" + description("descriptionbody"),
                     {}});
    // Headings. A body of its own takes the place of the heading.
    add("noh1.html", {u"h1_missing"_s, u"heading_skip"_s}, {}, "<p>No heading</p>");
    add("pictureh1.html", {}, {},
        "<h1><img src=picture.png alt='A heading in a picture' width=1 height=1></h1>");
    add("twoh1.html", {u"h1_multiple"_s}, {}, "<h1>One of two</h1><h1>Two of two</h1>");
    add("sameh1a.html", {u"h1_duplicate"_s}, {}, "<h1>The same words</h1>");
    add("sameh1b.html", {u"h1_duplicate"_s}, {}, "<h1>The same words</h1>");
    add("longh1.html", {u"h1_long"_s}, {}, "<h1>" + QByteArray("long words ").repeated(8) + "</h1>");
    add("skip.html", {u"heading_skip"_s}, {}, "<h1>Skips a level</h1><h3>Down</h3>");
    add("titleish1.html", {u"title_equals_h1"_s}, {}, "<h1>" + titleOf("titleish1.html") + "</h1>");
    // Links.
    add("emptyanchor.html", {u"anchor_empty"_s}, {}, "<h1>Empty anchor</h1><a href=sound.html></a>");
    add("labelled.html", {}, {},
        "<h1>Labelled anchor</h1><a href=sound.html aria-label='The sound page'></a>");
    add("generic.html", {u"anchor_generic"_s}, {}, "<h1>Generic anchor</h1><a href=sound.html>Read more</a>");
    add("scriptlink.html", {u"links_script"_s}, {}, "<h1>Script link</h1><a href='javascript:go()'>go</a>");
    add("nofollowlink.html", {u"nofollow_internal"_s}, {},
        "<h1>Nofollow link</h1><a rel=nofollow href=sound.html>sound page</a>");
    add("noplace.html", {u"fragment_missing"_s}, {},
        "<h1>No such place</h1><a href='sound.html#nowhere'>sound page</a>");
    add("place.html", {}, {}, "<h1>A place</h1><a href='sound.html#here'>sound page</a>");
    add("local.html", {u"link_local"_s}, {}, "<h1>Local link</h1><a href='file:///home/me/a.html'>mine</a>");
    add("broken.html", {u"links_broken"_s}, {}, "<h1>Broken link</h1><a href=missing.html>missing</a>");
    add("brokenpicture.html", {u"resources_broken"_s, u"alt_empty"_s}, {},
        "<h1>Broken picture</h1><img src=nothing.png alt='' width=1 height=1>");
    add("toold.html", {u"redirect_links"_s}, {}, "<h1>To the old one</h1><a href=moved.html>moved</a>");
    // Content.
    pages.push_back({"thin.html", {u"thin"_s}, {}, {}, 60});
    pages.push_back({"empty.html", {u"empty_page"_s, u"text_share"_s}, {}, {}, 1});
    add("filler.html", {u"filler_text"_s}, {}, "<h1>Filler</h1><p>Lorem ipsum dolor sit amet");
    pages.push_back({"same1.html", {u"same_text"_s, u"thin"_s}, {}, "<h1></h1>" + sameText(), 0});
    pages.push_back({"same2.html", {u"same_text"_s, u"thin"_s}, {}, "<h1></h1>" + sameText(), 0});
    for (AuditPage &page : pages) {
        if (page.path.startsWith("same1") || page.path.startsWith("same2"))
            page.rules.append(u"h1_missing"_s);
    }
    pages.push_back(
        {"soft404.html",
         {u"soft_404"_s, u"thin"_s},
         replaced("soft404.html", title("soft404.html"), "<title>404: the page was not found</title>"),
         {},
         60});
    wrongHead("data.html", "data_broken", "<script type='application/ld+json'>{\"@type\": </script>");
    wrongHead("gooddata.html", "", "<script type='application/ld+json'>{\"@type\": \"Person\"}</script>");
    // Pictures, phones, sharing, safety.
    add("noalt.html", {u"alt_missing"_s}, {}, "<h1>No alt</h1><img src=picture.png width=1 height=1>");
    add("emptyalt.html", {u"alt_empty"_s}, {},
        "<h1>Empty alt</h1><img src=picture.png alt='' width=1 height=1>");
    add("nosize.html", {u"img_no_size"_s}, {}, "<h1>No size</h1><img src=picture.png alt=there>");
    add("noviewport.html", {u"viewport_missing"_s}, replaced("noviewport.html", Viewport, {}));
    add("nosharing.html", {u"og_missing"_s}, replaced("nosharing.html", Sharing, {}));
    add("password.html", {u"password_http"_s}, {}, "<h1>Password</h1><form><input type=password></form>");
    pages.push_back(
        {"cookie.html", {u"cookie_flags"_s}, {}, {}, 260, {{"Set-Cookie", "sid=1; Path=/audit/cookie"}}});
    pages.push_back({"goodcookie.html",
                     {},
                     {},
                     {},
                     260,
                     {{"Set-Cookie", "ok=1; Path=/audit/good; HttpOnly; SameSite=Lax"}}});
    // Addresses.
    add("Upper.html", {u"url_uppercase"_s});
    add("under_score.html", {u"url_underscore"_s});
    add("a%20blank.html", {u"url_space"_s});
    add("double//slash.html", {u"url_slashes"_s});
    add("twice/twice/page.html", {u"url_repeats"_s});
    add("one/two/three/four/five.html", {u"url_deep"_s});
    add("session.html?sid=1", {u"url_session"_s});
    add("tracking.html?utm_source=x", {u"url_tracking"_s});
    add("params.html?a=1&b=2&c=3&d=4&e=5&f=6", {u"url_params"_s});
    add(QByteArray("l").repeated(100) + ".html", {u"url_long"_s});
    addVersions(pages, root);
    addDetails(pages, root);
    addReachPages(pages, root);
    // What is no page.
    pages.push_back({"missing.html", {u"broken_4xx"_s}, {}, {}, 0, {}, 404});
    pages.push_back({"gone.html", {u"broken_410"_s, u"sitemap_broken"_s}, {}, {}, 0, {}, 410});
    pages.push_back({"failing.html", {u"broken_5xx"_s}, {}, {}, 0, {}, 500});
    pages.push_back({"refused.html", {u"refused"_s}, {}, {}, 0, {}, 403});
    const auto moved = [&](const QByteArray &path, const QStringList &rules, const QByteArray &to) {
        pages.push_back({path, rules, {}, {}, 0, {{"Location", to}}, 301});
    };
    moved("moved.html", {u"sitemap_redirect"_s}, "/audit/sound.html");
    moved("chain.html", {u"redirect_chain"_s}, "/audit/moved.html");
    moved("tobroken.html", {u"redirect_broken"_s}, "/audit/gone.html");
    moved("tohidden.html", {u"redirect_not_indexable"_s}, "/audit/noindex.html");
    moved("loop.html", {u"redirect_loop"_s}, "/audit/loop.html");
    return pages;
}

namespace {

/// CRC-32 of gzip (RFC 1952 §8).
quint32 checksum(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            made[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                made[i] = (made[i] >> 1) ^ (made[i] & 1 ? 0xedb88320u : 0);
        }
        return made;
    }();
    quint32 sum = ~0u;
    for (const char byte : bytes)
        sum = (sum >> 8) ^ table[(sum ^ quint8(byte)) & 0xff];
    return ~sum;
}

/// As the coding gzip: what qCompress() makes, between other ends.
void pack(HttpResponse &response)
{
    constexpr qsizetype Before = 6; // the length and the header of zlib
    constexpr qsizetype Behind = 4; // its checksum
    const auto little = [](quint32 number) {
        QByteArray bytes(4, '\0');
        qToLittleEndian(number, bytes.data());
        return bytes;
    };
    const QByteArray raw = qCompress(response.body, 1);
    response.body = QByteArray::fromHex("1f8b08000000000000ff") + raw.sliced(Before).chopped(Behind) +
                    little(checksum(response.body)) + little(quint32(response.body.size()));
    response.addHeader("Content-Encoding", "gzip");
}

/// What the site has besides its pages; robots.txt only under the name by which no other practice site is
/// asked.
std::optional<HttpResponse> fileOf(const QByteArray &target, const QByteArray &root,
                                   const std::vector<AuditPage> &pages)
{
    HttpResponse response;
    if (target == "/robots.txt") {
        if (!root.startsWith("http://localhost"))
            return std::nullopt;
        response.contentType = "text/plain";
        response.body = "User-agent: *\nDisallow: /site/private/\nAllow: /site/private/open.html\n"
                        "Disallow: /audit/blocked.html\nDisallow: /audit/closed.png\n\n"
                        "User-agent: GPTBot\nDisallow: /audit/unquoted.html\n\nSitemap: " +
                        root + "sitemap.xml\nSitemap: " + root + "sitemap-big.xml\n";
    } else if (target == "/audit/sitemap.xml") {
        response.contentType = "application/xml";
        response.body = auditSitemap(pages, root);
    } else if (target == "/audit/sitemap-big.xml") {
        constexpr qsizetype TooMany = 50 * 1024 * 1024; // bytes; so many are allowed in all
        response.contentType = "application/xml";
        response.body = auditSitemap({}, root);
        response.body.insert(response.body.indexOf("</urlset>"), QByteArray(TooMany, ' '));
        pack(response);
    } else if (target == "/audit/picture.png") {
        response.contentType = "image/png";
        response.body = "\x89PNG\r\n\x1a\n";
    } else {
        return std::nullopt;
    }
    return response;
}

constexpr std::pair<const char *, const char *> SafetyHeaders[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Content-Security-Policy", "default-src 'self'"},
    {"Referrer-Policy", "same-origin"},
};

} // namespace

std::optional<HttpResponse> AuditSite::answer(const HttpRequest &request, const QByteArray &base)
{
    if (!request.target.startsWith("/audit/") && request.target != "/robots.txt")
        return std::nullopt;
    const QByteArray host = request.header("host");
    const QByteArray root = (host.startsWith("localhost:") ? "http://" + host : base) + "/audit/";
    if (request.target == "/robots.txt")
        return fileOf(request.target, root, {});
    const std::vector<AuditPage> all = pages(root.chopped(7));
    if (auto file = fileOf(request.target, root, all))
        return file;
    const QByteArray path = request.target.sliced(7);
    const auto page = std::ranges::find(all, path, &AuditPage::path);
    const bool isThere = page != all.end() || path.isEmpty();
    const AuditPage asked = page != all.end() ? *page : AuditPage{path};
    HttpResponse response;
    response.contentType = asked.type;
    response.status = isThere ? asked.status : 404;
    response.delay = asked.delay;
    response.delivery = asked.delivery;
    for (const auto &[name, value] : SafetyHeaders) {
        if (asked.without != name)
            response.addHeader(name, value);
    }
    for (const auto &[name, value] : asked.headers)
        response.addHeader(name, value);
    response.body = !isThere ? "<title>Nothing here</title>" : bodyOf(asked, all, root);
    const bool isText = response.contentType.startsWith("text/html");
    if (isText && asked.isPacked && request.header("accept-encoding").contains("gzip"))
        pack(response);
    return response;
}

QByteArray AuditSite::bodyOf(const AuditPage &page, const std::vector<AuditPage> &all, const QByteArray &root)
{
    using namespace auditparts;
    if (!page.file.isEmpty())
        return page.file;
    const QByteArray name = page.path.isEmpty() ? QByteArray("start") : page.path;
    QByteArray head = page.head;
    if (head.isEmpty())
        head = soundHead(root, name).replace(canonical(root + name), canonical(root + page.path));
    QByteArray links;
    for (const AuditPage &one : all) {
        if (page.path.isEmpty() && one.isLinked)
            links += "<a href='" + one.path + "'>to " + one.path + "</a> ";
    }
    // Three places lead to each page, so that none hangs on one link.
    links = links.repeated(3);
    return wholePage(root, page.language, head,
                     (page.body.isEmpty() ? "<h1>Heading of " + inShort(name) + "</h1>" : page.body) +
                         text(name, page.words) + "<p id=here>" + links);
}

} // namespace linnet::practice
