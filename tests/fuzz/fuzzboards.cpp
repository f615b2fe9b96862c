// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzboards.h"

#include "fuzz/fuzzinput.h"
#include "fuzz/vacancycheck.h"
#include "vacancies/search/sources.h"

#include <algorithm>

namespace linnet::fuzz {

int fuzzBoards(const std::uint8_t *data, std::size_t size)
{
    using namespace Qt::Literals::StringLiterals;
    FuzzInput input(data, size);
    const QUrl base(u"http://api.example/root"_s);
    const vacancies::Query query = chosenQuery(input);
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        if (!source->facts().onRequest)
            continue;
        if (const Result<vacancies::ListPage> page = source->parseList(input.bytes(), query, base)) {
            const auto items = qsizetype(page->vacancies.size() + page->leftOut.size()) + page->unreadable;
            checkPage(*page, items, source->id());
            const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || c == u'-'; };
            require(std::ranges::all_of(page->next, isPlain), "the name of a page leads nowhere else");
            require(page->details.empty() == (page->vacancies.empty() || !source->facts().hasDetails),
                    "details are asked where there are any");
        } else {
            require(page.error().reason == Reason::BadBody, "an answer that is no page is broken");
        }
        if (const Result<vacancies::Vacancy> vacancy = source->parseDetail(input.bytes(), true))
            checkVacancy(*vacancy, source->id());
        checkJudgement(*source, input.bytes(), input);
    }
    return 0;
}

} // namespace linnet::fuzz
