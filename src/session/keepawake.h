// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace linnet::session {

/// Keeps the computer from falling asleep by itself while something runs; the screen may go dark, and the lid
/// and the power button do what they always do. Windows: SetThreadExecutionState; macOS: a power assertion;
/// elsewhere over D-Bus: org.freedesktop.PowerManagement, else the session manager of GNOME, else
/// systemd-logind. Where nothing of that is there, it stays without effect, and isHeld() says so. Lives in
/// the main thread.
class KeepAwake : public QObject
{
    Q_OBJECT

public:
    explicit KeepAwake(QObject *parent = nullptr);
    ~KeepAwake() override;

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    bool isHeld() const { return m_held; }

Q_SIGNALS:
    void heldChanged(bool held);

private:
    class System;

    void setHeld(bool held);

    std::unique_ptr<System> m_system;
    bool m_wanted = false;
    bool m_held = false;
};

} // namespace linnet::session
