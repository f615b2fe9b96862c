// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dictionarychoices.h"

#include "table/codetitle.h"
#include "table/vacancyschema.h"
#include "vacancies/vacancysource.h"

#include <QCoreApplication>

#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("linnet::gui::Choices", text);
}

} // namespace

std::vector<Choice> experienceChoices()
{
    return {{u"noExperience"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "no experience"))},
            {u"between1And3"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "1 to 3 years"))},
            {u"between3And6"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "3 to 6 years"))},
            {u"moreThan6"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "over 6 years"))}};
}

std::vector<Choice> workFormatChoices()
{
    return {{u"ON_SITE"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "at the employer's"))},
            {u"REMOTE"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "remote"))},
            {u"HYBRID"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "hybrid"))},
            {u"FIELD_WORK"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "travelling"))}};
}

std::vector<Choice> employmentChoices()
{
    return {{u"FULL"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "full"))},
            {u"PART"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "part-time"))},
            {u"PROJECT"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "project or one-off"))},
            {u"FLY_IN_FLY_OUT"_s, say(QT_TRANSLATE_NOOP("linnet::gui::Choices", "fly-in, fly-out"))}};
}

std::vector<Choice> sourceChoices()
{
    const auto &column =
        table::vacancySchema().columns[size_t(std::to_underlying(table::VacancyColumn::Source))];
    std::vector<Choice> result;
    for (const vacancies::VacancySource *source : vacancies::allSources())
        result.push_back({source->id(), table::codeTitle(column, source->id())});
    return result;
}

} // namespace linnet::gui
