// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/textwords.h"

#include "base/textfold.h"
#include "vacancies/wordform.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isInvisible(QChar c)
{
    const char16_t unit = c.unicode();
    const bool stress = unit == 0x0300 || unit == 0x0301; // what is left of them in composed text
    return stress || unit == 0x00ad || (unit >= 0x200b && unit <= 0x200f) || unit == 0x2060 || unit == 0xfeff;
}

bool isLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

bool isTail(QChar c)
{
    return c == u'+' || c == u'#';
}

/// Behind the signs of "C++" or "C#"; where they stand before another letter ("C+Java") they part words.
qsizetype endOfTail(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isTail(text[end]))
        ++end;
    return end < text.size() && isLetter(text[end]) ? at : end;
}

TextWord wordOf(QStringView typed, bool joined)
{
    TextWord word{typed.toString(), foldText(typed), {}, joined};
    // "с" and "в" are Russian words of their own, not the letters C and B.
    const bool preposition =
        word.typed.size() == 1 && word.typed[0].isLower() && word.typed[0].unicode() >= 0x400;
    word.keys = preposition ? QStringList{word.folded} : wordKeys(word.folded);
    word.folded = withLookalikes(word.folded);
    return word;
}

} // namespace

std::vector<TextWord> textWords(QStringView written)
{
    QString text = written.toString().normalized(QString::NormalizationForm_C);
    text.removeIf(isInvisible);
    std::vector<TextWord> words;
    qsizetype before = -1; // end of the word before
    for (qsizetype at = 0; at < text.size();) {
        if (!text[at].isLetterOrNumber()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        end = endOfTail(text, end);
        const bool joined = before >= 0 && at == before + 1 && !text[before].isSpace();
        words.push_back(wordOf(QStringView(text).sliced(at, end - at), joined));
        at = before = end;
    }
    return words;
}

} // namespace linnet::vacancies
