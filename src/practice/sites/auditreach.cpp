// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/auditreach.h"

#include "practice/sites/auditparts.h"

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray linkTo(const QByteArray &url, int times = 3)
{
    return QByteArray("<a href='" + url + "'>on to " + url + "</a> ").repeated(times);
}

QByteArray heading(const QByteArray &path)
{
    return "<h1>Heading of " + auditparts::inShort(path) + "</h1>";
}

/// The same server under its other name, which is another site.
QByteArray otherSite(const QByteArray &root)
{
    QByteArray other = root;
    if (root.startsWith("http://localhost:"))
        return other.replace(0, 16, "http://127.0.0.1");
    return root.startsWith("http://127.0.0.1:") ? other.replace(0, 16, "http://localhost")
                                                : other.replace("http://", "http://mirror.");
}

/// What is sent, and how.
void addDelivered(std::vector<AuditPage> &pages, const QByteArray &root)
{
    using namespace auditparts;
    const auto without = [&](const QByteArray &path, const QString &rule, const QByteArray &header) {
        AuditPage page{path, {rule}};
        page.without = header;
        pages.push_back(page);
    };
    const auto add = [&](const QByteArray &path, const QStringList &rules, const QByteArray &more) {
        pages.push_back({path, rules, {}, heading(path) + more});
    };
    const auto whole = [&](const QByteArray &path, const QStringList &rules, const QByteArray &bytes,
                           const QByteArray &type = "text/html; charset=utf-8") {
        AuditPage page{path, rules};
        page.file = bytes;
        page.type = type;
        pages.push_back(page);
    };
    without("nosniff.html", u"nosniff_missing"_s, "X-Content-Type-Options");
    without("framed.html", u"frames_allowed"_s, "X-Frame-Options");
    without("nopolicy.html", u"csp_missing"_s, "Content-Security-Policy");
    without("noreferrer.html", u"referrer_missing"_s, "Referrer-Policy");
    add("unquoted.html", {u"robots_closed_to"_s}, {});
    AuditPage unpacked{"unpacked.html", {u"not_compressed"_s}};
    unpacked.isPacked = false;
    pages.push_back(unpacked);
    AuditPage slow{"slow.html", {u"slow"_s, u"slow_first_byte"_s}};
    slow.delay = AuditSite::SlowPage;
    pages.push_back(slow);
    AuditPage silent{"silent.html", {u"broken_no_answer"_s}};
    silent.delivery = Delivery::Nothing;
    pages.push_back(silent);
    AuditPage long1{"bigpage.html", {u"html_big"_s}};
    long1.words = 140'000;
    pages.push_back(long1);
    add("manyelements.html", {u"dom_big"_s}, QByteArray("<i>.</i> ").repeated(1501));
    add("somelements.html", {}, QByteArray("<i>.</i> ").repeated(1400));
    const auto page = [&](const QByteArray &path, const QByteArray &body) {
        return wholePage(root, "en", soundHead(root, path), heading(path) + body);
    };
    whole("nocharset.html", {u"charset_missing"_s},
          page("nocharset.html", text("nocharset.html", 260)).replace("<meta charset=utf-8>", ""),
          "text/html");
    whole("oddbytes.html", {u"wrong_encoding"_s},
          page("oddbytes.html", text("oddbytes.html", 260) + "caf\xe9 cr\xe8me"));
    whole("nolinks.html", {u"dead_end"_s},
          page("nolinks.html", text("nolinks.html", 260))
              .replace("<nav><a href='" + root + "'>start page</a></nav>", ""));
    whole("noh2.html", {u"h2_missing"_s}, page("noh2.html", words("noh2.html", 320)));
    whole("shortnoh2.html", {}, page("shortnoh2.html", words("shortnoh2.html", 280)));
    whole("scripts.html", {u"script_built"_s, u"text_share"_s},
          page("scripts.html", "<div id=app></div><script>/*" + QByteArray(2000, '-') + "*/</script>"));
    pages.push_back(
        {"parked.html",
         {u"parked_page"_s},
         soundHead(root, "parked.html")
             .replace(title("parked.html"), "<title>This domain is for sale: lighthouse.example</title>")});
    AuditPage language{"nolanguage.html", {u"lang_missing"_s}};
    language.language.clear();
    pages.push_back(language);
    language = {"english.html", {u"lang_invalid"_s}};
    language.language = "english";
    pages.push_back(language);
    pages.push_back(
        {"oneword.html",
         {u"title_one_word"_s},
         soundHead(root, "oneword.html")
             .replace(title("oneword.html"), "<title>Incomprehensibilitiesofthelighthouse</title>")});
    pages.push_back(
        {"nocard.html", {u"twitter_missing"_s}, soundHead(root, "nocard.html").replace(Card, "")});
    pages.push_back({"noicon.html", {u"icon_missing"_s}, soundHead(root, "noicon.html").replace(Icon, "")});
    pages.push_back({"nostyle.html",
                     {u"styles_broken"_s},
                     soundHead(root, "nostyle.html") + "<link rel=stylesheet href=nothing.css>"});
    // Nearly one text: other words at its end only, and headings.
    for (const QByteArray name : {"near1.html", "near2.html"})
        whole(name, {u"near_duplicate"_s}, page(name, text("nearly", 900) + words(name, 1)));
}

/// From where links lead there, and to which address.
void addLinked(std::vector<AuditPage> &pages, const QByteArray &root)
{
    using namespace auditparts;
    const auto add = [&](const QByteArray &path, const QStringList &rules, const QByteArray &more,
                         bool isLinked = true) {
        AuditPage page{path, rules, {}, heading(path) + more};
        page.isLinked = isLinked;
        pages.push_back(page);
    };
    add("manylinks.html", {u"many_links"_s}, linkTo("sound.html", 1000));
    add("tobehind.html", {}, linkTo("behind.html", 1));
    // Its own canonical link would be the second.
    AuditPage behind{"behind.html", {u"one_inlink"_s, u"not_in_sitemap"_s, u"canonical_missing"_s}};
    behind.head = soundHead(root, behind.path).replace(canonical(root + behind.path), "");
    behind.isLinked = false;
    pages.push_back(behind);
    // Each is one click more from the start, and names one more address that repeats itself: the fourth of
    // these is taken for the beginning of an endless space.
    for (int i = 1; i <= 4; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray odd = "by/by/by/by/" + number + ".html";
        const QByteArray next = i < 4 ? linkTo("deep" + QByteArray::number(i + 1) + ".html") : QByteArray();
        add("deep" + number + ".html",
            i == 1  ? QStringList()
            : i < 4 ? QStringList{u"not_in_sitemap"_s}
                    : QStringList{u"not_in_sitemap"_s, u"deep"_s},
            next + linkTo(odd), i == 1);
        QStringList asked{u"not_in_sitemap"_s, u"url_repeats"_s, u"url_deep"_s};
        if (i == 3)
            asked.append(u"deep"_s);
        add(odd, i < 4 ? asked : QStringList{u"url_trap"_s}, {}, false);
    }
    AuditPage moved{
        "formoment.html", {u"redirect_temporary"_s}, {}, {}, 0, {{"Location", root + "sound.html"}}, 302};
    pages.push_back(moved);
    moved.path = "forfew.html";
    moved.rules.clear();
    pages.push_back(moved);
    add("tomoment.html", {u"redirect_links"_s}, linkTo("formoment.html", 10));
    // Nothing but a canonical link leads to the second.
    pages.push_back({"hides.html",
                     {u"canonical_elsewhere"_s, u"canonical_unlinked"_s},
                     soundHead(root, "hides.html")
                         .replace(canonical(root + "hides.html"), canonical(root + "hidden.html"))});
    add("hidden.html", {u"not_in_sitemap"_s}, {}, false);
    add("twin", {u"slash_twin"_s}, {});
    add("twin/", {u"slash_twin"_s}, {});
    add("%D0%BC%D0%B0%D1%8F%D0%BA.html", {u"url_non_ascii"_s}, {});
    add("unlisted.html", {u"not_in_sitemap"_s}, {});
    add("orphan.html", {u"orphan"_s}, {}, false);
    pages.push_back({"sitemap-big.xml", {u"sitemap_too_big"_s}});
    pages.back().isLinked = false;
}

/// Links to another site, and what that is.
void addOthers(std::vector<AuditPage> &pages, const QByteArray &root)
{
    const QByteArray other = otherSite(root);
    const auto add = [&](const QByteArray &name, const QStringList &rules, const QStringList &ofTarget) {
        const QByteArray path = "to-" + name;
        // It is the same computer, which another rule finds.
        pages.push_back(
            {path, rules + QStringList{u"link_local"_s}, {}, heading(path) + linkTo(other + name)});
        AuditPage target{other + name, ofTarget};
        target.isLinked = false;
        pages.push_back(target);
    };
    const QStringList broken{u"links_broken_external"_s};
    add("sound.html", {}, {});
    add("missing.html", broken, {u"external_4xx"_s});
    add("gone.html", broken, {u"external_410"_s});
    add("failing.html", broken, {u"external_5xx"_s});
    add("silent.html", broken, {u"external_no_answer"_s});
    add("refused.html", {}, {u"external_refused"_s});
    pages.push_back({"to-many.html",
                     {u"many_links_out"_s, u"link_local"_s},
                     {},
                     heading("to-many.html") + linkTo(other + "sound.html", 100)});
}

bool isListed(const AuditPage &page)
{
    const auto has = [&](const QString &rule) { return page.rules.contains(rule); };
    for (const char *rule : {"orphan", "sitemap_broken", "sitemap_redirect", "sitemap_not_indexable"}) {
        if (has(QString::fromLatin1(rule)))
            return true;
    }
    for (const char *rule : {"noindex", "robots_blocked", "canonical_elsewhere", "not_in_sitemap", "url_trap",
                             "one_inlink", "sitemap_too_big", "broken_no_answer"}) {
        if (has(QString::fromLatin1(rule)))
            return false;
    }
    return page.status == 200 && !page.path.startsWith("http");
}

} // namespace

void addReachPages(std::vector<AuditPage> &pages, const QByteArray &root)
{
    addDelivered(pages, root);
    addLinked(pages, root);
    addOthers(pages, root);
}

QByteArray auditSitemap(const std::vector<AuditPage> &pages, const QByteArray &root)
{
    QByteArray lines = "<url><loc>" + root + "</loc></url>\n";
    for (const AuditPage &page : pages) {
        if (isListed(page))
            lines += "<url><loc>" + root + QByteArray(page.path).replace('&', "&amp;") + "</loc></url>\n";
    }
    return "<?xml version='1.0' encoding='UTF-8'?>\n"
           "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n" +
           lines + "</urlset>\n";
}

} // namespace linnet::practice
