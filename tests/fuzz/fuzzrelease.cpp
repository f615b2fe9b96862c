// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzrelease.h"

#include "base/release.h"
#include "fuzz/fuzzinput.h"

namespace linnet::fuzz {

int fuzzRelease(const std::uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const Result<Release> release = Release::read(input.bytes());
    if (!release) {
        require(release.error().reason == Reason::BadBody, "what is refused is a bad body");
        return 0;
    }
    require(input.bytes().size() <= Release::Largest, "nothing long is taken");
    require(release->page.scheme() == QStringLiteral("https") && !release->page.host().isEmpty() &&
                release->page.userInfo().isEmpty(),
            "a page is one of the web");
    for (const QChar unit : release->version)
        require(unit == u'.' || (unit >= u'0' && unit <= u'9'), "a version is numbers and dots");
    require(!release->isNewerThan(release->version), "nothing is newer than itself");
    return 0;
}

} // namespace linnet::fuzz
