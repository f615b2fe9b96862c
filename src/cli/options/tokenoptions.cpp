// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/tokenoptions.h"

#include "cli/options/commonoptions.h"
#include "vacancies/search/sources.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

void TokenOptions::addTo(Options &options)
{
    QStringList variables;
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken())
        variables.append(QString::fromLatin1(source->facts().token->variable));
    options.add({u"token-file"_s},
                tr("File with the source's access token (or variable %1).").arg(variables.join(u", "_s)),
                u"FILE"_s);
}

Result<QHash<QString, QByteArray>> TokenOptions::read(const Options &options, const QStringList &sourceIds)
{
    QHash<QString, QByteArray> tokens;
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken()) {
        if (!sourceIds.contains(source->id()))
            continue;
        if (options.isSet(u"token-file"_s) && !tokens.isEmpty())
            return fail(Reason::BadValue, u"--token-file: one --source with a token"_s);
        const auto token = readToken(options, source->facts().token->variable);
        if (!token)
            return std::unexpected(token.error());
        tokens.insert(source->id(), *token);
    }
    return tokens;
}

} // namespace linnet::cli
