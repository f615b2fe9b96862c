// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/usage/usagepages.h"

#include "base/usage/bashcompletion.h"
#include "base/usage/fishcompletion.h"
#include "base/usage/manualpage.h"
#include "base/usage/zshcompletion.h"

#include <QCoreApplication>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList Shells{u"bash"_s, u"zsh"_s, u"fish"_s};

Result<QString> completion(const ProgramFacts &program, const QString &shell)
{
    if (shell == u"bash")
        return bashCompletion(program);
    if (shell == u"zsh")
        return zshCompletion(program);
    if (shell == u"fish")
        return fishCompletion(program);
    return fail(Reason::BadValue, u"--completion %1: %2"_s.arg(shell, Shells.join(u", "_s)));
}

} // namespace

QList<ProgramFacts::Option> usageOptions()
{
    return {
        {{u"man"_s},
         QCoreApplication::translate("linnet::usage", "Print the manual page, as troff."),
         {},
         {},
         {}},
        {{u"completion"_s},
         QCoreApplication::translate(
             "linnet::usage", "Print what a shell reads to complete commands and options by the Tab key."),
         Shells.join(u'|'),
         {},
         Shells}};
}

std::optional<Result<QString>> usagePage(const ProgramFacts &program, const QStringList &args,
                                         const QString &version, const QStringList &alsoSee)
{
    const QString name = args.value(0);
    if (name == u"--man" && args.size() == 1)
        return manualPage(program, version, alsoSee);
    if (name == u"--completion" && args.size() <= 2)
        return completion(program, args.value(1));
    return {};
}

} // namespace linnet
