// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawlcommand.h"

#include "base/boundedfile.h"
#include "cli/output/crawlleftout.h"
#include "links/crawl/crawlpart.h"
#include "session/runparams.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QJsonObject>
#include <QSet>

#include <limits>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using jobs::AddressInput;
using links::CrawlScope;

namespace {

constexpr qint64 LargestFile = 64'000'000; // bytes

/// What is refused is shown and written: not the logins that stand in it.
AddressInput withoutLogins(AddressInput input)
{
    for (AddressInput::Refused &refused : input.refused)
        refused = refused.withoutLogin();
    return input;
}

} // namespace

CrawlCommand::CrawlCommand(QObject *parent)
    : RunCommand(table::linkSchema(), parent)
{
}

QString CrawlCommand::summary() const
{
    return tr("Read pages and their links, of a list or of a whole site.");
}

void CrawlCommand::addOptions(Options &options) const
{
    options.addPositional(u"url"_s, tr("Where to begin."), u"[URL…]"_s);
    options.add({u"file"_s}, tr("Read further addresses from FILE, one a line."), u"FILE"_s);
    options.add({u"part"_s},
                tr("Only the K-th of N shares of the sites: N computers with the same list crawl one each."),
                u"K/N"_s, u"1/1"_s);
    options.add({u"depth"_s}, tr("Clicks to follow; 0 = only the links of the given pages."), u"N"_s, u"0"_s);
    options.add({u"max-pages"_s}, tr("Ask at most so many addresses; 0 = no limit."), u"N"_s, u"0"_s);
    options.add({u"max-minutes"_s}, tr("Stop after so many minutes; 0 = no limit."), u"N"_s, u"0"_s);
    options.add({u"max-megabytes"_s}, tr("Stop after so much was received; 0 = no limit."), u"N"_s, u"0"_s);
    options.add({u"scope"_s}, tr("What belongs to the site: host, domain, prefix (a folder) or any."),
                u"SCOPE"_s, u"host"_s);
    options.offer(u"scope"_s, {u"host"_s, u"domain"_s, u"prefix"_s, u"any"_s});
    options.add({u"include"_s}, tr("Only addresses that this regular expression finds; may be repeated."),
                u"RE"_s);
    options.add({u"exclude"_s}, tr("No addresses that this regular expression finds; may be repeated."),
                u"RE"_s);
    options.add({u"ignore-robots"_s}, tr("Do not obey robots.txt: the site is mine."));
    options.add({u"sitemap"_s}, tr("Read what the site's sitemaps name, too."));
    options.add({u"external"_s}, tr("Also ask whether addresses of other sites are there."));
    options.add(
        {u"external-places"_s},
        tr("The same, and read their pages to see whether the places (#) that links name are there."));
    options.add({u"no-start-forms"_s},
                tr("Do not ask where http and https, with and without www, of the start address lead."));
    options.add({u"no-traps"_s}, tr("Also ask what looks endless: calendars, visitor numbers, filters."));
    options.add({u"keep-bodies"_s}, tr("Keep the pages themselves in the project."));
    options.add({u"pages"_s}, tr("Write the pages to FILE."), u"FILE"_s);
    options.add({u"graph"_s},
                tr("Write the links as a graph to FILE: %1.").arg(exports::endingsOf(&table::linkSchema())),
                u"FILE"_s);
    CrawlSecretOptions::addTo(options);
    OutputOptions::addTo(options, {u"links"_s});
    RequestOptions::addTo(options);
}

void CrawlCommand::start(const QStringList &args)
{
    Options options(summary() + u' ' +
                    tr("While it runs the rows can be read in FILE.part, beside the FILE of --links and of "
                       "--pages, as far as they are known. FILE is written at the end, also after an "
                       "interruption. On standard output rows come at once when all --columns are known "
                       "with their page."));
    addOptions(options);
    if (endedByParsing(options, args))
        return;
    const auto output = OutputOptions::read(options, schema());
    const auto requests = RequestOptions::read(options);
    const auto input = readInput(options);
    auto spec = input ? readSpec(options, *input) : std::unexpected(input.error());
    const auto more = output ? CrawlOutput::read(options, *output) : std::unexpected(output.error());
    const auto secrets = CrawlSecretOptions::read(options);
    if (endedByErrors(output, requests, input, spec, more, secrets))
        return;
    m_more = *more;
    for (const AddressInput::Refused &refused : input->refused)
        addInputFailure({refused.text, refused.line, refused.error});
    const QList<FileRole> files = m_more.files() + CrawlSecretOptions::files(options)
                                  << FileRole{u"--file"_s, options.text(u"file"_s), FileRole::Use::Read};
    if (!prepare(*output, *requests, files))
        return;
    if (const auto writable = m_more.checkWritable(); !writable) {
        endWith(NotStored, writable.error());
        return;
    }
    spec->loginOrigins = secrets->loginOrigins(spec->start);
    // What only the start may know is not sent to the same name over http.
    spec->startForms = spec->startForms && secrets->tokens.isEmpty();
    for (auto token = secrets->tokens.cbegin(); token != secrets->tokens.cend(); ++token)
        session().setToken(token.key(), *token);
    session::RunHandle *run = session().start(session::RunParams::of(*spec, requests->spec));
    m_run = run->id();
    follow(run);
    if (RunningOutput::isPossible(m_more.pages()))
        m_runningPages = std::make_unique<RunningOutput>(m_more.pages(), session().project(),
                                                         CrawlOutput::asked(m_run), console());
}

Result<AddressInput> CrawlCommand::readInput(const Options &options) const
{
    AddressInput input = AddressInput::fromList(options.positional());
    // An argument stands on no line.
    for (AddressInput::Refused &refused : input.refused)
        refused.line = 0;
    if (!options.isSet(u"file"_s))
        return withoutLogins(std::move(input));
    const auto bytes = readBounded(options.text(u"file"_s), LargestFile);
    if (!bytes && bytes.error().reason == Reason::TooLarge)
        return fail(Reason::BadValue,
                    u"--file %1: more than %2 MB"_s.arg(bytes.error().detail).arg(LargestFile / 1'000'000));
    if (!bytes)
        return fail(Reason::BadValue, u"--file "_s + bytes.error().detail);
    const AddressInput lines = AddressInput::fromBytes(*bytes);
    input.addresses += lines.addresses;
    input.refused += lines.refused;
    return withoutLogins(std::move(input));
}

Result<links::CrawlSpec> CrawlCommand::readSpec(const Options &options, const AddressInput &input) const
{
    const auto depth = options.integer(u"depth"_s, 0, 1000);
    const auto pages = options.integer(u"max-pages"_s, 0, std::numeric_limits<qint32>::max());
    const auto minutes = options.integer(u"max-minutes"_s, 0, 1'000'000);
    const auto megabytes = options.integer(u"max-megabytes"_s, 0, 1'000'000'000);
    for (const auto *number : {&depth, &pages, &minutes, &megabytes}) {
        if (!*number)
            return std::unexpected(number->error());
    }
    const auto scope = CrawlScope::fromCode(options.text(u"scope"_s));
    if (!scope)
        return fail(Reason::BadValue,
                    u"--scope %1: host, domain, prefix, any"_s.arg(options.text(u"scope"_s)));
    links::CrawlSpec spec;
    const auto part = links::CrawlPart::fromText(options.text(u"part"_s));
    if (!part)
        return fail(Reason::BadValue, u"--part "_s + part.error().detail);
    QSet<QString> seen;
    for (const AddressInput::Address &address : input.addresses) {
        if (!seen.contains(address.url) && part->has(address.url))
            spec.start.append(address.url);
        seen.insert(address.url);
    }
    if (spec.start.isEmpty() && !seen.isEmpty())
        return fail(Reason::BadValue, u"--part %1: %2"_s.arg(options.text(u"part"_s),
                                                             tr("none of these sites is in that part")));
    spec.depth = int(*depth);
    spec.maxPages = *pages;
    spec.maxTime = std::chrono::minutes(*minutes);
    spec.maxBytes = *megabytes * 1'000'000;
    spec.scope = *scope;
    spec.include = options.texts(u"include"_s);
    spec.exclude = options.texts(u"exclude"_s);
    spec.ignoreRobots = options.isSet(u"ignore-robots"_s);
    spec.sitemap = options.isSet(u"sitemap"_s);
    spec.external = options.isSet(u"external"_s) || options.isSet(u"external-places"_s);
    spec.externalPlaces = options.isSet(u"external-places"_s);
    spec.startForms = !options.isSet(u"no-start-forms"_s);
    spec.traps = !options.isSet(u"no-traps"_s);
    spec.cookieJar = options.isSet(u"cookie-jar"_s);
    spec.keepBodies = options.isSet(u"keep-bodies"_s);
    if (spec.start.isEmpty() && !input.refused.isEmpty())
        return std::unexpected(input.refused.front().error);
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

Result<void> CrawlCommand::writeMore(store::RunId run)
{
    // Of pages more becomes known until the end; what was written while they came goes after that.
    std::unique_ptr<RunningOutput> running = std::move(m_runningPages);
    const Result<void> written = m_more.write(session().project().path(), query(run), console());
    if (written || written.error().reason != Reason::DiskFull || !running)
        return written;
    running.reset(); // makes room
    return m_more.write(session().project().path(), query(run), console());
}

void CrawlCommand::amend(QJsonObject &summary) const
{
    const auto reader = session().project().reader();
    const auto pages = reader ? (*reader)->count(CrawlOutput::asked(m_run)) : std::unexpected(reader.error());
    summary[u"pages"_s] = pages ? QJsonValue(*pages) : QJsonValue();
    const auto leftOut = CrawlLeftOut::read(session().project().path(), m_run);
    summary[u"left_out"_s] = leftOut ? QJsonValue(leftOut->toJson()) : QJsonValue();
}

void CrawlCommand::conclude()
{
    const auto leftOut = CrawlLeftOut::read(session().project().path(), m_run);
    const QStringList lines = leftOut ? leftOut->lines() : QStringList();
    for (const QString &line : lines)
        console().say(line);
}

/// Pages without links are a result, too.
bool CrawlCommand::hasResult(qint64 rows) const
{
    if (rows > 0)
        return true;
    const store::RowQuery fetched{
        &table::pageSchema(), {m_run}, {{{u"state"_s, table::FilterOp::Equals, {u"fetched"_s}}}}, {}};
    const auto reader = session().project().reader();
    const auto pages = reader ? (*reader)->count(fetched) : std::unexpected(reader.error());
    return pages && *pages > 0;
}

} // namespace linnet::cli
