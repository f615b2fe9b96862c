// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sourcescommand.h"

#include "base/places.h"
#include "cli/options/options.h"
#include "cli/options/tokenoptions.h"
#include "vacancies/search/sources.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList allIds()
{
    QStringList ids;
    for (const vacancies::VacancySource *source : vacancies::allSources())
        ids.append(source->id());
    return ids;
}

QString termsText(const char *text)
{
    return text ? QCoreApplication::translate("linnet::vacancies", text) : QString();
}

} // namespace

QString SourcesCommand::summary() const
{
    return tr("Sources of vacancies: their terms (list), whether they answer as they are read (test).");
}

void SourcesCommand::start(const QStringList &args)
{
    const QString what = args.value(0);
    if (what == u"list") {
        list(args.sliced(1));
    } else if (what == u"test") {
        test(args.sliced(1));
    } else if (what == u"--help" || what == u"-h") {
        console().out(tr("Usage: linnet-cli sources list | test [options]; --help with each"));
        end(Done);
    } else {
        endWith(BadUsage, {Reason::BadValue, 0, u"sources %1: list, test"_s.arg(what)});
    }
}

void SourcesCommand::list(const QStringList &args)
{
    Options options(tr("Lists the sources of vacancies with their terms."));
    if (endedByParsing(options, args))
        return;
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        const vacancies::SourceTerms &terms = source->terms();
        console().out(u"%1  %2"_s.arg(source->id().leftJustified(16), source->title()));
        for (const char *text : {terms.who, terms.pace, terms.attribution}) {
            if (text)
                console().out(u"    "_s + termsText(text));
        }
        console().out(u"    %1 (%2)"_s.arg(terms.link, terms.readOn));
    }
    end(Done);
}

void SourcesCommand::test(const QStringList &args)
{
    Options options(tr("Asks each source for one page and says whether it answers as Linnet reads it."));
    options.addPositional(u"id"_s, tr("A source; may be repeated. Without any all that need no token."),
                          u"[ID…]"_s);
    options.add({u"employer"_s},
                tr("A company for the source boards, such as greenhouse:NAME or its address."), u"COMPANY"_s);
    options.add({u"base-url"_s},
                tr("Asks this address in place of a source's own, as ID=URL; may be repeated."), u"ID=URL"_s);
    TokenOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    QStringList ids = options.positional();
    for (const QString &id : std::as_const(ids)) {
        if (!vacancies::sourceById(id)) {
            endWith(BadUsage, {Reason::BadValue, 0, u"%1: one of %2"_s.arg(id, allIds().join(u", "))});
            return;
        }
    }
    for (const QString &text : options.texts(u"base-url"_s)) {
        const QString id = text.section(u'=', 0, 0);
        const QUrl url(text.section(u'=', 1), QUrl::StrictMode);
        if (!vacancies::sourceById(id) || url.host().isEmpty()) {
            endWith(BadUsage, {Reason::BadValue, 0, u"--base-url %1: ID=URL"_s.arg(text)});
            return;
        }
        m_bases.insert(id, url);
    }
    for (const QString &company : options.texts(u"employer"_s)) {
        const QStringList meant =
            company.contains("://"_L1) ? vacancies::employersAt(company) : QStringList{company};
        m_employers += meant;
    }
    if (ids.isEmpty()) {
        for (const vacancies::VacancySource *source : vacancies::allSources()) {
            if (!source->needsToken() && (source->id() != "boards"_L1 || !m_employers.isEmpty()))
                ids.append(source->id());
        }
    }
    const auto tokens = TokenOptions::read(options, ids);
    if (endedByErrors(tokens))
        return;
    m_tokens = *tokens;
    for (const QString &id : std::as_const(ids)) {
        vacancies::Query query;
        query.employers = vacancies::sourceById(id)->ownEmployers(m_employers);
        if (const auto valid = vacancies::sourceById(id)->check(query); endedByErrors(valid))
            return;
    }
    m_left = ids;
    m_session = std::make_unique<session::Session>(Places::own().data);
    connect(&m_session->network(), &session::NetworkControl::sourceTested, this, &SourcesCommand::onTested);
    askNext();
}

void SourcesCommand::askNext()
{
    if (m_left.isEmpty()) {
        end(m_others == 0 ? Done : m_fine > 0 ? DoneWithFailures : NothingGot);
        return;
    }
    const QString id = m_left.takeFirst();
    vacancies::Query query;
    query.employers = vacancies::sourceById(id)->ownEmployers(m_employers);
    m_session->network().testSource(id, query, m_tokens.value(id), m_bases.value(id));
}

void SourcesCommand::onTested(const QString &id, const vacancies::SourceCheck &check)
{
    const bool isFine = check.finding == vacancies::SourceCheck::Finding::Fine;
    ++(isFine ? m_fine : m_others);
    console().out(
        u"%1  %2  %3"_s.arg(id.leftJustified(16), QString(check.code()).leftJustified(11), check.text()));
    askNext();
}

} // namespace linnet::cli
