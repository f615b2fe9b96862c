// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/vacancies/vacanciesvalues.h"
#include "session/runparams.h"
#include "vacancies/search/querylist.h"

#include <QCoreApplication>

namespace linnet::gui {

/// What the list of searches in the form means. Pure, for any thread: with a hundred thousand lines it takes
/// a second.
class SearchList
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::SearchList)

public:
    /// Each text in each chosen region; a line that names a region only there.
    static vacancies::QueryList read(const VacanciesValues &values);

    struct Told
    {
        int count = 0;   ///< of searches
        QString remarks; ///< what was not taken, and why; empty = all is well
    };
    static Told tell(const VacanciesValues &values);

    struct Prepared
    {
        QString problem; ///< empty = it can begin
        session::RunParams params;
    };
    /// spec: what the form means without the list.
    static Prepared prepare(const VacanciesValues &values, const vacancies::SearchSpec &spec,
                            const jobs::RequestSpec &requests);

    /// The list of a run as the form would hold it; lines: session::firstAddresses().
    static QString ofRun(const vacancies::SearchSpec &spec, const QStringList &lines);
    static QString title(int count); ///< "list of 120 searches"
};

} // namespace linnet::gui
