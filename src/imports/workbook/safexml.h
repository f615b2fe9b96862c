// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QXmlStreamReader>

class QIODevice;

namespace linnet::imports {

/// XML of a workbook, token by token. What no workbook has, and somebody could do harm with, is an error: a
/// document type (and so every entity), elements within elements without end.
class SafeXml
{
public:
    explicit SafeXml(const QByteArray &text);
    explicit SafeXml(QIODevice &device); ///< outlives it

    /// On to the next start, end or text; false at the end and after an error.
    bool next();
    bool isStart() const { return m_xml.isStartElement(); }
    bool isEnd() const { return m_xml.isEndElement(); }
    bool isText() const { return m_xml.isCharacters(); }
    QStringView name() const { return m_xml.name(); } ///< without prefix; of a start or an end
    QStringView text() const { return m_xml.text(); }
    /// By name without prefix; good until next().
    QString attribute(QLatin1StringView name) const;
    int depth() const { return m_depth; }
    void skipElement();                            ///< the one that has started
    const Error &error() const { return m_error; } ///< Reason::BadFile
    /// Nothing more can be read.
    void fail(const char *detail);

private:
    QXmlStreamReader m_xml;
    int m_depth = 0;
    Error m_error;
};

} // namespace linnet::imports
