// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/localauthority.h"

#include <QProcess>
#include <QStandardPaths>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

bool LocalAuthority::isInstalled()
{
    return !QStandardPaths::findExecutable(u"openssl"_s).isEmpty();
}

bool LocalAuthority::make(const QString &addresses)
{
    const QString authorityKey = m_folder.filePath(u"authority.key"_s);
    const QStringList common{u"req"_s,    u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s,
                             u"-nodes"_s, u"-days"_s, u"30"_s};
    const auto run = [&common](const QStringList &more) {
        QProcess openssl;
        openssl.start(u"openssl"_s, common + more);
        return openssl.waitForFinished(60'000) && openssl.exitCode() == 0;
    };
    return run({u"-subj"_s, u"/CN=Authority of a test"_s, u"-keyout"_s, authorityKey, u"-out"_s,
                authority()}) &&
           run({u"-subj"_s, u"/CN=Server of a test"_s, u"-CA"_s, authority(), u"-CAkey"_s, authorityKey,
                u"-addext"_s, u"subjectAltName="_s + addresses, u"-keyout"_s, key(), u"-out"_s,
                certificate()});
}

} // namespace linnet::test
