// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

namespace linnet::test {

/// The least that a vacancy source is: plain pages of ten lines "number name", the number of all ads first.
/// What the program must know of a source it learns from this class alone.
class DummySource final : public vacancies::VacancySource
{
public:
    const vacancies::SourceFacts &facts() const override;
    net::Request listPage(const vacancies::Query &query, const QUrl &base, int page) const override;
    net::Request detail(const QUrl &url) const override;
    QUrl tokenTest(const QUrl &base) const override;
    vacancies::Judgement judge(const net::Response &response) const override;
    Result<vacancies::ListPage> parseList(const QByteArray &body, const vacancies::Query &query,
                                          const QUrl &base) const override;
    Result<vacancies::Vacancy> parseDetail(const QByteArray &body, bool contacts = false) const override;

    /// The page that its server answers.
    static QByteArray page(int all, int page);
};

} // namespace linnet::test
