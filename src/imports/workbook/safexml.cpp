// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/workbook/safexml.h"

#include <QCoreApplication>

namespace linnet::imports {

namespace {

constexpr int Deepest = 64; ///< sheets have some eight

} // namespace

SafeXml::SafeXml(const QByteArray &text)
    : m_xml(text)
{
}

SafeXml::SafeXml(QIODevice &device)
    : m_xml(&device)
{
}

void SafeXml::fail(const char *detail)
{
    if (m_error.reason == Reason::None)
        m_error = {Reason::BadFile, 0, QString::fromLatin1(detail)};
}

bool SafeXml::next()
{
    while (m_error.reason == Reason::None) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++m_depth > Deepest) {
                fail(QT_TRANSLATE_NOOP("linnet::ErrorDetail", "the workbook is nested too deeply"));
                return false;
            }
            return true;
        case QXmlStreamReader::EndElement:
            --m_depth;
            return true;
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            fail(QT_TRANSLATE_NOOP("linnet::ErrorDetail", "the workbook has entities, which none may have"));
            return false;
        case QXmlStreamReader::EndDocument:
            return false;
        case QXmlStreamReader::Invalid:
            fail(QT_TRANSLATE_NOOP("linnet::ErrorDetail", "the workbook is damaged: its XML cannot be read"));
            return false;
        default:
            break;
        }
    }
    return false;
}

QString SafeXml::attribute(QLatin1StringView name) const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == name)
            return attribute.value().toString();
    }
    return {};
}

void SafeXml::skipElement()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && next()) {
    }
}

} // namespace linnet::imports
