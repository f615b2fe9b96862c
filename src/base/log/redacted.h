// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet {

/// Whether the value of a parameter or field of this name is a secret: token, api_key, password and the like.
bool isSecretName(QStringView name);

/// A text as it may stand in a log or a report, with "***" in place of what is secret in it: logins in
/// addresses and of proxies in any of their forms, values of parameters and fields with secret names, header
/// fields that hold logins, tokens or cookies, to the end of their line. Rather too much than too little. Any
/// thread.
QString redacted(const QString &text);

/// The same text with "~" in place of the user's home folder, in the way of this system or with slashes.
QString withoutHome(QString text);

} // namespace linnet
