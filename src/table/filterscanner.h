// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringView>

#include <optional>

namespace linnet::table {

/// Reads the pieces of a filter text from left to right; blanks between them do not matter.
class FilterScanner
{
public:
    explicit FilterScanner(QStringView text);

    struct Word
    {
        QString text;
        bool isQuoted = false;
        qsizetype at = 0;
    };
    /// A column name: ends before a blank or an operator.
    Result<Word> column();
    /// A value: ends before a blank, a bracket, and in a list before a comma. A keyword has to be quoted.
    Result<Word> value(bool inList);
    /// What is between slashes, or a word.
    Result<Word> pattern();

    bool takeKeyword(QStringView keyword);
    bool takeSymbol(QStringView symbol);
    bool atEnd();
    qsizetype position(); ///< of the next piece

    /// "at 5: expected … instead of …"; characters count from 1.
    std::unexpected<Error> expected(const QString &what);
    static std::unexpected<Error> errorAt(qsizetype at, const QString &what);

    static bool isKeyword(QStringView word);

private:
    void skipBlanks();
    template <typename IsEnd> Word plainWord(IsEnd isEnd);
    Result<Word> quotedWord();

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace linnet::table
