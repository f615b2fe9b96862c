// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QStringList>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Long enough to be stored apart from its row.
inline QString longText(const QString &words)
{
    return words + u" и прочее"_s.repeated(100) + u'.';
}

/// Made of few pieces, so that words meet often, and of signs between them that mean something or nothing.
class RandomTexts
{
public:
    QString text(int pieces)
    {
        static const QStringList words = {u"данные"_s,
                                          u"Данных"_s,
                                          u"дан"_s,
                                          u"аналитик"_s,
                                          u"АНАЛИТИКА"_s,
                                          u"ёлка"_s,
                                          u"Елка"_s,
                                          u"sql"_s,
                                          u"SQL"_s,
                                          u"MySQL"_s,
                                          u"c"_s,
                                          u"С"_s,
                                          u"с"_s,
                                          u"1"_s,
                                          u"1с"_s,
                                          u"1C"_s,
                                          u"18"_s,
                                          u"b2b"_s,
                                          u"в2в"_s,
                                          u"Power"_s,
                                          u"BI"_s,
                                          u"a"_s,
                                          u"а"_s,
                                          u"数据"_s,
                                          u"naïve"_s,
                                          u"straße"_s,
                                          u"İstanbul"_s,
                                          u"и\u0306"_s,
                                          u"про\u00adект"_s,
                                          u"😀"_s,
                                          u"\U00020000"_s,
                                          QString(70, u'ж'),
                                          QString(64, u'ж'),
                                          u"\ufffd"_s};
        static const QStringList signs = {u" "_s,  u" "_s, u" "_s,      u"-"_s,     u"+"_s,  u"++"_s,
                                          u"#"_s,  u"."_s, u", "_s,     u"/"_s,     u"\n"_s, u"—"_s,
                                          u"\""_s, u"'"_s, u"\u00a0"_s, u""_s,      u"«"_s,  u"*"_s,
                                          u"("_s,  u"&"_s, u"№"_s,      u"\u200b"_s};
        QString result;
        for (int i = 0; i < pieces; ++i)
            result += any(words) + any(signs);
        return result;
    }

    /// Typed by somebody: parts of a text, with stars and quotes.
    QString query()
    {
        QString result;
        for (int i = m_random.bounded(3); i >= 0; --i) {
            QString piece =
                text(1 + int(m_random.bounded(3))).remove(u'"').remove(u'*').remove(u'«').simplified();
            if (m_random.bounded(4) == 0)
                piece = piece.left(1 + m_random.bounded(4));
            if (m_random.bounded(3) == 0)
                piece += u'*';
            if (m_random.bounded(3) == 0)
                piece = u'"' + piece + u'"';
            result += piece + u' ';
        }
        return result;
    }

private:
    QString any(const QStringList &list) { return list[m_random.bounded(int(list.size()))]; }
    QRandomGenerator m_random{20261129};
};

} // namespace linnet::test
