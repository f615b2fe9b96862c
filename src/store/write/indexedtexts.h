// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QMetaType>

namespace linnet::store {

/// How far the index of words has come.
struct IndexedTexts
{
    qint64 indexed = 0;
    qint64 all = 0; ///< long texts of the project
    Error error;    ///< why it waits; it goes on by itself

    bool isComplete() const { return indexed >= all; }
    bool operator==(const IndexedTexts &) const = default;
};

} // namespace linnet::store

Q_DECLARE_METATYPE(linnet::store::IndexedTexts)
