// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlrows.h"
#include "links/crawl/frontier.h"
#include "net/hostkey.h"
#include "net/response.h"
#include "store/linkrows.h"

#include <memory>
#include <optional>

namespace linnet::links {

/// An address that an answer names, once however often it does.
struct Target
{
    std::string url;
    Frontier::Key key{};
    Frontier::Known known; ///< when the answer was read
    Choice choice;         ///< unless it is known and closed
    net::HostKey host;
    bool https = false;
};

/// What an answer means for the crawl, read in the pool: all rows but for the numbers of their addresses.
struct CrawlAnswer
{
    PageRow page;
    Error error;                           ///< HttpStatus and such; Reason::None for what is good
    bool isToBeRead = false;               ///< a page or style sheet that was asked for by HEAD
    bool isSheet = false;                  ///< what it names is no click further away
    int redirect = -1;                     ///< index of the target it sends to
    std::optional<QByteArray> hopFragment; ///< fragment of the address it sends to
    int canonical = -1;                    ///< index of the canonical address
    std::string login; ///< that an address of the answer has for the origin that answered; a secret
    std::vector<Target> targets;
    store::LinkRows links;                ///< whose targets are those above
    std::vector<table::Cells> alternates; ///< rows of hreflangSchema(), see AlternateList
    std::vector<int> alternateTargets;    ///< of these; index of the target, below 0 = none
    QByteArray places;                    ///< FragmentSet; null when it is no page
    QByteArray body;                      ///< packed; null unless bodies are kept
};

/// What reading an answer needs to know of the crawl; all of it outlives the reading.
struct AnswerContext
{
    std::shared_ptr<const CrawlRules> rules;
    std::shared_ptr<const Frontier> frontier;
    std::shared_ptr<const Robots> robots; ///< of the host asked; null when they are not obeyed
    std::string url;
    int depth = 0;
    bool internal = true;
    bool byHead = false;
    bool readsPlaces = false; ///< of a page of another site
    bool keepBody = false;
};

/// Whether the body of an answer may be a page or a style sheet: see net::Request::wantsBody.
bool wantsBody(int status, const net::HeaderFields &headers);
/// Pure but for the frontier, which is only asked; any thread.
CrawlAnswer readAnswer(const net::Response &response, const AnswerContext &context);

} // namespace linnet::links
