// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/payrulesoption.h"

#include "base/boundedfile.h"
#include "cli/options/options.h"
#include "comparable/payrules.h"

#include <QCoreApplication>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 MostRuleBytes = 16 * 1024 * 1024;
}

void addPayRulesOption(Options &options)
{
    options.add(
        {u"pay-rules"_s},
        QCoreApplication::translate(
            "linnet::cli::StatsCommand",
            "A table of rules of pay (rule,for,since,value,source) over those of the program, instead of "
            "the project's own."),
        u"FILE"_s);
}

Result<std::optional<QByteArray>> readPayRules(const Options &options)
{
    const QString path = options.text(u"pay-rules"_s);
    if (!options.isSet(u"pay-rules"_s))
        return std::nullopt;
    const auto text = readBounded(path, MostRuleBytes);
    const auto rules = text ? comparable::PayRules::parse(*text) : std::unexpected(text.error());
    if (!rules)
        return fail(rules.error().reason, u"%1: %2"_s.arg(path, rules.error().detail));
    return *text;
}

} // namespace linnet::cli
