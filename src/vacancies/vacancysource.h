// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"
#include "net/response.h"
#include "vacancies/currentdictionary.h"
#include "vacancies/query.h"
#include "vacancies/vacancy.h"

#include <QJsonArray>
#include <QMap>

#include <chrono>
#include <optional>
#include <vector>

namespace linnet::vacancies {

/// An ad that Linnet leaves out because the source matches more loosely than asked.
struct LeftOut
{
    Vacancy vacancy;
    QLatin1StringView
        rule; ///< text, exclude, salary, no_salary, date, area, experience, employment, work_format, employer
};

/// One page of a listing.
struct ListPage
{
    std::vector<Vacancy> vacancies;
    std::vector<QUrl> details; ///< same length as vacancies, or empty when the listing is already complete
    std::vector<LeftOut> leftOut;
    qint64 found = -1; ///< what the source says it has; -1 = not said
    int pages = -1;    ///< how many pages can be asked, its own limit included; -1 = ask until an empty page
    QMap<QString, qint64> onlyCounted = {}; ///< by rule, ads that are left out and kept nowhere
    bool isLast = false;                    ///< the source says that no page comes after this one
    QString next = {};  ///< for nextPage(): the source itself names the page after this one
    int perPage = 0;    ///< the source's own size of a page; 0 = as it was asked
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
    QString readOn;            ///< ISO date
    const char *who = nullptr; ///< who may use it
    const char *pace = nullptr;
    const char *attribution = nullptr;
};

/// The access token that a source wants. Texts are source texts for the translator.
struct SourceToken
{
    QByteArray variable;         ///< of the environment, read by the command line: "LINNET_HH_TOKEN"
    QUrl page;                   ///< where one is asked for
    const char *offer = nullptr; ///< a few words beside "Connect …"
    const char *why = nullptr;   ///< what it is good for
    const char *who = nullptr;   ///< who can get one, and how
    QByteArray field =
        {}; ///< the header that it goes in; empty = "Authorization: Bearer …"    /// A token may be asked for
            ///< by the id and the secret of a registered program, at most once in so long; 0 =
    /// there is no such way.
    std::chrono::seconds grantRest{0};
};

/// What a query with more ads than can be reached is cut by.
enum class SplitKey : quint8
{
    Dates,      ///< Query::window; each ad is in just one part
    Regions,    ///< Query::areas
    Roles,      ///< Query::roles
    Experience, ///< Query::experience
};

/// All that is fixed about a source: what the window, the command line, the settings and the practice server
/// ask. Texts are source texts for the translator, in the context "linnet::vacancies".
struct SourceFacts
{
    QString id;                       ///< "hh"; stored with every row
    const char *title = nullptr;      ///< "HeadHunter (hh.ru)"
    const char *shortTitle = nullptr; ///< "hh.ru", for lists, cells and sentences
    QUrl base;                        ///< root of its API
    QString practicePath;             ///< of its API on the practice server; null = not to practise on
    std::optional<SourceToken> token; ///< none = everybody may ask
    SourceTerms terms;
    QStringList sites = {}; ///< hosts that Query::site may name, its own first; none = it has but one
    std::vector<Dictionary::Kind> dictionaries = {}; ///< that it gives to everybody, without a token
    /// Asked only when somebody chooses it: not what people at home mean by "the sources".
    bool onRequest = false;
    bool listIsFile = false;   ///< its list is one large file, which goes to the disk and is read from there
    bool hasDetails = false;   ///< its lists do not say everything: each ad is asked for, too
    bool failsPastEnd = false; ///< a page past the last is answered by an error, not an empty page
    bool cutsPages = false;    ///< may put fewer ads on a page than it says
    int reachablePages = 0;    ///< the highest number of pages of 100 that it lets anybody ask
    QStringList fields = {};   ///< of VacancySource::knownFields(), unless that says otherwise
    std::vector<SplitKey> splitKeys = {};       ///< what a query can be cut by, the best first
    std::chrono::seconds splitStep{300};        ///< windows of time begin and end at its multiples
    std::chrono::milliseconds leastInterval{0}; ///< between two requests to its own server
    std::chrono::milliseconds pageTime; ///< mean time from page to page when pages are asked side by side
};

/// An employer as a source calls it.
struct KnownEmployer
{
    QString id; ///< for Query::employers
    QString name;

    bool operator==(const KnownEmployer &) const = default;
};

/// A vacancy source: what is known about it, and pure functions from query to requests and from bytes to
/// rows. No network, no state; usable in any thread. Another source is a class of this kind, with its texts,
/// and one line in search/sources.cpp.
class VacancySource
{
public:
    virtual ~VacancySource() = default;

    virtual const SourceFacts &facts() const = 0;
    QString id() const { return facts().id; }
    QString title() const;      ///< translated
    QString shortTitle() const; ///< translated
    bool needsToken() const { return facts().token.has_value(); }
    QByteArray tokenField() const { return needsToken() ? facts().token->field : QByteArray(); }
    const QUrl &defaultBase() const { return facts().base; }
    const SourceTerms &terms() const { return facts().terms; }
    int reachablePages() const { return facts().reachablePages; }

    /// Names of its regions, under the ids that its queries take.
    virtual const Dictionary &regions() const;
    /// Regions of the form, which are those of hh.ru, as this source's own. Empty = its whole country; none
    /// at all when it has none of them.
    virtual std::optional<QStringList> toSource(const QStringList &areas) const;
    /// The way back, as far as there is one.
    virtual QStringList fromSource(const QStringList &regions) const;
    /// Reason::BadValue for an id that this source cannot have, with the one that is meant when it is another
    /// source's.
    virtual Result<void> checkRegions(const QStringList &regions) const;
    /// Those of a search's employers that are meant for this source: numbers, where a board's company is
    /// "greenhouse:stripe".
    virtual QStringList ownEmployers(const QStringList &employers) const;
    /// Reason::BadValue for what this source cannot be asked, as a search of company boards without
    /// companies.
    virtual Result<void> check(const Query &query) const;
    /// Shows the token to the source; an empty one changes nothing.
    virtual void authorise(net::Request &request, const QByteArray &token) const;

    /// The search that an address of the source's own pages shows; nothing for other addresses.
    virtual std::optional<Query> queryAt(const QUrl &address) const;

    /// The query as independent listings, each paged on its own and each with the whole query.pages: one for
    /// a source that takes several areas at once, else one per area. listPage() and parseList() take only
    /// such queries. A period becomes dates, counted back from today, where the source knows only dates: a
    /// resumed run gives the day on which it began.
    virtual std::vector<Query> split(const Query &query, const QDate &today = QDate::currentDate()) const;
    /// The values by which a query is cut into queries that together have all its ads; fewer than two: it
    /// cannot be. Not for SplitKey::Dates.
    virtual QStringList splitValues(const Query &query, SplitKey key) const;
    /// Whether one query takes several values of it.
    virtual bool takesSeveral(SplitKey key) const;
    /// By which time a window finds the ad; nothing when the ad does not say.
    virtual std::optional<qint64> windowTime(const Vacancy &vacancy) const;
    /// Fields of the query (as Query::toJson() names them) that are set but that this source can neither be
    /// asked for nor be checked for; people should be told.
    virtual QStringList ignoredFields(const Query &query) const;

    /// The request for a page of the listing, 0-based; base replaces the root of the API.
    virtual net::Request listPage(const Query &query, const QUrl &base, int page) const = 0;
    /// The page that another one has named (ListPage::next). Such pages follow one another; only the first
    /// is asked by listPage().
    virtual net::Request nextPage(const Query &query, const QUrl &base, const QString &next) const;
    virtual net::Request detail(const QUrl &url) const = 0;
    /// Asks the source who the token belongs to; an empty url when it has no tokens.
    virtual QUrl tokenTest(const QUrl &base) const = 0;

    /// Asks what people search for that begins with these letters; an empty url where the source tells
    /// nobody.
    virtual net::Request suggest(const QString &typed, const QUrl &base) const;
    virtual QStringList suggestions(const net::Response &response) const;

    /// Asks which employers are called so; an empty url where the source tells nobody.
    virtual net::Request suggestEmployers(const QString &typed, const QUrl &base) const;
    virtual QList<KnownEmployer> employers(const net::Response &response) const;

    /// Asks for one of SourceFacts::dictionaries in a language.
    virtual net::Request dictionary(Dictionary::Kind kind, DictionaryLanguage language,
                                    const QUrl &base) const;
    /// Its one language in both names. A bad item never drops the rest; Reason::BadBody when the body is no
    /// dictionary at all.
    virtual Result<Dictionary> parseDictionary(Dictionary::Kind kind, const QByteArray &body) const;

    /// Asks for a token by the id and the secret of a registered program (RFC 6749, 4.4); the one before may
    /// be taken back. Only of sources whose SourceToken::grantRest says so.
    virtual net::Request tokenGrant(const QString &clientId, const QString &secret, const QUrl &base) const;
    /// The token in the answer. Reason::AuthRequired with the source's own word when it refuses.
    virtual Result<QByteArray> grantedToken(const net::Response &response) const;

    virtual Judgement judge(const net::Response &response) const = 0;
    /// A bad item never drops the page. Reason::BadBody when the body is no page at all.
    virtual Result<ListPage> parseList(const QByteArray &body, const Query &query,
                                       const QUrl &base) const = 0;
    /// The records of a page as they came, by which it can be seen whether a source has changed; none of a
    /// source that does not take part in that. Reason::BadBody as parseList().
    virtual Result<QJsonArray> records(const QByteArray &body, const Query &query) const;
    /// Members of these records that are read: "a.b" is a member of a member, "a?" one that may be missing in
    /// all records of a page.
    virtual QStringList knownFields(const Query &query) const;
    /// contacts: Query::contacts of the search.
    virtual Result<Vacancy> parseDetail(const QByteArray &body, bool contacts = false) const = 0;
    /// Where detail() asks for one ad; page: Vacancy::alternateUrl. Empty when that cannot be told.
    virtual QUrl adAddress(const QUrl &base, const QString &id, const QString &page) const;

protected:
    /// Of roles, industries, employers and site those that are set: what ignoredFields() says of a source
    /// that has none of them.
    static QStringList setRefinements(const Query &query);
};

} // namespace linnet::vacancies
