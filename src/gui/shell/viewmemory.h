// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/table/resultsview.h"
#include "models/projectmemory.h"

namespace linnet::gui {

/// Keeps with the project how the tables of each search are filtered and sorted, the same for all its runs.
class ViewMemory
{
public:
    /// memory outlives this object.
    explicit ViewMemory(models::ProjectMemory &memory);

    /// Nothing where the search was never filtered or sorted.
    ResultsView::State of(const store::RunInfo &run) const;
    void keep(const store::RunInfo &run, const ResultsView::State &state);

    static QString toText(const ResultsView::State &state); ///< "" for a state without filter and sort
    /// What cannot be read, or names tables and columns that are no more, is left out.
    static ResultsView::State fromText(const QString &text);

private:
    models::ProjectMemory &m_memory;
};

} // namespace linnet::gui
