// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httprequest.h"
#include "practice/http/httpresponse.h"

#include <QHash>

#include <functional>
#include <optional>

namespace linnet::practice {

/// The invented web site under /site/ that crawls are practised on, with robots.txt and sitemap;
/// sitemanifest.h says what is wrong with it. Its pages are files in data/site; what files cannot do is here.
///
/// The login by the browser and the form both want "practice" twice.
class SmallSite
{
public:
    /// `base` is the server's address without a slash at the end. isLater: some things were mended since
    /// then, others have broken.
    explicit SmallSite(const QString &base, bool isLater = false);

    /// Nothing when the path is not the site's.
    std::optional<HttpResponse> answer(const HttpRequest &request);

private:
    using Handler = std::function<HttpResponse(const HttpRequest &)>;

    void addFailures();
    void addRedirects();
    void addLogins();
    void moveOn();
    HttpResponse special(const HttpRequest &request);
    HttpResponse flaky();
    HttpResponse file(const QString &path) const;

    QByteArray m_base;
    QByteArray m_otherName; ///< the same server as another host
    QHash<QString, Handler> m_special;
    int m_flakyAsked = 0;
};

} // namespace linnet::practice
