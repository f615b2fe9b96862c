// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/markedits.h"

#include "table/markcolumns.h"

#include <QUndoCommand>

#include <algorithm>

namespace linnet::models {

namespace {

class ChangeOfMarks : public QUndoCommand
{
public:
    using Post = std::function<void(const MarkEdits::Marks &)>;

    ChangeOfMarks(const QString &text, MarkEdits::Marks before, MarkEdits::Marks after, Post post)
        : QUndoCommand(text)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_post(std::move(post))
    {
    }
    void redo() override { m_post(m_after); }
    void undo() override { m_post(m_before); }

private:
    MarkEdits::Marks m_before;
    MarkEdits::Marks m_after;
    Post m_post;
};

} // namespace

MarkEdits::MarkEdits(session::Session &session, QUndoStack &history, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_history(history)
    , m_reading([this](const Result<Marks> &marks) {
        if (m_questions.empty())
            return;
        const Question question = std::move(m_questions.front());
        m_questions.pop_front();
        if (marks)
            question.then(*marks);
        else
            Q_EMIT failed(marks.error());
        askNext();
    })
    , m_learning([this](const Result<Known> &found) {
        if (found)
            m_known = *found;
        Q_EMIT known();
    })
{
    connect(&session.projectSlot(), &session::ProjectSlot::opened, this, &MarkEdits::learn);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, &MarkEdits::stop);
    connect(&session, &session::Session::committed, this, [this](const store::Committed &change) {
        if (!change.marks.empty())
            learn();
    });
    if (session.hasProject())
        learn();
}

void MarkEdits::stop()
{
    m_reading.stop();
    m_learning.stop();
    m_questions.clear();
    m_known = {};
    m_history.clear();
}

void MarkEdits::learn()
{
    m_learning.start(m_session.project().path(), [](store::RowReader &reader) -> Result<Known> {
        Known found;
        for (const table::Schema *schema : table::allSchemas()) {
            const QString kind = table::marksOf(*schema);
            if (kind.isEmpty() || found.kinds.contains(kind))
                continue;
            const Result<bool> any = reader.hasMarks(*schema);
            if (!any)
                return std::unexpected(any.error());
            if (*any)
                found.kinds.append(kind);
        }
        Result<QStringList> tags = reader.tags();
        if (!tags)
            return std::unexpected(tags.error());
        found.tags = std::move(*tags);
        return found;
    });
}

bool MarkEdits::isInUse(const table::Schema &schema) const
{
    return m_known.kinds.contains(table::marksOf(schema));
}

void MarkEdits::read(const table::Schema &schema, std::vector<qint64> rows, QObject *context,
                     std::function<void(const Marks &)> then)
{
    ask({&schema, std::move(rows), [context = QPointer(context), then = std::move(then)](const Marks &marks) {
             if (context)
                 then(marks);
         }});
}

void MarkEdits::ask(Question question)
{
    if (!m_session.hasProject() || question.rows.empty())
        return;
    m_questions.push_back(std::move(question));
    if (m_questions.size() == 1)
        askNext();
}

// What was changed before has to be in the file.
void MarkEdits::askNext()
{
    if (m_questions.empty())
        return;
    m_session.project().writer().flush(this, [this](const Result<void> &) {
        if (m_questions.empty() || !m_session.hasProject())
            return;
        const Question &question = m_questions.front();
        m_reading.start(m_session.project().path(),
                        [schema = question.schema, rows = question.rows](store::RowReader &reader) {
                            return reader.marks(*schema, rows);
                        });
    });
}

bool MarkEdits::isReadOnly()
{
    const session::ProjectSlot &slot = m_session.projectSlot();
    if (slot.isReadOnly())
        Q_EMIT failed({slot.whyReadOnly(), 0, slot.project().path()});
    return slot.isReadOnly();
}

void MarkEdits::change(const table::Schema &schema, std::vector<qint64> rows, const store::MarkEdit &edit,
                       const QString &text)
{
    if (isReadOnly())
        return;
    ask({&schema, std::move(rows), [this, &schema, edit, text](const Marks &before) {
             Marks after;
             for (const store::Mark &mark : before)
                 after.push_back(edit.applied(mark));
             push(schema, before, std::move(after), text);
         }});
}

void MarkEdits::toggleStar(const table::Schema &schema, std::vector<qint64> rows)
{
    if (isReadOnly())
        return;
    ask({&schema, std::move(rows), [this, &schema](const Marks &before) {
             const bool star = !std::ranges::all_of(before, &store::Mark::starred);
             Marks after = before;
             for (store::Mark &mark : after)
                 mark.starred = star;
             push(schema, before, std::move(after), star ? tr("Star") : tr("Remove the star"));
         }});
}

// Only what becomes different is kept: many rows may be chosen of which few change.
void MarkEdits::push(const table::Schema &schema, const Marks &before, Marks after, const QString &text)
{
    Marks changedBefore;
    Marks changedAfter;
    for (size_t i = 0; i < before.size(); ++i) {
        if (before[i] == after[i])
            continue;
        changedBefore.push_back(before[i]);
        changedAfter.push_back(std::move(after[i]));
    }
    if (changedAfter.empty())
        return;
    m_history.push(new ChangeOfMarks(text, std::move(changedBefore), std::move(changedAfter),
                                     [session = QPointer(&m_session), &schema](const Marks &marks) {
                                         if (session && session->hasProject())
                                             session->project().writer().postMarks(schema, marks);
                                     }));
}

} // namespace linnet::models
