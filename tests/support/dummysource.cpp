// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dummysource.h"

#include "vacancies/apiurl.h"

#include <algorithm>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PerPage = 10;

} // namespace

const vacancies::SourceFacts &DummySource::facts() const
{
    static const vacancies::SourceFacts facts{
        .id = u"dummy"_s,
        .title = "Dummy jobs",
        .shortTitle = "Dummy",
        .base = QUrl(u"http://dummy.invalid"_s),
        .practicePath = {},
        .token = vacancies::SourceToken{.variable = "LINNET_DUMMY_TOKEN", .page = {}},
        .terms = {.link = u"http://dummy.invalid/terms"_s, .readOn = u"2026-11-29"_s},
        .hasDetails = false,
        .reachablePages = 50,
        .pageTime = std::chrono::milliseconds(1),
    };
    return facts;
}

net::Request DummySource::listPage(const vacancies::Query &query, const QUrl &base, int page) const
{
    vacancies::ApiUrl url(base, u"/ads"_s);
    url.add("words"_L1, query.text);
    url.add("page"_L1, QString::number(page));
    net::Request request;
    request.url = url.url();
    return request;
}

net::Request DummySource::detail(const QUrl &url) const
{
    net::Request request;
    request.url = url;
    return request;
}

QUrl DummySource::tokenTest(const QUrl &base) const
{
    return vacancies::ApiUrl(base, u"/whoami"_s).url();
}

vacancies::Judgement DummySource::judge(const net::Response &response) const
{
    if (response.status == 200)
        return {};
    return {vacancies::Verdict::Failed, {Reason::HttpStatus, response.status, {}}};
}

Result<vacancies::ListPage> DummySource::parseList(const QByteArray &body, const vacancies::Query &,
                                                   const QUrl &) const
{
    const QList<QByteArray> lines = body.trimmed().split('\n');
    vacancies::ListPage page;
    page.found = lines.front().toInt();
    page.pages = int((page.found + PerPage - 1) / PerPage);
    for (const QByteArray &line : lines.sliced(1)) {
        vacancies::Vacancy vacancy;
        vacancy.source = id();
        vacancy.id = QString::fromUtf8(line).section(u' ', 0, 0);
        vacancy.name = QString::fromUtf8(line).section(u' ', 1);
        vacancy.state = u"complete"_s;
        page.vacancies.push_back(std::move(vacancy));
    }
    return page;
}

Result<vacancies::Vacancy> DummySource::parseDetail(const QByteArray &, bool) const
{
    return fail(Reason::BadBody);
}

QByteArray DummySource::page(int all, int page)
{
    QByteArray text = QByteArray::number(all) + '\n';
    for (int i = page * PerPage; i < std::min(all, (page + 1) * PerPage); ++i)
        text += QByteArray::number(i + 1) + " Ad " + QByteArray::number(i + 1) + '\n';
    return text;
}

} // namespace linnet::test
