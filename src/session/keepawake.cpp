// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keepawake.h"

#if defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <IOKit/pwr_mgt/IOPMLib.h>
#elif defined(LINNET_DBUS)
#include "session/inhibitor.h"
#endif

namespace linnet::session {

#if defined(Q_OS_WIN)

/// The thread's execution state.
class KeepAwake::System
{
public:
    explicit System(std::function<void(bool)> told)
        : m_told(std::move(told))
    {
    }
    void hold() { m_told(SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED) != 0); }
    void release()
    {
        SetThreadExecutionState(ES_CONTINUOUS);
        m_told(false);
    }

private:
    std::function<void(bool)> m_told;
};

#elif defined(Q_OS_MACOS)

/// A power assertion.
class KeepAwake::System
{
public:
    explicit System(std::function<void(bool)> told)
        : m_told(std::move(told))
    {
    }
    void hold()
    {
        m_told(IOPMAssertionCreateWithName(kIOPMAssertPreventUserIdleSystemSleep, kIOPMAssertionLevelOn,
                                           CFSTR("Linnet is collecting"), &m_assertion) == kIOReturnSuccess);
    }
    void release()
    {
        if (m_assertion != kIOPMNullAssertionID)
            IOPMAssertionRelease(m_assertion);
        m_assertion = kIOPMNullAssertionID;
        m_told(false);
    }

private:
    std::function<void(bool)> m_told;
    IOPMAssertionID m_assertion = kIOPMNullAssertionID;
};

#elif defined(LINNET_DBUS)

/// Whoever answers on D-Bus.
class KeepAwake::System : public Inhibitor
{
public:
    using Inhibitor::Inhibitor;
};

#else

/// Nobody to ask.
class KeepAwake::System
{
public:
    explicit System(const std::function<void(bool)> &) {}
    void hold() {}
    void release() {}
};

#endif

KeepAwake::KeepAwake(QObject *parent)
    : QObject(parent)
    , m_system(std::make_unique<System>([this](bool held) { setHeld(held); }))
{
}

KeepAwake::~KeepAwake()
{
    if (m_wanted)
        m_system->release();
}

void KeepAwake::setWanted(bool wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    if (wanted)
        m_system->hold();
    else
        m_system->release();
}

void KeepAwake::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    Q_EMIT heldChanged(held);
}

} // namespace linnet::session
