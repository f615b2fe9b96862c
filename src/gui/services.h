// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;

namespace linnet {
struct Places;
}

namespace linnet::practice {
class PracticeHost;
}

namespace linnet::models {
class ProjectMemory;
}

namespace linnet::session {
class Access;
class Session;
} // namespace linnet::session

namespace linnet::gui {

class ActionRegistry;
class Theme;

/// What the window works with; all of it outlives the window.
struct Services
{
    session::Session &session;
    session::Access &access;
    practice::PracticeHost &practice;
    Theme &theme;
    QSettings &settings;
    ActionRegistry &actions;
    models::ProjectMemory &memory;
    const Places &places;
};

} // namespace linnet::gui
