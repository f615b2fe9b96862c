// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/proxyuse.h"
#include "jobs/defaultdelay.h"
#include "vacancies/query.h"

#include <QHash>
#include <QMetaType>

#include <chrono>

namespace linnet::gui {

/// What the vacancies form holds, in its own terms. Regions and roles are hh's ids: the dictionary knows
/// their names and what other sources call them.
struct VacanciesValues
{
    QString text;
    QString list;   ///< of searches as it was pasted, asked instead of `text`; empty = none
    int listed = 0; ///< searches in it, as far as that is known
    vacancies::SearchField field = vacancies::SearchField::Name;
    QString exclude; ///< words as typed, separated by commas or blanks; phrases in double quotes
    QStringList areas;
    QStringList experience;
    QStringList workFormat;
    QStringList employment;
    QStringList roles;
    QStringList industries;  ///< hh's ids
    QStringList employers;   ///< hh's ids
    QString unknownEmployer; ///< typed, but not one of those
    QString site;            ///< empty = the source's own
    qint64 salary = 0;       ///< 0 = any
    QString currency;        ///< empty = the source's own
    bool onlyWithSalary = false;
    bool contacts = false; ///< of persons
    int period = 0;        ///< days; 0 = not limited, -1 = the dates below
    QDate dateFrom;
    QDate dateTo;
    int pages = 0; ///< of 100 per source; 0 = everything reachable
    bool details = true;
    QStringList sources;
    std::chrono::milliseconds delay = jobs::DefaultDelay;
    QString userAgent;             ///< empty = the program's own
    QHash<QString, QString> bases; ///< address by source id; absent = the source's own
    int timeout = 30;              ///< seconds for one request
    ProxyUse proxy;

    bool operator==(const VacanciesValues &) const = default;
};

} // namespace linnet::gui

Q_DECLARE_METATYPE(linnet::gui::VacanciesValues)
