// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"
#include "practice/http/httpresponse.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace linnet::practice {

/// A page of AuditSite, and which rules of an audit find it. Addresses of another site that the pages name
/// are in the list, too.
struct AuditPage
{
    QByteArray path = {};   ///< below "/audit/"; of another site the whole address
    QStringList rules = {}; ///< ids; none: the right twin of a wrong page
    QByteArray head = {};   ///< instead of what a sound page has in its head; "" = that
    QByteArray body = {};   ///< before the text of the page
    int words = 260;        ///< of its text
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    int status = 200;
    QByteArray language = "en"; ///< of the html element
    QByteArray file = {};       ///< the whole body, instead of all that was said
    QByteArray type = "text/html; charset=utf-8";
    bool isLinked = true;               ///< from the first page
    QByteArray without = {};            ///< one header that all others have
    bool isPacked = true;               ///< for the way
    std::chrono::milliseconds delay{0}; ///< before the first byte
    Delivery delivery = Delivery::Whole;
};

/// An invented site under /audit/ on which audits are practised: a page for each rule, a right one beside it,
/// nearly all linked from the first. What needs a sitemap, or another site to link to, is there for who asks
/// by the name localhost: it has a robots.txt of its own, and the same server by its number is the other
/// site.
class AuditSite
{
public:
    static constexpr std::chrono::milliseconds SlowPage{5000}; ///< before the first byte of slow.html

    /// `base` is the server's address without a slash at the end.
    static std::vector<AuditPage> pages(const QByteArray &base);
    /// Nothing when the path is not the site's.
    static std::optional<HttpResponse> answer(const HttpRequest &request, const QByteArray &base);

private:
    static QByteArray bodyOf(const AuditPage &page, const std::vector<AuditPage> &all,
                             const QByteArray &root);
};

} // namespace linnet::practice
