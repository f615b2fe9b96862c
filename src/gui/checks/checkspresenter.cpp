// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checks/checkspresenter.h"

#include "base/errortext.h"
#include "gui/run/failuresbeforepause.h"

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using checks::CheckInput;
using jobs::AddressInput;

CheckInput ChecksPresenter::input(const ChecksValues &values)
{
    return CheckInput::of(AddressInput::fromText(
        values.text, values.assumeWeb ? AddressInput::NoScheme::TakeAsWeb : AddressInput::NoScheme::Refuse));
}

checks::CheckSpec ChecksPresenter::spec(const ChecksValues &values)
{
    checks::CheckSpec spec;
    spec.method = values.head ? net::Method::Head : net::Method::Get;
    spec.preview = values.preview;
    spec.sequential = values.sequential;
    return spec;
}

jobs::RequestSpec ChecksPresenter::requests(const ChecksValues &values)
{
    jobs::RequestSpec requests;
    requests.pace.delay = values.delay;
    requests.userAgent = values.userAgent.trimmed().toLatin1();
    requests.pauseAfter = FailuresBeforePause;
    values.proxy.applyTo(requests);
    return requests;
}

ChecksValues ChecksPresenter::values(const checks::CheckSpec &spec, const jobs::RequestSpec &requests)
{
    ChecksValues values;
    values.head = spec.method == net::Method::Head;
    values.preview = spec.preview;
    values.sequential = spec.sequential;
    values.delay = std::chrono::duration_cast<std::chrono::milliseconds>(requests.pace.delay);
    values.userAgent = QString::fromLatin1(requests.userAgent);
    values.proxy = ProxyUse::of(requests);
    return values;
}

ChecksPresenter::Told ChecksPresenter::tell(const ChecksValues &values)
{
    const CheckInput read = input(values);
    return {read.addresses.empty() ? QString() : title(read), remarks(read)};
}

QString ChecksPresenter::title(const CheckInput &input)
{
    if (input.addresses.size() == 1)
        return input.addresses.front().address.url().toDisplayString();
    return tr("%Ln address(es)", nullptr, int(input.addresses.size()));
}

QString ChecksPresenter::remarks(const CheckInput &input)
{
    QStringList parts;
    if (!input.refused.empty()) {
        const checks::RefusedLine &first = input.refused.front();
        parts << tr("%Ln line(s) cannot be taken; the first is line %1: %2", nullptr,
                    int(input.refused.size()))
                     .arg(first.line)
                     .arg(ErrorText::sentence(first.error));
    }
    if (!input.repeated.isEmpty())
        parts << tr("%Ln line(s) repeat another one.", nullptr, int(input.repeated.size()));
    return parts.join(u' ');
}

QString ChecksPresenter::problem(const ChecksValues &values, const CheckInput &input)
{
    if (!input.addresses.empty())
        return values.proxy.problem();
    return input.refused.empty() ? tr("Type or paste at least one address, such as https://example.org.")
                                 : remarks(input);
}

ChecksPresenter::Prepared ChecksPresenter::prepare(const ChecksValues &values,
                                                   const checks::CheckSpec &wanted)
{
    const CheckInput read = input(values);
    Prepared result{problem(values, read), {}, wanted.comparisons > 0, wanted.watchMinutes > 0};
    if (!result.problem.isEmpty())
        return result;
    checks::CheckSpec spec = wanted;
    spec.title = title(read);
    spec.list = checks::fingerprint(read.addresses);
    result.params =
        session::RunParams::of(spec, requests(values), checks::firstWork(spec, read.addresses, read.refused),
                               checks::loginsOf(read.addresses));
    return result;
}

QStringList ChecksPresenter::userAgents()
{
    return {u"Linnet/"_s + QStringLiteral(LINNET_VERSION),
            u"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"_s,
            u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/128.0.0.0 Safari/537.36"_s,
            u"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile "
            "Safari/537.36"_s};
}

} // namespace linnet::gui
