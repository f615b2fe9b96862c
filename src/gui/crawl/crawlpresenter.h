// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/crawl/crawlvalues.h"
#include "jobs/addressinput.h"
#include "jobs/requestspec.h"
#include "links/crawl/crawlspec.h"
#include "session/runparams.h"

#include <QCoreApplication>

namespace linnet::gui {

enum class CrawlField : quint8
{
    Addresses,
    Include,
    Exclude,
    UserAgent,
    Login,
    Cookies,
    Proxy,
    Headers
};

/// A value that cannot be used, said in words that name the way out.
struct CrawlProblem
{
    CrawlField field = CrawlField::Addresses;
    QString text;

    bool operator==(const CrawlProblem &) const = default;
};

/// Decides everything about the links form that needs no widget: what is wrong with it, what crawl it means,
/// what it is called, whether a pattern takes an address.
class CrawlPresenter
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::CrawlPresenter)

public:
    /// What stops a crawl from beginning. Lines that cannot be taken do not as long as there are others.
    QList<CrawlProblem> problems(const CrawlValues &values) const;
    /// Lines that will be left out, and why; empty when there are none.
    QString leftOut(const CrawlValues &values) const;

    links::CrawlSpec spec(const CrawlValues &values) const;
    static jobs::RequestSpec requests(const CrawlValues &values);
    /// Login, cookies and extra headers as header lines, each with its end; empty when there are none.
    static QByteArray secrets(const CrawlValues &values);
    /// The form with the login, cookies and extra headers of such lines.
    static CrawlValues withSecrets(CrawlValues values, const QByteArray &lines);
    static bool hasSecrets(const CrawlValues &values);
    /// The one host that they are sent to: that of the first address; "" when there is none.
    QString secretHost(const CrawlValues &values) const;
    QString secretHostKey(const CrawlValues &values) const; ///< its net::hostKey
    /// The form that would start such a run again, addresses and secrets excepted.
    static CrawlValues values(const links::CrawlSpec &spec, const jobs::RequestSpec &requests);

    /// "docs.example.org", "docs.example.org and 4 more · only their links"
    QString summary(const CrawlValues &values) const;
    /// The same for a stored run.
    static QString title(const links::CrawlSpec &spec);
    /// How many of the choices behind "More" differ from a fresh form.
    static int moreChoices(const CrawlValues &values);

    /// What the patterns say to an address.
    struct Trial
    {
        bool known = false; ///< there is an address and the patterns can be read
        bool taken = false;
        QString text;
    };
    static Trial tryOn(const CrawlValues &values, const QString &address);

    /// The addresses of a form, taken apart. Takes long when there are many; any thread.
    struct List
    {
        QString text;
        jobs::AddressInput input;
    };
    static List readList(const QString &text);
    /// What is known of the same text is not read again, here or by readList(text, known).
    void keep(List list) const { m_list = std::move(list); }
    const List &list() const { return m_list; } ///< what was read last
    static List readList(const QString &text, const List &known);

    /// All that a start needs to know, read out of a form with perhaps a long list; any thread.
    struct Prepared
    {
        List list;
        QList<CrawlProblem> problems;
        session::RunParams params; ///< without problems
    };
    /// known: what list() has.
    static Prepared prepare(const CrawlValues &values, const List &known);

private:
    const jobs::AddressInput &read(const QString &addresses) const;

    mutable List m_list;
};

} // namespace linnet::gui
