// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "gui/widgets/banner.h"

#include <optional>

namespace linnet::session {
class Session;
}

namespace linnet::gui {

/// What is to be known of the open project on every page, above all of them: that nothing can be stored just
/// now, that it is only read, where it is kept as it was before it was brought up to date, or that it is
/// the sample.
class ProjectBanner : public Banner
{
    Q_OBJECT

public:
    /// session outlives the banner.
    explicit ProjectBanner(session::Session &session, QWidget *parent = nullptr);

    /// A widget with the banner above that one; owns both.
    QWidget *above(QWidget &below);

Q_SIGNALS:
    void saveAsWanted(); ///< of a project that is only read, or of the sample

private:
    void showState();
    void act(int action);

    session::Session &m_session;
    std::optional<Error> m_stalled; ///< why nothing can be stored
    QString m_copy;                 ///< of before the upgrade, until the user has closed the banner
    bool m_isSample = false;        ///< until the user has closed the banner
};

} // namespace linnet::gui
