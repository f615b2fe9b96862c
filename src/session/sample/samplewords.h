// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"
#include "store/write/writer.h"

#include <QCoreApplication>

namespace linnet::session {

/// What somebody has said of the sample project's runs and rows, in the language of the program: names and
/// notes of searches, stars and tags, parts of the site, and a table of his own.
class SampleWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::session::SampleWords)

public:
    /// Of the same project; both outlive this object.
    SampleWords(store::RowReader &reader, store::Writer &writer);

    Result<void> write();

private:
    void nameSearches(const std::vector<store::RunInfo> &runs);
    Result<void> markAds(store::RunId run);
    Result<void> markPages(store::RunId run);
    void addSegments();
    void addContacts();

    store::RowReader &m_reader;
    store::Writer &m_writer;
};

} // namespace linnet::session
