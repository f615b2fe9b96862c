// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/fault.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/// `most` is 0 for a fault without a number.
struct FaultName
{
    QLatin1StringView name;
    int most = 0;
};

constexpr int anyCount = 1'000'000;
constexpr int manyAds = 100'000;
constexpr int tenMinutes = 600'000;
constexpr std::array faultNames{
    FaultName{"token"_L1, 0},          FaultName{"ua"_L1, 0},          FaultName{"429"_L1, anyCount},
    FaultName{"429x"_L1, anyCount},    FaultName{"503"_L1, anyCount},  FaultName{"404"_L1, anyCount},
    FaultName{"cut"_L1, anyCount},     FaultName{"gz"_L1, anyCount},   FaultName{"slow"_L1, tenMinutes},
    FaultName{"captcha"_L1, anyCount}, FaultName{"nulls"_L1, 0},       FaultName{"drift"_L1, 0},
    FaultName{"badjson"_L1, anyCount}, FaultName{"hang"_L1, anyCount}, FaultName{"redirfile"_L1, anyCount},
    FaultName{"ads"_L1, manyAds},      FaultName{"cap"_L1, manyAds},   FaultName{"burst"_L1, manyAds},
    FaultName{"news"_L1, manyAds},     FaultName{"nodates"_L1, 0},     FaultName{"later"_L1, 0},
};

QString knownNames()
{
    QStringList names;
    for (const FaultName &known : faultNames)
        names.append(known.most == 0 ? QString(known.name) : known.name + ":N"_L1);
    return names.join(u", ");
}

Result<Fault> parseFault(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView name = (colon < 0 ? text : text.first(colon)).trimmed();
    const auto known = std::find_if(faultNames.begin(), faultNames.end(),
                                    [name](const FaultName &each) { return each.name == name; });
    if (known == faultNames.end())
        return fail(Reason::BadValue, u"unknown fault \"%1\"; known are %2"_s.arg(name, knownNames()));
    if (known->most == 0) {
        if (colon >= 0)
            return fail(Reason::BadValue, u"fault \"%1\" takes no number"_s.arg(name));
        return Fault{name.toString(), 0};
    }
    if (colon < 0)
        return fail(Reason::BadValue, u"fault \"%1\" needs a number, as in %1:7"_s.arg(name));
    bool ok = false;
    const int number = text.sliced(colon + 1).trimmed().toInt(&ok);
    if (!ok || number < 1 || number > known->most) {
        return fail(Reason::BadValue, u"fault \"%1\" takes a number from 1 to %2, not \"%3\""_s.arg(
                                          name, QString::number(known->most), text.sliced(colon + 1)));
    }
    return Fault{name.toString(), number};
}

} // namespace

Result<QList<Fault>> parseFaults(QStringView list)
{
    QList<Fault> faults;
    for (const QStringView part : list.split(u',')) {
        if (part.trimmed().isEmpty())
            continue;
        const Result<Fault> fault = parseFault(part.trimmed());
        if (!fault)
            return std::unexpected(fault.error());
        if (std::any_of(faults.begin(), faults.end(),
                        [&fault](const Fault &earlier) { return earlier.name == fault->name; }))
            return fail(Reason::BadValue, u"fault \"%1\" is given twice"_s.arg(fault->name));
        faults.append(*fault);
    }
    return faults;
}

} // namespace linnet::practice
