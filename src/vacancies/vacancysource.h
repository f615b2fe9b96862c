// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"
#include "net/response.h"
#include "vacancies/query.h"
#include "vacancies/vacancy.h"

#include <vector>

namespace linnet::vacancies {

/// One page of a listing.
struct ListPage
{
    std::vector<Vacancy> vacancies;
    std::vector<QUrl> details; ///< same length as vacancies, or empty when the listing is already complete
    qint64 found = -1;         ///< what the source says it has; -1 = not said
    int pages = -1;     ///< how many pages can be asked, its own limit included; -1 = ask until an empty page
    int filtered = 0;   ///< left out by Linnet because the source matches more loosely than asked
    int unreadable = 0; ///< items that could not be read at all; named in notes
    QStringList notes;  ///< technical, one per unreadable item
};

/// What an answer that is not a page means for the search.
enum class Verdict : quint8
{
    Usable,    ///< 2xx: parse it
    Gone,      ///< the vacancy does not exist any more
    EndOfList, ///< past the last page
    Captcha,   ///< error.detail is the address to open
    StopAll,   ///< no further request makes sense: token, user agent
    Failed,    ///< this unit only
};

struct Judgement
{
    Verdict verdict = Verdict::Usable;
    Error error;
};

/// Terms of use, shown on first use and exported with the data. Texts are source texts for the translator.
struct SourceTerms
{
    QString link;
    QString readOn;  ///< ISO date
    const char *who; ///< who may use it
    const char *pace;
    const char *attribution;
};

/// A vacancy source as pure functions: query to requests, bytes to rows. No network, no state; usable in any
/// thread.
class VacancySource
{
public:
    virtual ~VacancySource() = default;

    virtual QString id() const = 0;    ///< "hh"
    virtual QString title() const = 0; ///< translated
    virtual QUrl defaultBase() const = 0;
    virtual bool needsToken() const = 0;
    virtual SourceTerms terms() const = 0;
    virtual QString defaultArea() const = 0; ///< "" = none needed

    /// The query as independent listings, each paged on its own and each with the whole query.pages: one for
    /// a source that takes several areas at once, else one per area. listPage() and parseList() take only
    /// such queries. A period becomes dates, counted back from today, where the source knows only dates: a
    /// resumed run gives the day on which it began.
    virtual std::vector<Query> split(const Query &query, const QDate &today = QDate::currentDate()) const;
    /// Fields of the query (as Query::toJson() names them) that are set but that this source can neither be
    /// asked for nor be checked for; people should be told.
    virtual QStringList ignoredFields(const Query &query) const;

    /// The request for a page of the listing, 0-based; base replaces the root of the API.
    virtual net::Request listPage(const Query &query, const QUrl &base, int page) const = 0;
    /// The highest number of pages that the source lets anybody ask.
    virtual int reachablePages() const = 0;
    virtual net::Request detail(const QUrl &url) const = 0;
    /// Asks the source who the token belongs to; an empty url when it has no tokens.
    virtual QUrl tokenTest(const QUrl &base) const = 0;

    virtual Judgement judge(const net::Response &response) const = 0;
    /// A bad item never drops the page. Reason::BadBody when the body is no page at all.
    virtual Result<ListPage> parseList(const QByteArray &body, const Query &query,
                                       const QUrl &base) const = 0;
    virtual Result<Vacancy> parseDetail(const QByteArray &body) const = 0;
};

} // namespace linnet::vacancies
