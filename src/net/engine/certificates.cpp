// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/certificates.h"

#include <QFile>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

Result<QList<QSslCertificate>> certificatesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Reason::Io, path + ": "_L1 + file.errorString());
    const QList<QSslCertificate> certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty())
        return fail(Reason::BadValue, path);
    return certificates;
}

} // namespace linnet::net
