// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/insightquestion.h"

#include "models/insight/ownquestion.h"
#include "table/checkschema.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <span>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = InsightQuestion::Kind;

/// One that everybody has.
struct Ready
{
    QLatin1StringView key;
    const char *title;
    Kind kind;
    QLatin1StringView column;
    QLatin1StringView measure = {};
    QLatin1StringView split = {};
};

// clang-format off
constexpr Ready OfVacancies[] = {
    {"paid"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "What is paid?"), Kind::Spread, "pay"_L1},
    {"pay_experience"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "What does experience go with?"), Kind::Paid, "experience"_L1, "pay"_L1},
    {"pay_area"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Where is how much paid?"), Kind::Paid, "area"_L1, "pay"_L1},
    {"pay_skills"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which skills go with which pay?"), Kind::Paid, "skills"_L1, "pay"_L1},
    {"premium_skills"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which skills go with more pay?"), Kind::Premium, "skills"_L1, "pay"_L1},
    {"pay_grade"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "What is paid at which grade?"), Kind::Paid, "grade"_L1, "pay"_L1},
    {"pay_region"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "What is paid in which region?"), Kind::Paid, "region"_L1, "pay"_L1},
    {"skills"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which skills are asked for?"), Kind::Groups, "skills"_L1},
    {"pairs_skills"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which skills go together?"), Kind::Pairs, "skills"_L1},
    {"areas"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Where are the jobs?"), Kind::Groups, "area"_L1},
    {"map"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Where on the map?"), Kind::Map, "lat"_L1},
    {"employers"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Who hires?"), Kind::Groups, "employer"_L1},
    {"pairs_employers"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which employers ask for which skills?"), Kind::Pairs, "employer"_L1, {}, "skills"_L1},
    {"work_format"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Where is the work done?"), Kind::Groups, "work_format"_L1},
    {"age"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "How old are the ads?"), Kind::Age, "age_days"_L1},
    {"sources"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which sources are the ads from?"), Kind::Groups, "source"_L1},
    {"pay_rule"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "How did the pay come about?"), Kind::Groups, "pay_rule"_L1},
    {"known"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "How complete are the data?"), Kind::Known, {}},
    {"coverage"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "What does each source tell?"), Kind::Coverage, "source"_L1},
};
constexpr Ready OfPages[] = {
    {"status"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "What do the servers answer?"), Kind::Groups, "status"_L1},
    {"verdict"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "What is wrong?"), Kind::Groups, "verdict"_L1},
    {"depth"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "How many clicks away are the pages?"), Kind::Groups, "depth"_L1},
    {"seconds"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "How long do answers take?"), Kind::Spread, "seconds"_L1},
    {"seconds_type"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which kinds of files are slow?"), Kind::Paid, "type"_L1, "seconds"_L1},
    {"size"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "How large are the pages?"), Kind::Spread, "size"_L1},
    {"types"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which kinds of files are there?"), Kind::Groups, "type"_L1},
};
constexpr Ready OfChecks[] = {
    {"status"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "What do the servers answer?"), Kind::Groups, "status"_L1},
    {"reasons"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Why do addresses fail?"), Kind::Groups, "reason"_L1},
    {"seconds"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "How long do answers take?"), Kind::Spread, "seconds"_L1},
    {"types"_L1, QT_TRANSLATE_NOOP("linnet::models::InsightQuestion", "Which kinds of files are there?"), Kind::Groups, "type"_L1},
};
// clang-format on

std::span<const Ready> readyOf(const table::Schema &schema)
{
    if (&schema.rows() == &table::vacancySchema())
        return OfVacancies;
    if (&schema.rows() == &table::pageSchema())
        return OfPages;
    if (&schema.rows() == &table::checkSchema())
        return OfChecks;
    return {};
}

} // namespace

QList<InsightQuestion> InsightQuestion::of(const table::Schema &schema)
{
    QList<InsightQuestion> questions;
    for (const Ready &ready : readyOf(schema))
        questions.append({.key = ready.key,
                          .title = ready.title,
                          .kind = ready.kind,
                          .column = ready.column,
                          .measure = ready.measure,
                          .split = ready.split,
                          .name = {}});
    return questions;
}

QList<InsightQuestion> InsightQuestion::of(const table::Schema &schema, const QString &memo)
{
    QList<InsightQuestion> questions = of(schema);
    if (questions.isEmpty())
        return questions;
    for (const OwnQuestion &own : OwnQuestion::fromMemo(memo)) {
        if (const std::optional<InsightQuestion> question = own.over(schema))
            questions.append(*question);
    }
    return questions;
}

} // namespace linnet::models
