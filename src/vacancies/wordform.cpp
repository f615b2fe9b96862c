// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/wordform.h"

#include <algorithm>
#include <libstemmer.h>
#include <memory>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView CyrillicTwins = u"авекмнорстух";
constexpr QStringView LatinTwins = u"abekmhopctyx";
constexpr qsizetype ShortestRussian = 3; // shorter words are not inflected
constexpr qsizetype ShortestEnglish = 4;

bool isCyrillic(QChar c)
{
    return c.unicode() >= 0x400 && c.unicode() < 0x530;
}

bool isLatin(QChar c)
{
    return c >= u'a' && c <= u'z';
}

QString replaced(QStringView word, QStringView from, QStringView to)
{
    QString result = word.toString();
    for (QChar &c : result) {
        if (const qsizetype at = from.indexOf(c); at >= 0)
            c = to[at];
    }
    return result;
}

/// One alphabet for a word that was typed with letters of both: the one to which all its letters can belong.
QString inOneAlphabet(QStringView word)
{
    const auto foreign = [](QStringView letters, auto belongs) {
        return [letters, belongs](QChar c) { return belongs(c) && !letters.contains(c); };
    };
    if (std::none_of(word.begin(), word.end(), isLatin) || std::none_of(word.begin(), word.end(), isCyrillic))
        return word.toString();
    if (std::none_of(word.begin(), word.end(), foreign(CyrillicTwins, isCyrillic)))
        return replaced(word, CyrillicTwins, LatinTwins);
    if (std::none_of(word.begin(), word.end(), foreign(LatinTwins, isLatin)))
        return replaced(word, LatinTwins, CyrillicTwins);
    return word.toString();
}

class Stemmer
{
public:
    explicit Stemmer(const char *language)
        : m_stemmer(sb_stemmer_new(language, "UTF_8"), &sb_stemmer_delete)
    {
    }

    QString stem(const QString &word) const
    {
        const QByteArray bytes = word.toUtf8();
        const sb_symbol *stem =
            m_stemmer
                ? sb_stemmer_stem(m_stemmer.get(), reinterpret_cast<const sb_symbol *>(bytes.constData()),
                                  int(bytes.size()))
                : nullptr;
        return stem ? QString::fromUtf8(reinterpret_cast<const char *>(stem),
                                        sb_stemmer_length(m_stemmer.get()))
                    : word;
    }

private:
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> m_stemmer; ///< not safe in several threads
};

/// Продавец and продавцы, сиделка and сиделок, боец and бойцы, владелец and владельцы: the vowel before the
/// last consonant goes in all of them, and in words that always keep theirs it does no harm.
QString withoutFleetingVowel(QString stem)
{
    constexpr QStringView Vowels = u"аеиоуыэюя";
    const qsizetype size = stem.size();
    if (size < 4 || Vowels.contains(stem[size - 1]))
        return stem;
    const QChar before = stem[size - 2];
    const bool afterVowel = Vowels.contains(stem[size - 3]);
    if (before == u'ь' || ((before == u'е' || before == u'о') && !afterVowel))
        return stem.remove(size - 2, 1);
    if (before == u'е' && (stem.endsWith(u'ц') || stem.endsWith(u'к')))
        stem[size - 2] = u'й';
    return stem;
}

/// Without the commonest endings of nouns and adjectives; at least four letters stay.
QString withoutEnding(const QString &word)
{
    static constexpr QStringView Endings[] = {
        u"ого", u"его", u"ому", u"ему", u"ами", u"ями", u"ием", u"ыми", u"ими", u"ых", u"их", u"ым",
        u"им",  u"ах",  u"ях",  u"ов",  u"ев",  u"ей",  u"ой",  u"ам",  u"ям",  u"ом", u"ем", u"ый",
        u"ий",  u"ая",  u"яя",  u"ое",  u"ее",  u"ые",  u"ие",  u"ую",  u"юю",  u"ии", u"ия", u"ию",
        u"а",   u"я",   u"о",   u"е",   u"и",   u"ы",   u"у",   u"ю",   u"ь",   u"й"};
    constexpr qsizetype Least = 4;
    for (const QStringView ending : Endings) {
        if (word.size() - ending.size() >= Least && word.endsWith(ending))
            return word.chopped(ending.size());
    }
    return word;
}

/// Snowball takes the end of some nouns for that of a verb (бармен, кредит), but knows short words.
QStringList russianKeys(const QString &word)
{
    static thread_local const Stemmer stemmer("russian");
    QStringList keys;
    for (const QString &stem : {stemmer.stem(word), withoutEnding(word)})
        keys.append(withLookalikes(withoutFleetingVowel(stem)));
    keys.removeDuplicates();
    return keys;
}

QString englishKey(const QString &word)
{
    static thread_local const Stemmer stemmer("english");
    return stemmer.stem(word);
}

} // namespace

QString withLookalikes(QStringView folded)
{
    return replaced(folded, CyrillicTwins, LatinTwins);
}

QStringList wordKeys(QStringView folded)
{
    const QString word = inOneAlphabet(folded);
    if (word.size() >= ShortestRussian && std::all_of(word.begin(), word.end(), isCyrillic))
        return russianKeys(word);
    if (word.size() < ShortestEnglish || !std::all_of(word.begin(), word.end(), isLatin))
        return {withLookalikes(word)};
    QStringList keys{englishKey(word)};
    const bool maybeRussian =
        std::all_of(word.begin(), word.end(), [](QChar c) { return LatinTwins.contains(c); });
    if (maybeRussian)
        keys.append(russianKeys(replaced(word, LatinTwins, CyrillicTwins)));
    return keys;
}

} // namespace linnet::vacancies
