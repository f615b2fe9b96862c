// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparable/vocabulary.h"

#include "base/textfold.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <span>

namespace linnet::comparable {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<QByteArrayView, size_t(WordKind::Count)> RuleNames{
    "region", "grade", "experience", "employment", "work_format", "isco08"};
/// Of employment, the less usual first.
constexpr std::array<QByteArrayView, 6> Employments{"FLY_IN_FLY_OUT", "PART",    "VOLUNTEER",
                                                    "PROBATION",      "PROJECT", "FULL"};
constexpr std::array<QByteArrayView, 4> Formats{"ON_SITE", "REMOTE", "HYBRID", "FIELD_WORK"};
constexpr std::array<QByteArrayView, 4> Experiences{"noExperience", "between1And3", "between3And6",
                                                    "moreThan6"};
constexpr std::array<QByteArrayView, 7> Grades{"intern", "junior", "middle", "senior",
                                               "lead",   "head",   "none"};

QString wordOf(QStringView text)
{
    QString word = foldText(text);
    for (const char16_t dash : {u'‐', u'‑', u'‒', u'–', u'—', u'−'})
        word.replace(dash, u'-');
    return word.simplified();
}

bool isLetter(QChar unit)
{
    return unit.isLetterOrNumber();
}

bool isOf(const QByteArray &value, std::span<const QByteArrayView> known)
{
    return std::ranges::find(known, QByteArrayView(value)) != known.end();
}

bool isGroupOfIsco(const QByteArray &value)
{
    return !value.isEmpty() && value.size() <= 4 &&
           std::ranges::all_of(value, [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool isKnown(WordKind kind, const QByteArray &value)
{
    switch (kind) {
    case WordKind::Grade:
        return isOf(value, Grades);
    case WordKind::Experience:
        return isOf(value, Experiences);
    case WordKind::Employment:
        return isOf(value, Employments);
    case WordKind::WorkFormat:
        return isOf(value, Formats);
    case WordKind::Occupation:
        return isGroupOfIsco(value);
    case WordKind::Region:
    case WordKind::Count:
        break;
    }
    return true;
}

/// The code that a text names with its classification: "ISCO-08 2511", "ОКЗ: 2511". The Russian one of 2014
/// and the Norwegian one have the codes of ISCO-08, the Czech one and that of Singapore those with a fifth
/// digit. The Swedish one of 2012 has its groups in the same order, but not the same groups: of its managers
/// only the first digit is sure, of others the first two. Whether each of them is the same was not verified.
/// Others have codes of their own.
QByteArray namedGroup(QStringView text)
{
    static const QRegularExpression named(
        u"^(?:isco(?:-?08)?|мскз(?:-?08)?|окз|styrk(?:-?08)?)[ :.-]*([0-9]{1,4})$"_s);
    static const QRegularExpression czech(u"^(?:cz-?isco|ssoc)[ :.-]*([0-9]{1,4})[0-9]?$"_s);
    static const QRegularExpression swedish(u"^ssyk(?:-?2012)?[ :.-]*([0-9]{2,4})$"_s);
    const QString word = wordOf(text);
    for (const QRegularExpression &same : {named, czech}) {
        if (const auto match = same.match(word); match.hasMatch())
            return match.captured(1).toLatin1();
    }
    const QByteArray group = swedish.match(word).captured(1).left(2).toLatin1();
    if (group == "76") // the last group of food and textiles is one of its own there
        return "75";
    return group.startsWith('1') ? group.left(1) : group;
}

void addOnce(QByteArray &list, const QByteArray &item)
{
    if (item.isEmpty() || list.split(';').contains(item))
        return;
    list += (list.isEmpty() ? "" : ";") + item;
}

} // namespace

const std::vector<RuleLine> &Vocabulary::builtInLines()
{
    static const std::vector<RuleLine> lines = bundledRules(u":/rules/words.tsv"_s);
    return lines;
}

const Vocabulary &Vocabulary::builtIn()
{
    static const Vocabulary words = [] {
        auto made = over({});
        Q_ASSERT(made);
        return made ? std::move(*made) : Vocabulary();
    }();
    return words;
}

Result<Vocabulary> Vocabulary::parse(QByteArrayView table)
{
    const auto own = readRuleTable(table);
    return own ? over(*own) : std::unexpected(own.error());
}

Result<Vocabulary> Vocabulary::over(const std::vector<RuleLine> &own)
{
    Vocabulary words;
    for (const auto *from : {&builtInLines(), &own}) {
        for (const RuleLine &line : *from) {
            const Result<void> taken = words.take(line);
            if (!taken)
                return fail(Reason::BadLine, u"%1: %2"_s.arg(line.line).arg(taken.error().detail));
        }
    }
    return words;
}

Result<void> Vocabulary::take(const RuleLine &line)
{
    const auto name = std::ranges::find(RuleNames, QByteArrayView(line.rule));
    if (name == RuleNames.end())
        return fail(Reason::BadLine, u"there is no rule “%1”"_s.arg(QString::fromUtf8(line.rule)));
    const auto kind = WordKind(name - RuleNames.begin());
    const QString word = wordOf(QString::fromUtf8(line.of));
    if (word.isEmpty())
        return fail(Reason::BadLine, u"no word is named"_s);
    auto &words = m_words[size_t(kind)];
    if (line.value.isEmpty()) {
        words.remove(word);
        return {};
    }
    if (!isKnown(kind, line.value))
        return fail(Reason::BadLine, u"“%1” is no value of %2"_s.arg(QString::fromUtf8(line.value),
                                                                     QString::fromUtf8(line.rule)));
    words.insert(word, line.value);
    if (kind == WordKind::Grade)
        m_longestGrade = std::max(m_longestGrade, int(word.count(u' ')) + 1);
    return {};
}

QByteArray Vocabulary::codeOf(WordKind kind, QStringView text) const
{
    return m_words[size_t(kind)].value(wordOf(text));
}

QByteArray Vocabulary::region(QStringView area) const
{
    if (const QByteArray whole = codeOf(WordKind::Region, area); !whole.isEmpty())
        return whole;
    static const QRegularExpression kindOfPlace(u"^(г\\.|город|городской округ)\\s*"_s);
    static const QRegularExpression inBrackets(u"\\s*\\([^)]*\\)$"_s);
    QByteArray region;
    const auto &words = m_words[size_t(WordKind::Region)];
    for (const QStringView part : area.split(u',')) {
        QString word = wordOf(part);
        for (const QRegularExpression &extra : {kindOfPlace, inBrackets}) {
            if (!words.contains(word))
                word.remove(extra);
        }
        const QByteArray known = words.value(word);
        // "Беларусь, Минск" names the same twice; of two that differ neither can be trusted.
        if (!known.isEmpty() && (region.isEmpty() || region == known))
            region = known;
        else if (!known.isEmpty())
            return {};
    }
    return region;
}

QByteArray Vocabulary::grades(QStringView title) const
{
    const QString text = wordOf(title);
    QStringList words;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype to = from;
        while (to < text.size() && isLetter(text[to]))
            ++to;
        if (to > from)
            words.append(text.sliced(from, to - from));
        from = to + 1;
    }
    const auto &known = m_words[size_t(WordKind::Grade)];
    QByteArray found;
    for (qsizetype at = 0; at < words.size();) {
        qsizetype length = std::min<qsizetype>(m_longestGrade, words.size() - at);
        QByteArray grade;
        for (; length > 0; --length) {
            grade = known.value(words.sliced(at, length).join(u' '));
            if (!grade.isEmpty())
                break;
        }
        if (grade != "none")
            addOnce(found, grade);
        at += std::max<qsizetype>(length, 1);
    }
    return found;
}

QByteArray Vocabulary::experience(QStringView text) const
{
    const QByteArray code = codeOf(WordKind::Experience, text);
    if (!code.isEmpty())
        return code;
    static const QRegularExpression digits(u"^\\D{0,20}(\\d{1,2})(?!\\d)"_s);
    const auto match = digits.match(text.toString());
    if (!match.hasMatch())
        return {};
    const int years = match.capturedView(1).toInt();
    const size_t step = years == 0 ? 0 : years < 3 ? 1 : years < 6 ? 2 : 3;
    return Experiences[step].toByteArray();
}

QByteArray Vocabulary::employment(QStringView employment, QStringView schedule) const
{
    const QByteArray codes[] = {codeOf(WordKind::Employment, employment),
                                codeOf(WordKind::Employment, schedule)};
    for (const QByteArrayView known : Employments) {
        if (codes[0] == known || codes[1] == known)
            return known.toByteArray();
    }
    return {};
}

QByteArray Vocabulary::codesOf(WordKind kind, QStringView list) const
{
    QByteArray codes;
    for (const QStringView item : list.split(u';')) {
        QByteArray code = codeOf(kind, item);
        if (code.isEmpty() && kind == WordKind::Occupation)
            code = namedGroup(item);
        addOnce(codes, code);
    }
    return codes;
}

} // namespace linnet::comparable
