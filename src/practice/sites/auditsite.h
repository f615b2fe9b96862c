// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"
#include "practice/http/httpresponse.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace linnet::practice {

/// A page of AuditSite, and which rules of an audit find it.
struct AuditPage
{
    QByteArray path;        ///< below "/audit/"
    QStringList rules = {}; ///< ids; none: the right twin of a wrong page
    QByteArray head = {};   ///< instead of what a sound page has in its head; "" = that
    QByteArray body = {};   ///< before the text of the page
    int words = 260;        ///< of its text
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    int status = 200;
    QByteArray language = "en"; ///< of the html element
    QByteArray file = {};       ///< the whole body, of what is no page
    QByteArray type = "text/html; charset=utf-8";
};

/// An invented site under /audit/ on which audits are practised: a page for each rule, a right one beside it,
/// all linked from the first.
class AuditSite
{
public:
    /// `base` is the server's address without a slash at the end.
    static std::vector<AuditPage> pages(const QByteArray &base);
    /// Nothing when the path is not the site's.
    static std::optional<HttpResponse> answer(const HttpRequest &request, const QByteArray &base);
};

} // namespace linnet::practice
