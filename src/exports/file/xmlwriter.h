// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/file/textoutput.h"

#include <QXmlStreamWriter>

namespace linnet::exports {

/// Writes XML into a TextOutput with QXmlStreamWriter, so that a parser gives back every text as it was: tab
/// and line breaks go as references, and what no XML can hold becomes U+FFFD (xmlText()).
class XmlWriter
{
public:
    /// The output outlives the writer.
    explicit XmlWriter(TextOutput &out);

    void begin(); ///< the declaration, on a line of its own
    void start(const QString &element) { m_xml.writeStartElement(element); }
    /// An element without content; attributes may follow, then the next element.
    void empty(const QString &element) { m_xml.writeEmptyElement(element); }
    void attribute(const QString &name, QStringView value);
    void attribute(const QString &name, qint64 value) { m_xml.writeAttribute(name, QString::number(value)); }
    void text(QStringView text);
    /// Always with an end tag of its own, also when there was no content.
    void end();
    void endLine() { m_xml.writeCharacters(QStringLiteral("\n")); }

private:
    /// The device of QXmlStreamWriter: passes everything on.
    class Feed final : public QIODevice
    {
    public:
        explicit Feed(TextOutput &out);

    protected:
        qint64 readData(char *, qint64) override { return -1; }
        qint64 writeData(const char *bytes, qint64 size) override;

    private:
        TextOutput &m_out;
    };

    Feed m_feed;
    QXmlStreamWriter m_xml;
};

} // namespace linnet::exports
