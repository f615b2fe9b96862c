// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/sources.h"

#include "vacancies/hh/hhsource.h"
#include "vacancies/trudvsem/trudvsemsource.h"

namespace linnet::vacancies {

std::vector<const VacancySource *> allSources()
{
    static const HhSource hh;
    static const TrudvsemSource trudvsem;
    return {&hh, &trudvsem};
}

const VacancySource *sourceById(QStringView id)
{
    for (const VacancySource *source : allSources()) {
        if (source->id() == id)
            return source;
    }
    return nullptr;
}

} // namespace linnet::vacancies
