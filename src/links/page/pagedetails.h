// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace linnet::links {

/// What a page says to one crawler that is not ours.
struct BotRule
{
    std::string bot;   ///< in lower case: "googlebot"
    std::string rules; ///< in lower case: "noindex, nofollow"
};

/// An address that a page says it has.
struct CanonicalName
{
    std::string url; ///< as written; resolved by PageSink::takeFacts() into `resolved`
    std::string resolved = {};
    bool isHeader = false; ///< of a Link header, else of an element
};

/// What the structured data of a page say of jobs (schema.org/JobPosting). Names of properties, each once.
struct JobData
{
    int count = 0;
    std::vector<std::string> faults; ///< of those that must be there: missing, or in a form that nobody reads
    std::vector<std::string> gaps;   ///< of those that should be there
};

/// What audit rules ask of a page beyond what it says and where it points. "Outside the head" is meant as
/// browsers part a page: from the first element or text on that no head can hold.
struct PageDetails
{
    int titles = 0; ///< title elements, those of pictures apart
    bool titleOutsideHead = false;
    int titleWidth = 0; ///< pixels, Arial 20
    int descriptions = 0;
    bool descriptionOutsideHead = false;
    int descriptionWidth = 0; ///< pixels, Arial 14
    int h1 = 0;
    int h2 = 0;
    std::string headingSkip; ///< the first step over a level: "h1 > h3", "> h2" when the first is no h1
    std::vector<CanonicalName> canonicals; ///< at most twenty
    bool canonicalOutsideHead = false;
    std::vector<BotRule> bots; ///< of meta elements, at most twenty
    bool hasMetaRobots = false;
    bool robotsOutsideHead = false;
    bool alternateOutsideHead = false; ///< a version in another language (hreflang)
    int images = 0;
    int imagesNoAlt = 0; ///< without the attribute; an empty one says that the picture is decoration
    int imagesEmptyAlt = 0;
    int imagesLongAlt = 0;      ///< with more than 100 code points
    int imagesNoSize = 0;       ///< without width and height, as attributes or in style
    int mainWords = 0;          ///< outside nav, header and footer
    std::uint64_t textHash = 0; ///< of these words; 0 = too few
    std::uint64_t simHash = 0;  ///< see MainText; 0 = too few
    double textShare = 0;       ///< bytes of all words in those of the page, 0 to 1
    int elements = 0;
    int elementDepth = 0; ///< elements within one another
    int doubledIds = 0;   ///< ids that several elements have
    std::vector<std::string>
        openGraph; ///< "title", "description", "image", "url", "type": those that are there
    std::vector<std::string> twitter; ///< "card", "title", "image", …: those that are there
    std::string icon;                 ///< the first that a link element names, as written
    bool hasViewport = false;
    std::string viewport;
    std::vector<std::string> dataTypes; ///< of JSON-LD, each once, at most twenty
    int brokenData = 0;                 ///< blocks of JSON-LD that are no JSON
    JobData jobs;
    int emptyAnchors = 0;       ///< links with an address and nothing that says where they lead
    int scriptLinks = 0;        ///< links that only a script can follow
    bool hasFillerText = false; ///< "lorem ipsum"
    bool asksPassword = false;
};

} // namespace linnet::links
