// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linnet::jobs {
struct Progress;
}

namespace linnet::session {
class Session;
}

namespace linnet::gui {

/// Tells the program's log when projects and runs begin and end, and why; never what was asked for.
class RunLog : public QObject
{
    Q_OBJECT

public:
    /// session outlives this object.
    explicit RunLog(session::Session &session, QObject *parent = nullptr);

private:
    void tellOpened() const;
    static void tellEnd(const jobs::Progress &last);

    session::Session &m_session;
};

} // namespace linnet::gui
