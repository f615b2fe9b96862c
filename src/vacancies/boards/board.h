// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/localfilter.h"
#include "vacancies/vacancysource.h"

namespace linnet::vacancies {

/// What sources have in common that give whole records in JSON and know only a few filters: the rest is
/// checked here (LocalFilter). Such a source is one file: this class with its facts, its addresses, its
/// envelope and its record, and a function that gives the one object, which search/sources.cpp lists.
class Board : public VacancySource
{
public:
    const Dictionary &regions() const override;
    std::optional<QStringList> toSource(const QStringList &areas) const override;
    QStringList fromSource(const QStringList &regions) const override;
    Result<void> checkRegions(const QStringList &regions) const override;

    /// A period becomes dates; each side of an OR is a listing where the source is asked for words.
    std::vector<Query> split(const Query &query, const QDate &today) const override;
    QStringList splitValues(const Query &query, SplitKey key) const override;
    QStringList ignoredFields(const Query &query) const override;
    net::Request detail(const QUrl &url) const override;
    QUrl tokenTest(const QUrl &base) const override;

    Judgement judge(const net::Response &response) const override;
    Result<ListPage> parseList(const QByteArray &body, const Query &query, const QUrl &base) const override;
    Result<QJsonArray> records(const QByteArray &body, const Query &query) const override;
    /// Of a body that is one record.
    Result<Vacancy> parseDetail(const QByteArray &body, bool contacts = false) const override;

protected:
    /// The numbers of a page, without its ads, and its records.
    struct Envelope
    {
        ListPage page = {};
        QJsonArray records = {};
    };

    /// The one country that it knows, as hh.ru numbers it; null = the world: its regions are countries.
    virtual QString country() const { return {}; }
    /// Of a source of one country; what stands in resources/dictionaries.
    virtual QLatin1StringView regionList() const { return {}; }
    /// How it is checked when it is asked for this.
    virtual FilterHabits habits(const Query &query) const = 0;
    /// Whether each ad of its lists is asked for, too.
    virtual bool asksDetails(const Query &) const { return facts().hasDetails; }
    virtual Result<Envelope> envelope(const QByteArray &body, const Query &query) const = 0;
    /// The source's id and the day are filled in by whoever calls it. contacts: Query::contacts.
    virtual FoundAd read(const QJsonObject &record, bool contacts) const = 0;
    /// In its words for people, of an answer that is no page.
    virtual QString refusal(const QByteArray &body) const;

    /// For ids that become parts of addresses: null unless it is of letters, digits and hyphens.
    static QString plainId(const QString &id);
    static net::Request get(const QUrl &url);
    /// A question that is posted. What makes it another one must be in the address, too: that is what work is
    /// known by.
    static net::Request ask(const QUrl &url, const QJsonObject &question);
    /// The words to ask for, without signs; empty = everything.
    static QString askedWords(const Query &query);
    /// So many pages hold so many ads.
    static int pagesFor(qint64 found, int perPage);

private:
    FoundAd readWhole(const QJsonObject &record, bool contacts, const QString &state) const;
};

} // namespace linnet::vacancies
