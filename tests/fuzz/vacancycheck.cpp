// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/vacancycheck.h"

#include "fuzz/fuzzinput.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace linnet::fuzz {

using namespace Qt::Literals::StringLiterals;
using namespace vacancies;

Query chosenQuery(FuzzInput &input)
{
    Query query;
    if (input.choice(3) == 0)
        return query;
    query.text = u"data (analyst OR аналитик) NOT lead"_s;
    query.field = SearchField(input.choice(4));
    query.exclude = {u"junior"_s, u"стажёр"_s};
    if (input.choice(2) == 0)
        query.salary = 100'000;
    query.onlyWithSalary = input.choice(3) == 0;
    query.experience = {u"between1And3"_s};
    query.workFormat = {u"REMOTE"_s};
    query.employment = {u"FULL"_s};
    if (input.choice(2) == 0) {
        query.dateFrom = QDate(2026, 1, 1);
        query.dateTo = QDate(2026, 12, 31);
    }
    return query;
}

void checkVacancy(const Vacancy &vacancy, const QString &source)
{
    require(vacancy.source == source && !vacancy.id.isEmpty(), "a vacancy has its id");
    for (const std::optional<double> &number :
         {vacancy.salaryFrom, vacancy.salaryTo, vacancy.lat, vacancy.lng})
        require(!number || std::isfinite(*number), "a number is a number");
    const table::Cells cells = vacancy.toRow();
    require(cells.size() == table::vacancySchema().columns.size(), "a row has all its cells");
    for (const table::Value &cell : cells)
        require(!table::toText(cell).contains(QChar::Null), "no text has a NUL");
}

void checkPage(const ListPage &page, qsizetype items, const QString &source)
{
    require(qsizetype(page.vacancies.size() + page.leftOut.size()) + page.unreadable == items,
            "every item is a row, left out or unreadable");
    require(page.notes.size() == page.unreadable, "what is unreadable is named");
    require(page.details.empty() || page.details.size() == page.vacancies.size(), "each row has its details");
    for (const Vacancy &vacancy : page.vacancies)
        checkVacancy(vacancy, source);
    for (const LeftOut &leftOut : page.leftOut) {
        checkVacancy(leftOut.vacancy, source);
        require(!leftOut.rule.isEmpty(), "what is left out names its rule");
    }
    require(page.found >= -1 && page.pages >= -1 && page.pages <= 10'000 && page.perPage >= 0,
            "the counts of a page make sense");
}

void checkJudgement(const VacancySource &source, const QByteArray &body, FuzzInput &input)
{
    static constexpr std::array Statuses{200, 204, 301, 400, 401, 403, 404, 410, 429, 500, 503, 999};
    net::Response response;
    response.url = QUrl(u"http://api.example/vacancies?page=3&offset=3&limit=100"_s);
    response.status = Statuses[input.choice(Statuses.size())];
    response.body = body;
    const Judgement judgement = source.judge(response);
    if (judgement.verdict == Verdict::Captcha) {
        const QUrl url(judgement.error.detail);
        require(judgement.error.detail.isEmpty() || url.scheme() == "http"_L1 || url.scheme() == "https"_L1,
                "the address of a captcha is one of the web");
    }
    require(judgement.verdict == Verdict::Usable || judgement.error.reason != Reason::None,
            "what cannot be used has its reason");
}

} // namespace linnet::fuzz
