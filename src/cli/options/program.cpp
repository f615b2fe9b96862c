// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/program.h"

#include "base/usage/usagepages.h"
#include "vacancies/search/sources.h"

#include <QCoreApplication>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

ProgramFacts::Section exitStatuses()
{
    return {
        QCoreApplication::translate("linnet::cli", "EXIT STATUS"),
        {{u"0"_s, QCoreApplication::translate("linnet::cli", "All done.")},
         {u"1"_s,
          QCoreApplication::translate("linnet::cli", "Done, but some requests failed or some lines of the "
                                                     "input could not be taken.")},
         {u"2"_s,
          QCoreApplication::translate("linnet::cli", "Bad usage, or no usable input; nothing was asked.")},
         {u"3"_s,
          QCoreApplication::translate("linnet::cli", "Nothing could be got, or no proxy was usable.")},
         {u"4"_s, QCoreApplication::translate("linnet::cli", "Rows could not be stored or written.")},
         {u"5"_s,
          QCoreApplication::translate("linnet::cli", "A finding of the level of --fail-on was reached.")},
         {u"130"_s, QCoreApplication::translate("linnet::cli", "Interrupted; the rows so far are saved.")}}};
}

ProgramFacts::Section environment()
{
    ProgramFacts::Section section{QCoreApplication::translate("linnet::cli", "ENVIRONMENT"), {}};
    for (const vacancies::VacancySource *source : vacancies::sourcesWithToken())
        section.entries.push_back(
            {QString::fromLatin1(source->facts().token->variable),
             QCoreApplication::translate("linnet::cli",
                                         "The access token or key for %1, in place of --token-file.")
                 .arg(source->shortTitle())});
    section.entries.push_back(
        {u"LINNET_PROXY"_s,
         QCoreApplication::translate("linnet::cli",
                                     "A proxy with its login, which would be seen on the command line.")});
    return section;
}

ProgramFacts::Section examples()
{
    return {
        QCoreApplication::translate("linnet::cli", "EXAMPLES"),
        {{u"linnet-cli practice --port 8080"_s,
          QCoreApplication::translate("linnet::cli",
                                      "Serves invented vacancies and sites on this computer.")},
         {u"linnet-cli vacancies --base-url http://127.0.0.1:8080 --proxy none -t analyst -o found.xlsx"_s,
          QCoreApplication::translate("linnet::cli", "Searches them and makes an Excel file.")},
         {u"linnet-cli crawl https://example.org/ --depth 3 --links links.csv"_s,
          QCoreApplication::translate("linnet::cli", "Maps the links of a site.")}}};
}

} // namespace

ProgramFacts programFacts(std::vector<ProgramFacts> commands)
{
    ProgramFacts facts;
    facts.name = u"linnet-cli"_s;
    facts.description =
        QCoreApplication::translate("linnet::cli",
                                    "Collects job vacancies and web links into tables and Excel files.") +
        u'\n' +
        QCoreApplication::translate(
            "linnet::cli",
            "Each command asks servers politely or works on a project, which is one file, and writes "
            "rows as CSV, TSV, Excel workbook or JSON. What was interrupted goes on with resume.");
    facts.options = usageOptions();
    facts.options.append({{u"version"_s},
                          QCoreApplication::translate("linnet::cli", "Print version, build and Qt."),
                          {},
                          {},
                          {}});
    facts.options.append(
        {{u"h"_s, u"help"_s},
         QCoreApplication::translate("linnet::cli", "List the commands; after a command, its options."),
         {},
         {},
         {}});
    facts.commands = std::move(commands);
    facts.sections = {exitStatuses(), environment(), examples()};
    return facts;
}

} // namespace linnet::cli
