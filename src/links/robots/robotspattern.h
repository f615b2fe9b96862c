// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace linnet::links {

/// The path pattern of an Allow or Disallow line (RFC 9309, 2.2.2 and 2.2.3): "*" is any run of bytes, "$" at
/// the end is the end of the path. Linear in the path for each run between two stars.
///
/// Percent-encoding: bytes beyond ASCII are encoded and hex digits made upper case on both sides. Encoded
/// letters are not decoded: the RFC's table would, the reference implementation and its published test set do
/// not.
class RobotsPattern
{
public:
    explicit RobotsPattern(QByteArrayView value);

    /// `path` as normalized() gives it.
    bool matches(QByteArrayView path) const;
    /// What every matching path begins with; may be empty.
    const QByteArray &beginning() const { return m_runs.first(); }
    /// How specific the pattern is: its octets after encoding, signs included; 0 for an empty one.
    qsizetype length() const { return m_length; }

    /// Path and query of an absolute URL as they are compared: "/" when there is none, no fragment.
    static QByteArray normalized(QByteArrayView url);

private:
    QList<QByteArray> m_runs; ///< what stands between the stars
    qsizetype m_length = 0;
    bool m_atEnd = false;
};

} // namespace linnet::links
