// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QVariant>

namespace linnet {

/// One remembered choice: its key, its default, and how to read and write it. Declared once, beside the
/// others of its module; the QSettings object comes from outside, so tests use a file of their own.
template <typename T> struct Setting
{
    QLatin1StringView key;
    T fallback;

    T read(const QSettings &settings) const
    {
        const QVariant stored = settings.value(key);
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : fallback;
    }
    void write(QSettings &settings, const T &value) const
    {
        settings.setValue(key, QVariant::fromValue(value));
    }
};

} // namespace linnet
