// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

namespace linnet::vacancies {

/// HeadHunter (api.hh.ru): a listing of up to 2,000 vacancies per query and one request for the details of
/// each. Both generations of its fields are read, and every field may be missing, null or of another type.
class HhSource final : public VacancySource
{
public:
    const SourceFacts &facts() const override;
    Result<void> checkRegions(const QStringList &regions) const override;

    std::optional<Query> queryAt(const QUrl &address) const override;
    QStringList splitValues(const Query &query, SplitKey key) const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;
    net::Request detail(const QUrl &url) const override;
    QUrl adAddress(const QUrl &base, const QString &id, const QString &page) const override;
    QUrl tokenTest(const QUrl &base) const override;
    net::Request suggest(const QString &typed, const QUrl &base) const override;
    QStringList suggestions(const net::Response &response) const override;
    net::Request suggestEmployers(const QString &typed, const QUrl &base) const override;
    QList<KnownEmployer> employers(const net::Response &response) const override;
    net::Request dictionary(Dictionary::Kind kind, DictionaryLanguage language,
                            const QUrl &base) const override;
    Result<Dictionary> parseDictionary(Dictionary::Kind kind, const QByteArray &body) const override;
    net::Request tokenGrant(const QString &clientId, const QString &secret, const QUrl &base) const override;
    Result<QByteArray> grantedToken(const net::Response &response) const override;

    Judgement judge(const net::Response &response) const override;
    Result<QJsonArray> records(const QByteArray &body, const Query &query) const override;
    Result<ListPage> parseList(const QByteArray &body, const Query &query, const QUrl &base) const override;
    Result<Vacancy> parseDetail(const QByteArray &body, bool contacts = false) const override;
};

} // namespace linnet::vacancies
