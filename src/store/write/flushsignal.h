// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

namespace linnet::store {

/// Carries the answer to one flush() to the thread of the caller; Qt drops it when the caller is destroyed.
class FlushSignal : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void done(const linnet::Result<void> &result);
};

} // namespace linnet::store
