// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/proxyuse.h"
#include "jobs/defaultdelay.h"
#include "links/crawl/crawlscope.h"

#include <QMetaType>
#include <QString>

#include <chrono>

namespace linnet::gui {

/// What the links form holds, in its own terms.
struct CrawlValues
{
    QString addresses;     ///< as typed, one a line
    bool wholeSite = true; ///< else only the links of the addresses
    int depth = 0;         ///< clicks from the start; 0 = any
    int maxPages = 0;      ///< 0 = no limit
    links::CrawlScope::Kind scope = links::CrawlScope::Kind::Host;
    QString include; ///< regular expressions, separated by blanks
    QString exclude;
    bool ignoreRobots = false;
    bool sitemap = true;
    bool external = false;
    bool externalPlaces = false; ///< only with external
    std::chrono::milliseconds delay = jobs::DefaultDelay;
    QString userAgent; ///< empty = the program's own
    int timeout = 30;  ///< seconds for one request
    ProxyUse proxy;
    QString user;
    QString password;
    QString cookies;
    QString headers; ///< "Name: value", one a line

    bool operator==(const CrawlValues &) const = default;
};

} // namespace linnet::gui

Q_DECLARE_METATYPE(linnet::gui::CrawlValues)
