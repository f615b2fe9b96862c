// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/xmlwriter.h"

#include "exports/file/xmltext.h"

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

XmlWriter::Feed::Feed(TextOutput &out)
    : m_out(out)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 XmlWriter::Feed::writeData(const char *bytes, qint64 size)
{
    m_out.put(QByteArrayView(bytes, size));
    return size;
}

XmlWriter::XmlWriter(TextOutput &out)
    : m_feed(out)
    , m_xml(&m_feed)
{
}

void XmlWriter::begin()
{
    m_xml.writeStartDocument();
    endLine();
}

void XmlWriter::attribute(const QString &name, QStringView value)
{
    m_xml.writeAttribute(name, xmlText(value));
}

void XmlWriter::end()
{
    m_xml.writeCharacters({}); // else an element without content is closed in its start tag
    m_xml.writeEndElement();
}

// QXmlStreamWriter writes white space as it stands, and parsers make one LF of CR and of CR LF.
void XmlWriter::text(QStringView text)
{
    const QString clean = xmlText(text);
    qsizetype from = 0;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const char16_t unit = clean[i].unicode();
        if (unit != u'\t' && unit != u'\n' && unit != u'\r')
            continue;
        m_xml.writeCharacters(clean.sliced(from, i - from));
        m_xml.writeEntityReference(u'#' + QString::number(unit));
        from = i + 1;
    }
    m_xml.writeCharacters(clean.sliced(from));
}

} // namespace linnet::exports
