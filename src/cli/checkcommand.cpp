// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checkcommand.h"

#include "cli/output/madetable.h"
#include "session/runparams.h"
#include "table/checkschema.h"

#include <QJsonObject>

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using checks::CheckInput;
using checks::InputReader;

namespace {

/// Lines told one by one; the summary names them all.
constexpr qsizetype ToldLines = 20;

Result<int> columnOf(const checks::InputTable &table, const QString &word)
{
    if (word.isEmpty())
        return table.column;
    const qsizetype named = table.names.indexOf(word);
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    if (named >= 0)
        return int(named);
    if (isNumber && number >= 1 && number <= std::max(1, table.columnCount()))
        return number - 1;
    return fail(Reason::BadValue, u"--column %1: %2"_s.arg(word, table.names.join(u", ")));
}

} // namespace

CheckCommand::CheckCommand(QObject *parent)
    : RunCommand(table::checkSchema(), parent)
{
}

QString CheckCommand::summary() const
{
    return tr("Ask addresses: status, seconds, size, beginning of the text.");
}

void CheckCommand::addOptions(Options &options) const
{
    options.addPositional(u"url"_s, tr("Addresses to check."), u"[URL…]"_s);
    options.add({u"file"_s}, tr("Read addresses from FILE: one a line, or a column of a CSV file."),
                u"FILE"_s);
    options.add({u"column"_s}, tr("Name or number of the column; else the one that has addresses."),
                u"NAME"_s);
    options.add(
        {u"redirects"_s},
        tr("Instead: a CSV file with the columns old and new. Each old address is asked and followed to its "
           "end; rows are url, expected, final, verdict, hops, status, reason, line. Verdicts: as_expected, "
           "other_address, chain, no_redirect, loop, error, new_not_200. The status is 1 unless all are as "
           "expected by one redirect."),
        u"FILE"_s);
    options.add({u"assume-https"_s}, tr("Put https:// before addresses that have no scheme."));
    options.add({u"preview"_s}, tr("How many characters of the text to keep."), u"N"_s, u"100"_s);
    options.add({u"head"_s}, tr("Ask with HEAD: no text, little traffic."));
    options.add({u"sequential"_s}, tr("Strictly one after another."));
    options.add({u"compare"_s}, tr("One after another, then all at once, and what that saves."));
    options.add({u"repeat"_s}, tr("With --compare: so many times, and the medians."), u"N"_s, u"1"_s);
    options.add({u"watch"_s}, tr("Again every so many minutes, until Ctrl+C; rows are what changed."),
                u"MINUTES"_s);
    OutputOptions::addTo(options);
    RequestOptions::addTo(options);
}

void CheckCommand::start(const QStringList &args)
{
    Options options(summary());
    addOptions(options);
    if (endedByParsing(options, args))
        return;
    const bool isOfRedirects = options.isSet(u"redirects"_s);
    const auto output = OutputOptions::read(options, isOfRedirects ? checks::redirectSchema() : schema());
    const auto requests = RequestOptions::read(options);
    const auto spec = readSpec(options);
    const auto input = isOfRedirects ? readRedirects(options) : readInput(options);
    if (endedByErrors(output, requests, spec, input))
        return;
    tellInput(*input);
    if (input->addresses.empty()) {
        endWith(BadUsage, {Reason::BadValue, 0, tr("no address to check")});
        return;
    }
    for (const checks::CheckAddress &address : input->addresses) {
        if (address.line == 0)
            m_arguments.insert(address.text(), m_arguments.size());
    }
    m_spec = *spec;
    m_spec.title = options.text(isOfRedirects ? u"redirects"_s : u"file"_s);
    m_spec.list = checks::fingerprint(input->addresses);
    if (prepare(*output, *requests,
                {{u"--file"_s, options.text(u"file"_s), FileRole::Use::Read},
                 {u"--redirects"_s, options.text(u"redirects"_s), FileRole::Use::Read}}))
        follow(session().start(session::RunParams::of(
            m_spec, requests->spec, checks::firstWork(m_spec, input->addresses, input->refused),
            checks::loginsOf(input->addresses))));
}

Result<checks::CheckSpec> CheckCommand::readSpec(const Options &options) const
{
    checks::CheckSpec spec;
    const auto preview = options.integer(u"preview"_s, 0, checks::CheckSpec::MostLetters);
    const auto repeat = options.integer(u"repeat"_s, 1, checks::CheckSpec::MostRepetitions);
    if (!preview || !repeat)
        return std::unexpected(!preview ? preview.error() : repeat.error());
    if (options.isSet(u"watch"_s)) {
        const auto watch = options.integer(u"watch"_s, 1, 24 * 60);
        if (!watch)
            return std::unexpected(watch.error());
        spec.watchMinutes = int(*watch);
    }
    spec.preview = int(*preview);
    spec.method = options.isSet(u"head"_s) ? net::Method::Head : net::Method::Get;
    spec.sequential = options.isSet(u"sequential"_s);
    spec.comparisons = options.isSet(u"compare"_s) ? int(*repeat) : 0;
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

Result<CheckInput> CheckCommand::readInput(const Options &options) const
{
    const auto noScheme =
        options.isSet(u"assume-https"_s) ? InputReader::NoScheme::TakeAsHttps : InputReader::NoScheme::Refuse;
    CheckInput input = CheckInput::of(jobs::AddressInput::fromList(options.positional(), 1, noScheme));
    // An argument stands on no line.
    for (checks::CheckAddress &address : input.addresses)
        address.line = 0;
    for (checks::RefusedLine &refused : input.refused)
        refused.line = 0;
    input.repeated.clear();
    if (!options.isSet(u"file"_s))
        return input;
    const auto bytes = InputReader::load(options.text(u"file"_s));
    if (!bytes)
        return fail(Reason::BadValue, u"--file "_s + bytes.error().detail);
    const checks::InputTable table = InputReader::read(*bytes);
    const auto column = columnOf(table, options.text(u"column"_s));
    if (!column)
        return std::unexpected(column.error());
    input.add(InputReader::take(table, *column, noScheme));
    return input;
}

Result<CheckInput> CheckCommand::readRedirects(const Options &options)
{
    for (const QString &other : {u"file"_s, u"column"_s, u"compare"_s, u"watch"_s}) {
        if (options.isSet(other))
            return fail(Reason::BadValue, u"--redirects, --"_s + other);
    }
    if (!options.positional().isEmpty())
        return fail(Reason::BadValue, u"--redirects, "_s + options.positional().join(u' '));
    const auto bytes = InputReader::load(options.text(u"redirects"_s));
    if (!bytes)
        return fail(Reason::BadValue, u"--redirects "_s + bytes.error().detail);
    auto map = checks::RedirectMap::read(*bytes, options.isSet(u"assume-https"_s)
                                                     ? InputReader::NoScheme::TakeAsHttps
                                                     : InputReader::NoScheme::Refuse);
    if (!map)
        return fail(Reason::BadValue,
                    u"--redirects %1: %2"_s.arg(options.text(u"redirects"_s), map.error().detail));
    m_redirects = std::move(*map);
    return m_redirects->input();
}

void CheckCommand::tellInput(const CheckInput &input)
{
    qsizetype told = 0;
    for (const checks::RefusedLine &refused : input.refused) {
        if (++told > ToldLines)
            break;
        const QString about =
            refused.line > 0 ? tr("line %1: %2").arg(refused.line).arg(refused.text) : refused.text;
        console().complain(refused.error, about);
    }
    if (const qsizetype more = qsizetype(input.refused.size()) - ToldLines; more > 0)
        console().say(tr("… and %n more line(s) that are no addresses.", nullptr, int(more)));
    for (qsizetype i = 0; i < std::min(input.repeated.size(), ToldLines); ++i)
        console().say(tr("Line %1 repeats line %2; it is asked once.")
                          .arg(input.repeated[i].line)
                          .arg(input.repeated[i].firstLine));
    if (const qsizetype more = input.repeated.size() - ToldLines; more > 0)
        console().say(tr("… and %n more repeated line(s).", nullptr, int(more)));
}

/// Rows come in the order of the list; what a watch tells, in the order of the changes. Of a comparison the
/// rows are those of its last part; the others are in the project.
store::RowQuery CheckCommand::query(store::RunId run) const
{
    store::RowQuery query = RunCommand::query(run);
    if (m_spec.watchMinutes == 0)
        query.sort = {{u"line"_s, false}};
    if (m_spec.comparisons > 0) {
        query.filter.conditions.append({u"phase"_s, table::FilterOp::Equals, {u"concurrent"_s}, false});
        query.filter.conditions.append(
            {u"round"_s, table::FilterOp::Equals, {qint64(m_spec.comparisons)}, false});
    }
    return query;
}

RowOutput::Arrange CheckCommand::arrangement(store::RunId run) const
{
    if (m_arguments.size() < 2 || m_spec.watchMinutes > 0)
        return {};
    return [this, run](store::RowReader &reader, store::IdVector &ids) { return arrange(reader, run, ids); };
}

/// Addresses that were given one by one have no line, but an order.
Result<void> CheckCommand::arrange(store::RowReader &reader, store::RunId run, store::IdVector &ids) const
{
    store::RowQuery given = query(run);
    given.sort = {};
    given.filter.conditions.append({u"line"_s, table::FilterOp::Empty, {}, false});
    const auto found = reader.ids(given);
    const auto rows = found ? reader.rows(schema(), *found) : std::unexpected(found.error());
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<std::pair<qsizetype, qint64>> placed;
    for (size_t i = 0; i < rows->size(); ++i) {
        const QString url = table::toText((*rows)[i][std::to_underlying(table::CheckColumn::Url)]);
        placed.emplace_back(m_arguments.value(url, m_arguments.size()), (*found)[i]);
    }
    const std::set<qint64> moved(found->begin(), found->end());
    std::ranges::stable_sort(placed, {}, &std::pair<qsizetype, qint64>::first);
    auto next = placed.begin();
    for (qint64 &id : ids) {
        if (moved.contains(id))
            id = (next++)->second;
    }
    return {};
}

void CheckCommand::amend(std::vector<store::WorkFailure> &failures) const
{
    const QString kind = m_spec.phases().back().kind();
    std::erase_if(failures, [&](const store::WorkFailure &failure) {
        return m_spec.comparisons > 0 && failure.kind != kind && failure.kind != checks::RefusedKind;
    });
    for (store::WorkFailure &failure : failures) {
        if (failure.kind != checks::RefusedKind)
            failure.url = checks::addressOf(failure.url);
    }
}

checks::Comparison CheckCommand::comparison() const
{
    const auto reader = session().project().reader();
    const auto runs = reader ? (*reader)->runs() : std::unexpected(reader.error());
    return checks::Comparison::ofCounts(runs && !runs->empty() ? runs->back().counts : QJsonObject());
}

void CheckCommand::amend(QJsonObject &summary) const
{
    QJsonObject verdicts;
    for (int i = 0; i < checks::RedirectVerdicts; ++i)
        verdicts.insert(checks::redirectVerdictCode(checks::RedirectVerdict(i)), m_verdicts[size_t(i)]);
    if (m_redirects)
        summary[u"redirects"_s] = verdicts;
    if (m_spec.comparisons == 0)
        return;
    const checks::Comparison result = comparison();
    const auto known = [&](double value) { return result.isKnown() ? QJsonValue(value) : QJsonValue(); };
    summary[u"sequential_seconds"_s] = known(result.sequentialSeconds());
    summary[u"concurrent_seconds"_s] = known(result.concurrentSeconds());
    summary[u"saving_percent"_s] = known(result.savingPercent());
}

/// What the answers mean stands in no project: it is said of its rows when they are written.
Result<qint64> CheckCommand::writeRows(store::RunId run)
{
    if (!m_redirects)
        return RunCommand::writeRows(run);
    const auto reader = session().project().reader();
    const auto ids = reader ? (*reader)->ids(query(run)) : std::unexpected(reader.error());
    const auto cursor = ids ? (*reader)->cursor(schema(), {}) : std::unexpected(ids.error());
    if (!cursor)
        return std::unexpected(cursor.error());
    const auto rows = [&](const RowTaker &take) {
        m_verdicts.fill(0);
        Result<void> taken;
        const auto read = (*cursor)->read(*ids, [&](size_t, table::CellViews views) {
            const table::Cells checked = table::toCells(views);
            ++m_verdicts[std::to_underlying(m_redirects->verdict(checked))];
            taken = take(m_redirects->row(checked));
            return taken.has_value();
        });
        return taken ? read : taken;
    };
    return writeTable(checks::redirectSchema(), RowSource(rows), output(), console());
}

bool CheckCommand::isAsAsked() const
{
    const qint64 all = std::accumulate(m_verdicts.begin(), m_verdicts.end(), qint64(0));
    return all == m_verdicts[std::to_underlying(checks::RedirectVerdict::AsExpected)];
}

void CheckCommand::conclude()
{
    // The same in every language: scripts read it.
    QStringList verdicts;
    for (int i = 0; m_redirects && i < checks::RedirectVerdicts; ++i) {
        if (m_verdicts[size_t(i)] > 0)
            verdicts.append(u"%1 %2"_s.arg(checks::redirectVerdictCode(checks::RedirectVerdict(i)))
                                .arg(m_verdicts[size_t(i)]));
    }
    if (!verdicts.isEmpty())
        console().say(verdicts.join(u" · "));
    const checks::Comparison result = m_spec.comparisons > 0 ? comparison() : checks::Comparison({});
    if (!result.isKnown())
        return;
    // The same in every language: scripts read it.
    console().out(
        u"sequential %1 s, concurrent %2 s, saving %3 %"_s.arg(result.sequentialSeconds(), 0, 'f', 3)
            .arg(result.concurrentSeconds(), 0, 'f', 3)
            .arg(result.savingPercent(), 0, 'f', 1));
}

} // namespace linnet::cli
