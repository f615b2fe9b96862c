// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commandwords.h"

#include "base/otherlayout.h"
#include "base/textfold.h"

#include <QRegularExpression>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(u"[^\\p{L}\\p{N}+#]+"_s);
    return foldText(text).split(between, Qt::SkipEmptyParts);
}

bool begins(const QStringList &words, const QString &typed)
{
    return std::ranges::any_of(words, [&](const QString &word) { return word.startsWith(typed); });
}

} // namespace

CommandWords::Typed::Typed(const QString &text)
    : m_words(wordsOf(text))
    , m_other(wordsOf(inOtherLayout(text)))
{
}

CommandWords::CommandWords(const Command &command)
    : m_text(wordsOf(command.text))
    , m_other(wordsOf(command.english + u' ' + command.where + u' ' + command.whereEnglish))
{
}

int CommandWords::rank(const Typed &typed) const
{
    constexpr int OtherLayout = 3;
    if (const int found = rank(typed.m_words); found >= 0)
        return found;
    const int found = rank(typed.m_other);
    return found < 0 ? -1 : OtherLayout + found;
}

int CommandWords::rank(const QStringList &typed) const
{
    int result = typed.isEmpty() ? -1 : 0;
    for (const QString &word : typed) {
        if (begins(m_text, word))
            result = std::max(result, word == typed.first() && m_text.value(0).startsWith(word) ? 0 : 1);
        else if (begins(m_other, word))
            result = 2;
        else
            return -1;
    }
    return result;
}

} // namespace linnet::models
