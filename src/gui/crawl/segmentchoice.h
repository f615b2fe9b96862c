// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/segmentcounts.h"
#include "gui/services.h"
#include "models/readertask.h"

#include <QObject>

#include <optional>

namespace linnet::gui {

class ViewList;

/// Which segment of a crawl is looked at: finds the segments beside the window, again when the project keeps
/// others, and offers them above the findings.
class SegmentChoice : public QObject
{
    Q_OBJECT

public:
    /// views outlives the choice.
    SegmentChoice(const Services &services, ViewList &views, QObject *parent = nullptr);

    /// 0 = none. The whole site is looked at then, and its segments are not known until find().
    void setRun(store::RunId run);
    /// When all addresses are there: the folders of a crawl that runs are others every moment.
    void find();
    void stop() { m_find.stop(); } ///< the project goes
    const QList<audit::SegmentPart> &segments() const { return m_segments; }
    const audit::SegmentPart &chosen() const { return m_chosen; } ///< without a name: the whole site
    /// The whole site when there is no segment of the name.
    void choose(const QString &name);
    /// For AuditQuestion: its pages and sources.
    std::pair<table::Filter, std::optional<table::Filter>> filters() const;
    /// What a table with this filter is called, which shows a ready view, a finding, or neither ("").
    QString titleOf(const QString &view, bool isFinding, const table::Filter &filter) const;

Q_SIGNALS:
    void changed(const linnet::table::Filter &before); ///< other rows are looked at; before: of pages

private:
    void ask();

    Services m_services;
    ViewList &m_views;
    store::RunId m_run = 0;
    bool m_isKnown = false; ///< the segments were asked for
    QString m_memo;         ///< by which they were
    QList<audit::SegmentPart> m_segments;
    audit::SegmentPart m_chosen;
    models::ReaderTask<QList<audit::SegmentPart>> m_find;
};

} // namespace linnet::gui
