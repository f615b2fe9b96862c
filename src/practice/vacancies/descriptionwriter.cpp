// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/descriptionwriter.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int styles = 3;
/// Every so many advertisements hold something that is hard to export, and every so many are very long.
constexpr int trickyEvery = 11;
constexpr int longEvery = 97;

QStringList escaped(QStringList lines)
{
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    return lines;
}

} // namespace

DescriptionWriter::DescriptionWriter(const Vocabulary &words, Dice &dice)
    : m_words(words)
    , m_dice(dice)
{
}

void DescriptionWriter::write(InventedVacancy &vacancy)
{
    const size_t language = vacancy.english ? 1 : 0;
    const QStringList duties = some(vacancy.field->duties[language], 6);
    const QStringList needs = some(vacancy.field->needs[language], 5);
    const QStringList &headings = m_dice.pick(m_words.headings[language]);
    const int style = m_dice.below(styles);
    vacancy.duty = duties.first();
    vacancy.need = needs.first();

    const QString place = vacancy.english ? vacancy.city->english : vacancy.city->name;
    QStringList parts{
        u"<p>"_s + m_dice.pick(m_words.intros[language]).arg(vacancy.employerName().toHtmlEscaped(), place) +
        u"</p>"_s};
    if (vacancy.number % trickyEvery == 0)
        parts.append(
            m_words.trickyParagraphs[(vacancy.number / trickyEvery) % m_words.trickyParagraphs.size()]);
    parts.append(section(headings[0], escaped(duties), style));
    parts.append(section(headings[1], escaped(needs), style));
    parts.append(section(headings[2], some(m_words.offers[language], 5), style));
    if (vacancy.number % longEvery == 0) {
        for (int i = 0; i < 12; ++i)
            parts.append(section(headings[0], escaped(some(vacancy.field->duties[language], 8)), 0));
    }
    vacancy.description = parts.join(u' ');
}

/// Between three and `most` different elements, in random order.
QStringList DescriptionWriter::some(const QStringList &list, int most)
{
    QStringList pool = list;
    QStringList chosen;
    const int count = 3 + m_dice.below(qMax(1, most - 2));
    while (chosen.size() < count && !pool.isEmpty())
        chosen.append(pool.takeAt(m_dice.below(pool.size())));
    return chosen;
}

QString DescriptionWriter::section(const QString &heading, const QStringList &lines, int style)
{
    if (style == 0)
        return u"<p><strong>%1</strong></p> <ul> <li>%2</li> </ul>"_s.arg(heading, lines.join(u"</li> <li>"));
    if (style == 1)
        return u"<p><em>%1</em></p><ul><li>%2.</li></ul>"_s.arg(heading, lines.join(u";</li><li>"));
    return u"<strong>%1</strong><br />- %2"_s.arg(heading, lines.join(u";<br />- "));
}

} // namespace linnet::practice
