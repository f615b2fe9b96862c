// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/rotation.h"

#include <array>
#include <utility>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array RotationNames{"round-robin"_L1, "random"_L1,  "fastest"_L1,
                                   "sticky"_L1,      "every-n"_L1, "pinned"_L1};

} // namespace

QLatin1StringView rotationName(Rotation rotation)
{
    return RotationNames[size_t(std::to_underlying(rotation))];
}

std::optional<Rotation> rotationByName(QStringView name)
{
    for (size_t i = 0; i < RotationNames.size(); ++i) {
        if (name == RotationNames[i])
            return Rotation(i);
    }
    return std::nullopt;
}

} // namespace linnet::proxies
