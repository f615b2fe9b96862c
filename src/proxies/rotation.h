// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace linnet::proxies {

/// In which order proxies are taken.
enum class Rotation : quint8
{
    RoundRobin,
    Random,
    Fastest, ///< the quicker of two picked by chance, so that slow ones are still tried
    Sticky,  ///< a host keeps its proxy as long as that works
    EveryN,  ///< the next one after N requests
    Pinned,  ///< only the first of the list
};

/// "round-robin", …; none for an unknown name.
QLatin1StringView rotationName(Rotation rotation);
std::optional<Rotation> rotationByName(QStringView name);

} // namespace linnet::proxies
