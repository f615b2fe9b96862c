// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

namespace linnet::vacancies {

/// SuperJob (api.superjob.ru): asked with the key of a registered application, whole records in the listing,
/// 500 per query. It is asked for words, places, pay and time; the rest is checked here.
class SuperjobSource final : public VacancySource
{
public:
    const SourceFacts &facts() const override;
    const Dictionary &regions() const override;
    std::optional<QStringList> toSource(const QStringList &areas) const override;
    QStringList fromSource(const QStringList &regions) const override;
    Result<void> checkRegions(const QStringList &regions) const override;

    std::vector<Query> split(const Query &query, const QDate &today) const override;
    QStringList splitValues(const Query &query, SplitKey key) const override;
    bool takesSeveral(SplitKey key) const override;
    QStringList ignoredFields(const Query &query) const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;
    net::Request detail(const QUrl &url) const override;
    QUrl adAddress(const QUrl &base, const QString &id, const QString &page) const override;
    QUrl tokenTest(const QUrl &base) const override;

    Judgement judge(const net::Response &response) const override;
    Result<QJsonArray> records(const QByteArray &body, const Query &query) const override;
    Result<ListPage> parseList(const QByteArray &body, const Query &query, const QUrl &base) const override;
    Result<Vacancy> parseDetail(const QByteArray &body, bool contacts = false) const override;
};

} // namespace linnet::vacancies
