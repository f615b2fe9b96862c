// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/insightfigures.h"

#include "analysis/stats/groupstats.h"
#include "comparable/ruletable.h"
#include "models/insight/insightanswer.h"
#include "store/sqlite/payfunction.h"
#include "table/vacancyschema.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<double> medianOf(const analysis::GroupStats &group, const analysis::Fewest &fewest)
{
    return group.known >= fewest.forMedian && group.spread ? std::optional(group.spread->median)
                                                           : std::nullopt;
}

Result<std::vector<comparable::RuleLine>> ruleLines(store::RowReader &reader,
                                                    const std::optional<QByteArray> &rules)
{
    QByteArray text = rules.value_or(QByteArray());
    if (!rules) {
        const auto memos = reader.memos();
        if (!memos)
            return std::unexpected(memos.error());
        text = memos->value(QString::fromLatin1(store::PayRulesMemo)).toUtf8();
    }
    auto lines = comparable::readRuleTable(text);
    return lines ? std::move(*lines) : std::vector<comparable::RuleLine>();
}

} // namespace

Result<InsightFigures> InsightFigures::of(store::RowReader &reader, const store::RowQuery &rows,
                                          std::stop_token stop, const analysis::Fewest &fewest)
{
    InsightFigures figures;
    if (&rows.schema->rows() != &table::vacancySchema()) {
        const Result<qint64> count = reader.count(rows);
        if (!count)
            return std::unexpected(count.error());
        figures.rows = *count;
        return figures;
    }
    const auto pay = analysis::groupStats(reader,
                                          {.rows = rows,
                                           .by = {int(table::VacancyColumn::SalaryGross)},
                                           .measure = int(table::VacancyColumn::Pay)},
                                          std::move(stop));
    if (!pay)
        return std::unexpected(pay.error());
    figures.rows = pay->all.rows;
    figures.paid = pay->all.known;
    figures.median = medianOf(pay->all, fewest);
    qint64 said = 0;
    for (const analysis::GroupStats &group : pay->top)
        said += table::isNull(group.of[0]) ? 0 : group.known;
    if (figures.paid > 0)
        figures.saidShare = double(said) / double(figures.paid);
    return figures;
}

Result<std::unique_ptr<store::RowReader>>
openForInsight(const QString &projectPath, const std::optional<QByteArray> &rules, bool beforeTax)
{
    auto reader = store::RowReader::open(projectPath);
    auto lines = reader ? ruleLines(**reader, rules) : std::unexpected(reader.error());
    if (!lines)
        return std::unexpected(lines.error());
    comparable::RuleLine basis;
    basis.rule = "basis";
    basis.value = beforeTax ? "gross" : "net";
    lines->push_back(basis);
    if (const Result<void> told = (*reader)->usePayRules(comparable::toRuleTable(*lines)); !told)
        return std::unexpected(told.error());
    return reader;
}

Result<bool> isBeforeTax(const QString &projectPath, const std::optional<QByteArray> &rules)
{
    const auto reader = store::RowReader::open(projectPath);
    const auto lines = reader ? ruleLines(**reader, rules) : std::unexpected(reader.error());
    if (!lines)
        return std::unexpected(lines.error());
    bool result = true;
    for (const comparable::RuleLine &line : *lines) {
        if (line.rule == "basis")
            result = line.value != "net";
    }
    return result;
}

} // namespace linnet::models
