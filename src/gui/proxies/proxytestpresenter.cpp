// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxytestpresenter.h"

#include "proxies/list/proxylistparser.h"

#include <QLocale>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Timeout = 10s; // a proxy that needs longer for a small page is of no use

constexpr qsizetype MostLines = 100'000;

} // namespace

proxies::ProxyList ProxyTestPresenter::list(const ProxyTestValues &values)
{
    proxies::ProxyList list = proxies::ProxyListParser::parse(values.text, values.fallback);
    for (const proxies::Proxy &proxy : values.imported)
        list.add(proxy, 0);
    return list;
}

QString ProxyTestPresenter::remarks(const proxies::ProxyList &list)
{
    if (list.entries.isEmpty() && list.problems.isEmpty())
        return tr("No proxies yet. Logins stay in memory and are never stored with the results.");
    QStringList parts{tr("%n proxy(s) will be tested", nullptr, int(list.entries.size()))};
    if (list.duplicates > 0)
        parts << tr("%n repeated", nullptr, list.duplicates);
    if (!list.problems.isEmpty()) {
        const proxies::ProxyList::Problem &first = list.problems.first();
        parts << tr("%n line(s) cannot be read", nullptr, int(list.problems.size())) + u" ("_s +
                     tr("line %1: %2").arg(first.place).arg(proxies::faultText(first.fault)) + u')';
    }
    return parts.join(u" · "_s);
}

QString ProxyTestPresenter::title(int proxies)
{
    return tr("%n proxy(s)", nullptr, proxies);
}

ProxyTestPresenter::Prepared ProxyTestPresenter::prepare(const ProxyTestValues &values)
{
    Prepared result;
    proxies::TestSpec spec;
    spec.add(list(values), {});
    if (spec.items.isEmpty()) {
        result.problem = tr("There is no proxy to test yet.");
        return result;
    }
    spec.judges = proxies::TestSpec::defaultJudges();
    if (!values.judge.isEmpty())
        spec.judges = {QUrl(values.judge, QUrl::StrictMode)};
    if (!spec.validate()) {
        result.problem = tr("The judge is a web address that begins with http:// or https://.");
        result.field = Field::Judge;
        return result;
    }
    for (const proxies::TestSpec::Item &item : std::as_const(spec.items))
        result.proxies.append(item.proxy);
    jobs::RequestSpec requests;
    requests.pace.delay = values.delay;
    requests.timeout = Timeout;
    result.params = session::RunParams::of(spec, requests);
    return result;
}

RunOutcome ProxyTestPresenter::outcome(const QHash<QString, proxies::TestVerdict> &verdicts)
{
    const auto works = [](const proxies::TestVerdict &verdict) { return verdict.status == "alive"_L1; };
    const auto good = std::ranges::count_if(verdicts, works);
    if (verdicts.isEmpty())
        return {};
    if (good == 0)
        return {tr("None of them works."), false};
    return {tr("%1 of %2 work.").arg(QLocale().toString(good), QLocale().toString(verdicts.size())), true};
}

ProxyTestValues ProxyTestPresenter::values(const proxies::TestSpec &spec, const jobs::RequestSpec &requests)
{
    ProxyTestValues values;
    // A proxy with a login is known by its key only; the others can be shown and changed as they were typed.
    QStringList lines;
    for (const proxies::TestSpec::Item &item : spec.items) {
        if (item.key == item.proxy.key() && spec.items.size() <= MostLines)
            lines << item.proxy.address();
        else
            values.imported.append(item.proxy);
    }
    values.text = lines.join(u'\n');
    if (spec.judges != proxies::TestSpec::defaultJudges())
        values.judge = spec.judges.first().toString();
    values.delay = std::chrono::duration_cast<std::chrono::milliseconds>(requests.pace.delay);
    return values;
}

} // namespace linnet::gui
