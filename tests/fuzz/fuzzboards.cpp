// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzboards.h"

#include "fuzz/fuzzinput.h"
#include "fuzz/vacancycheck.h"
#include "vacancies/search/sources.h"

#include <algorithm>
#include <array>

namespace linnet::fuzz {

int fuzzBoards(const std::uint8_t *data, std::size_t size)
{
    using namespace Qt::Literals::StringLiterals;
    FuzzInput input(data, size);
    const QUrl base(u"http://api.example/root"_s);
    const vacancies::Query chosen = chosenQuery(input);
    constexpr std::array services{"greenhouse:x"_L1, "lever:x"_L1,    "ashby:x"_L1,   "smartrecruiters:x"_L1,
                                  "recruitee:x"_L1,  "workable:x"_L1, "personio:x"_L1};
    const QString company = services[input.choice(unsigned(services.size()))];
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        if (!source->facts().onRequest)
            continue;
        vacancies::Query query = chosen;
        query.employers = source->ownEmployers({company});
        const bool hasDetails =
            source->facts().hasDetails && (query.employers.isEmpty() || company.startsWith("smart"_L1));
        if (const Result<vacancies::ListPage> page = source->parseList(input.bytes(), query, base)) {
            const auto items = qsizetype(page->vacancies.size() + page->leftOut.size()) + page->unreadable;
            checkPage(*page, items, source->id());
            const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || c == u'-'; };
            require(std::ranges::all_of(page->next, isPlain), "the name of a page leads nowhere else");
            require(page->details.empty() == (page->vacancies.empty() || !hasDetails),
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
