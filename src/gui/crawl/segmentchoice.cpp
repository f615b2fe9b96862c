// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/segmentchoice.h"

#include "gui/crawl/segmentsdialog.h"
#include "gui/crawl/viewlist.h"
#include "models/projectmemory.h"
#include "session/projectslot.h"
#include "session/session.h"

#include <algorithm>

namespace linnet::gui {

SegmentChoice::SegmentChoice(const Services &services, ViewList &views, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_views(views)
    , m_find([this](const Result<QList<audit::SegmentPart>> &found) {
        if (!found) {
            qWarning("The segments of a crawl could not be found: %s", qPrintable(found.error().detail));
            return;
        }
        m_segments = *found;
        choose(m_chosen.name);
    })
{
    connect(&views, &ViewList::segmentChosen, this, &SegmentChoice::choose);
    connect(&views, &ViewList::segmentsAsked, this, &SegmentChoice::ask);
    connect(&services.memory, &models::ProjectMemory::changed, this, [this] {
        if (m_isKnown && m_memo != m_services.memory.text(audit::Segments::memoKey()))
            find();
    });
}

void SegmentChoice::setRun(store::RunId run)
{
    m_find.forget();
    m_run = run;
    m_isKnown = false;
    m_segments.clear();
    m_chosen = {};
    m_views.setSegments({}, {});
}

void SegmentChoice::find()
{
    if (m_run == 0 || !m_services.session.hasProject())
        return;
    const QHash<QString, QString> memos = m_services.memory.texts();
    m_isKnown = true;
    m_memo = memos.value(audit::Segments::memoKey());
    m_find.start(m_services.session.project().path(),
                 [run = m_run, memos](store::RowReader &reader) -> Result<QList<audit::SegmentPart>> {
                     const auto schemas = audit::auditSchemas(reader);
                     if (!schemas)
                         return std::unexpected(schemas.error());
                     return audit::segmentParts(reader, run, audit::Segments::of(memos, *schemas));
                 });
}

void SegmentChoice::choose(const QString &name)
{
    const auto part = std::ranges::find(m_segments, name, &audit::SegmentPart::name);
    const audit::SegmentPart before =
        std::exchange(m_chosen, part == m_segments.end() ? audit::SegmentPart() : *part);
    m_views.setSegments(m_segments, m_chosen.name);
    if (before.pages != m_chosen.pages || before.sources != m_chosen.sources)
        Q_EMIT changed(before.pages);
}

std::pair<table::Filter, std::optional<table::Filter>> SegmentChoice::filters() const
{
    if (m_chosen.name.isEmpty())
        return {table::Filter(), table::Filter()};
    return {m_chosen.pages, m_chosen.sources};
}

QString SegmentChoice::titleOf(const QString &view, bool isFinding, const table::Filter &filter) const
{
    if (m_chosen.name.isEmpty())
        return view;
    if (isFinding)
        return view + QStringLiteral(" · ") + m_chosen.name;
    return filter == m_chosen.pages ? m_chosen.name : view;
}

void SegmentChoice::ask()
{
    if (!m_services.session.hasProject())
        return;
    auto *dialog = new SegmentsDialog(m_services, &m_views);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_services.session.projectSlot(), &session::ProjectSlot::aboutToClose, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace linnet::gui
