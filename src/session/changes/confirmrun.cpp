// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/confirmrun.h"

#include "jobs/requestspec.h"
#include "net/hostkey.h"
#include "session/runkinds.h"
#include "table/changes/changeschema.h"
#include "table/vacancyschema.h"
#include "vacancies/search/sources.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <optional>
#include <utility>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("linnet::session", text);
}

QString counted(const char *text, qint64 count)
{
    return QCoreApplication::translate("linnet::session", text, nullptr, int(count));
}

QString textOf(const table::Cells &row, VacancyColumn column)
{
    return table::toText(row[size_t(std::to_underlying(column))]);
}

/// What is asked for an ad, and the row that it begins with.
struct Question
{
    store::RowWrite row;
    store::WorkAdd work;
};

std::optional<Question> questionOf(const vacancies::SearchSpec &spec, const QString &key, table::Cells row)
{
    const QString id = textOf(row, VacancyColumn::Source);
    const auto asked = std::ranges::find(spec.sources, id, &vacancies::SearchSpec::Source::id);
    const vacancies::VacancySource *source = vacancies::sourceById(id);
    if (asked == spec.sources.end() || !source)
        return std::nullopt;
    const QUrl base = asked->base.isEmpty() ? source->defaultBase() : asked->base;
    const QUrl address =
        source->adAddress(base, textOf(row, VacancyColumn::Id), textOf(row, VacancyColumn::AlternateUrl));
    if (address.isEmpty())
        return std::nullopt;
    row[size_t(std::to_underlying(VacancyColumn::State))] = u"listed"_s;
    row[size_t(std::to_underlying(VacancyColumn::Archived))] = {};
    return Question{
        {&table::vacancySchema(), key, std::move(row), store::RowMode::Keep},
        {address.toString(QUrl::FullyEncoded), id + u"/detail"_s, net::HostKey(base).toString(), key, 0}};
}

} // namespace

Result<RunParams> confirmRun(const QString &projectPath, const RunChanges &changes,
                             const table::Filter &filter)
{
    auto spec =
        changes.runs().rows == &table::vacancySchema()
            ? RunParams::search(changes.runs().newer.params)
            : fail(Reason::BadValue,
                   sentence(QT_TRANSLATE_NOOP("linnet::session", "Only ads can be asked for one by one.")));
    const auto requests = RunParams::requests(changes.runs().newer.params);
    if (!spec || !requests)
        return std::unexpected(spec ? requests.error() : spec.error());
    spec->countOnly = false;
    spec->day = QDate::currentDate();
    const auto changed = store::RowReader::open(changes.path());
    const auto project = store::RowReader::open(projectPath);
    if (!changed || !project)
        return std::unexpected(changed ? project.error() : changed.error());
    const table::Condition missing{u"change"_s, table::FilterOp::OneOf, {u"gone"_s, u"not_seen"_s}, false};
    table::Filter wanted = filter;
    wanted.conditions.append(missing);
    const auto ids = (*changed)->ids({&changes.schema(), {}, wanted, {}});
    auto rows = ids ? (*project)->rows(table::vacancySchema(), *ids) : std::unexpected(ids.error());
    const auto keys = rows ? (*project)->keys(table::vacancySchema(), *ids) : std::unexpected(rows.error());
    if (!keys)
        return std::unexpected(keys.error());
    RunParams params = RunParams::of(*spec, *requests);
    params.params.insert(runparam::Confirm, true);
    for (size_t i = 0; i < rows->size(); ++i) {
        auto question = questionOf(*spec, (*keys)[qsizetype(i)], std::move((*rows)[i]));
        if (!question)
            continue;
        params.first.rows.push_back(std::move(question->row));
        params.first.newWork.push_back(std::move(question->work));
    }
    return params;
}

Result<Confirmed> confirmedBy(store::RowReader &reader, RunId run)
{
    Confirmed result;
    const auto count = [&](QList<table::Condition> conditions) {
        return reader.count({&table::vacancySchema(), {run}, {std::move(conditions)}, {}});
    };
    const auto is = [](const QString &column, table::Value value) {
        return table::Condition{column, table::FilterOp::Equals, {std::move(value)}, false};
    };
    const table::Condition isArchived = is(u"archived"_s, true);
    const auto archived = count({is(u"state"_s, u"complete"_s), isArchived});
    const auto read = count({is(u"state"_s, u"complete"_s)});
    const auto gone = count({is(u"state"_s, u"gone"_s)});
    const auto failed = count({is(u"state"_s, u"failed"_s)});
    const auto rest = count({is(u"state"_s, u"listed"_s)});
    for (const auto *each : {&archived, &read, &gone, &failed, &rest}) {
        if (!*each)
            return std::unexpected(each->error());
    }
    return Confirmed{*read - *archived, *archived, *gone, *failed, *rest};
}

QString confirmedInWords(const Confirmed &confirmed)
{
    const std::pair<const char *, qint64> all[] = {
        {QT_TRANSLATE_N_NOOP("linnet::session", "%Ln still open"), confirmed.open},
        {QT_TRANSLATE_N_NOOP("linnet::session", "%Ln archived or closed"), confirmed.archived},
        {QT_TRANSLATE_N_NOOP("linnet::session", "%Ln not found any more"), confirmed.notFound},
        {QT_TRANSLATE_N_NOOP("linnet::session", "%Ln could not be asked"), confirmed.failed},
        {QT_TRANSLATE_N_NOOP("linnet::session", "%Ln not asked yet"), confirmed.notAsked},
    };
    QStringList parts;
    for (const auto &[text, count] : all) {
        if (count > 0)
            parts.append(counted(text, count));
    }
    return parts.join(u", ");
}

} // namespace linnet::session
