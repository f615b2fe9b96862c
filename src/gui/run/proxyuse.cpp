// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/proxyuse.h"

namespace linnet::gui {

using Mode = jobs::ProxyChoice::Mode;

ProxyUse ProxyUse::of(const jobs::RequestSpec &requests)
{
    return {requests.proxy, requests.pace.scaledByProxy, false};
}

void ProxyUse::applyTo(jobs::RequestSpec &requests) const
{
    requests.proxy = choice;
    requests.pace.scaledByProxy = scaleRate && choice.mode == Mode::List;
}

net::Pace ProxyUse::pace(std::chrono::milliseconds delay) const
{
    jobs::RequestSpec requests;
    requests.pace.delay = delay;
    applyTo(requests);
    return requests.pace;
}

QString ProxyUse::problem() const
{
    if (choice.mode != Mode::List)
        return {};
    if (isOff)
        return tr("The proxy %1 is switched off in the lists of proxies. Switch it on there, or choose "
                  "another "
                  "way.")
            .arg(choice.keys.value(0).section(u'#', 0, 0));
    if (!choice.keys.isEmpty())
        return {};
    return tr("No proxy of the list “%1” is switched on. Switch some on, or choose another way.")
        .arg(choice.title);
}

} // namespace linnet::gui
