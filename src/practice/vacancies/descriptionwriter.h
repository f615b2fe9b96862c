// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/dice.h"
#include "practice/vacancies/inventedvacancy.h"

namespace linnet::practice {

/// Writes an advertisement's text in the HTML that employers use: paragraphs, lists, entities, sometimes
/// untidy.
class DescriptionWriter
{
public:
    DescriptionWriter(const Vocabulary &words, Dice &dice);

    /// Fills description (at least 200 characters), duty and need.
    void write(InventedVacancy &vacancy);

private:
    QStringList some(const QStringList &list, int most);
    QString section(const QString &heading, const QStringList &lines, int style);

    const Vocabulary &m_words;
    Dice &m_dice;
};

} // namespace linnet::practice
