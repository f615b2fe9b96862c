// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace linnet::exports {

/// Who makes a file, as part of a name: the process and where its number is unique, which is this computer or
/// its container (folders are shared between them). What a killed process left behind is known by it.
class ProcessMark
{
public:
    static ProcessMark own();
    /// Of toString(); none for anything else.
    static std::optional<ProcessMark> of(const QString &text);

    QString toString() const; ///< "1234-0a1b2c3d"
    /// A process of this place that is not there any more.
    bool isOfTheDead() const;

private:
    ProcessMark(qint64 process, const QString &place)
        : m_process(process)
        , m_place(place)
    {
    }

    qint64 m_process;
    QString m_place;
};

} // namespace linnet::exports
