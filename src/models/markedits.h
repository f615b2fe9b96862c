// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readertask.h"
#include "session/session.h"
#include "store/mark.h"

#include <QObject>
#include <QPointer>
#include <QUndoStack>

#include <deque>
#include <functional>
#include <span>

namespace linnet::models {

/// Stars, tags and notes of the open project: reads what is said of rows, changes it with undo, and knows
/// what is in use. One change after the other, each of what the one before has left. Lives in the main
/// thread.
class MarkEdits : public QObject
{
    Q_OBJECT

public:
    using Marks = std::vector<store::Mark>;

    /// Both outlive the object; what is in the history is forgotten with the project.
    MarkEdits(session::Session &session, QUndoStack &history, QObject *parent = nullptr);

    /// Changes what is said of these rows, whose schema has marks; text names it in the history.
    void change(const table::Schema &schema, std::vector<qint64> rows, const store::MarkEdit &edit,
                const QString &text);
    /// Stars the rows; when all of them are starred, takes their stars away.
    void toggleStar(const table::Schema &schema, std::vector<qint64> rows);
    /// What is said of these rows, once all changes before are stored. Not called when the project closes.
    void read(const table::Schema &schema, std::vector<qint64> rows, QObject *context,
              std::function<void(const Marks &)> then);

    /// Something is said of any row of the project; false while it is not known.
    bool isInUse(const table::Schema &schema) const;
    const QStringList &tags() const { return m_known.tags; } ///< in use, most frequent first

Q_SIGNALS:
    void known();                            ///< isInUse() or tags() may have changed
    void failed(const linnet::Error &error); ///< also when the project is only read

private:
    struct Question
    {
        const table::Schema *schema = nullptr;
        std::vector<qint64> rows;
        std::function<void(const Marks &)> then;
    };
    struct Known
    {
        QStringList kinds; ///< table::marksOf()
        QStringList tags;
    };
    bool isReadOnly(); ///< the project; failed() says why
    void ask(Question question);
    void askNext();
    void learn();
    void push(const table::Schema &schema, const Marks &before, Marks after, const QString &text);
    void stop();

    session::Session &m_session;
    QUndoStack &m_history;
    std::deque<Question> m_questions; ///< the first is being answered
    ReaderTask<Marks> m_reading;
    Known m_known;
    ReaderTask<Known> m_learning;
};

} // namespace linnet::models
