// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/damagewords.h"

#include <algorithm>

namespace linnet::store {

namespace {

struct Title
{
    const char *table;
    const char *title;
};

constexpr Title Titles[] = {
    {"run", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "runs")},
    {"work", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "addresses to ask and what became of them")},
    {"text", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "long texts")},
    {"attempt", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "requests")},
    {"address", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "addresses of crawls")},
    {"attachment", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "places and bodies of pages")},
    {"memo", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "saved searches and other settings")},
    {"mark", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "stars, tags and notes")},
    {"joined_table", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "names of joined tables")},
    {"joined_column", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "columns of joined tables")},
    {"joined_value", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "values of joined tables")},
    {"vacancy", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "vacancies")},
    {"left_out", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "vacancies that were left out")},
    {"listing", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "lists of searches")},
    {"page", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "pages")},
    {"link", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "links")},
    {"url_check", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "checked addresses")},
    {"proxy", QT_TRANSLATE_NOOP("linnet::store::DamageWords", "proxies")},
};

} // namespace

QString DamageWords::tableTitle(const QByteArray &table)
{
    const auto known = std::ranges::find_if(Titles, [&](const Title &title) { return table == title.table; });
    return known == std::end(Titles) ? tr("the program's own notes (%1)").arg(QString::fromUtf8(table))
                                     : tr(known->title);
}

QStringList DamageWords::of(const CheckReport &report)
{
    if (report.isWhole())
        return {tr("The project is in order.")};
    QStringList lines;
    bool isOnlyIndex = true;
    for (const CheckReport::Damage &damage : report.damages) {
        isOnlyIndex = isOnlyIndex &&
                      (damage.what == CheckReport::What::Index || damage.what == CheckReport::What::Space);
        switch (damage.what) {
        case CheckReport::What::Beginning:
            lines.append(tr("The file's list of its own contents is damaged: the project cannot be opened."));
            break;
        case CheckReport::What::Rows:
            lines.append(
                tr("Damaged: %1. Some of these rows may be lost to view.").arg(tableTitle(damage.table)));
            break;
        case CheckReport::What::Index:
            lines.append(
                tr("An index is damaged: %1. All of these rows can be read, but some may not be found.")
                    .arg(tableTitle(damage.table)));
            break;
        case CheckReport::What::Meaning:
            lines.append(
                tr("%n row(s) make no sense: %1.", nullptr, int(damage.count)).arg(tableTitle(damage.table)));
            break;
        case CheckReport::What::Space:
            lines.append(tr("The file's list of what is free in it is damaged; no row is concerned."));
            break;
        }
    }
    lines.append(isOnlyIndex
                     ? tr("A rescue makes a new project in which this is mended; no row is lost.")
                     : tr("A rescue brings what can be read into a new project. Until then do not write to "
                          "this one; a copy from before the damage is better still."));
    return lines;
}

QStringList DamageWords::of(const RescueReport &report)
{
    QStringList lines;
    for (const RescueReport::Table &table : report.tables) {
        const QString kept = tr("%1: %n row(s) kept", nullptr, int(table.kept)).arg(tableTitle(table.name));
        lines.append(table.lost == 0 ? kept : kept + tr(", %n could not be read", nullptr, int(table.lost)));
    }
    if (report.lostTexts > 0)
        lines.append(tr("%n long text(s) could not be read; their rows are kept without them.", nullptr,
                        int(report.lostTexts)));
    if (!report.runsMadeAgain.isEmpty()) {
        QStringList runs;
        for (const RunId run : report.runsMadeAgain)
            runs.append(QString::number(run));
        lines.append(
            tr("What these runs had asked for could not be read, only their rows: %1. They cannot be "
               "gone on with.")
                .arg(runs.join(QStringLiteral(", "))));
    }
    if (report.lostPages > 0)
        lines.append(tr("In %n place(s) the file holds nothing that could be read; how many rows stood there "
                        "is not known.",
                        nullptr, int(report.lostPages)));
    if (!report.isLogUsed)
        lines.append(tr("The last changes, in the log beside the file, could not be read."));
    if (report.isWhole() && report.isLogUsed)
        lines.append(tr("Nothing that was found is lost."));
    return lines;
}

} // namespace linnet::store
