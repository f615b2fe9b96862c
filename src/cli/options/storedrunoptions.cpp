// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/storedrunoptions.h"

#include "cli/options/tokenoptions.h"
#include "session/session.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

void StoredRunOptions::addTo(Options &options)
{
    TokenOptions::addTo(options);
    CrawlSecretOptions::addLoginTo(options);
    ProxyOptions::addTo(options);
    RequestOptions::addPatienceTo(options);
    options.add({u"quiet"_s}, tr("No progress."));
    options.add({u"log"_s}, tr("Write messages to FILE as well."), u"FILE"_s);
}

Result<StoredRunOptions> StoredRunOptions::read(const Options &options, const QStringList &sourceIds)
{
    const auto proxies = ProxyOptions::read(options);
    const auto tokens = TokenOptions::read(options, sourceIds);
    const auto logins = CrawlSecretOptions::readLogin(options);
    const auto patience = RequestOptions::readPatience(options);
    if (!proxies || !tokens)
        return std::unexpected(!proxies ? proxies.error() : tokens.error());
    if (!logins || !patience)
        return std::unexpected(!logins ? logins.error() : patience.error());
    StoredRunOptions result;
    result.m_tokens = *tokens;
    result.m_logins = logins->tokens;
    RequestOptions &requests = result.requests;
    requests.patience = *patience;
    requests.proxies = proxies->list;
    requests.direct = proxies->choice.mode == jobs::ProxyChoice::Mode::None;
    requests.quiet = options.isSet(u"quiet"_s);
    requests.log = options.text(u"log"_s);
    requests.files = {{u"--log"_s, requests.log, FileRole::Use::Write},
                      {u"--proxies"_s, options.text(u"proxies"_s), FileRole::Use::Read},
                      {u"--token-file"_s, options.text(u"token-file"_s), FileRole::Use::Read}};
    return result;
}

void StoredRunOptions::giveSecrets(session::Session &session) const
{
    for (const QHash<QString, QByteArray> *secrets : {&m_tokens, &m_logins}) {
        for (auto secret = secrets->begin(); secret != secrets->end(); ++secret)
            session.setToken(secret.key(), secret.value());
    }
}

} // namespace linnet::cli
