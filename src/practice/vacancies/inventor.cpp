// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/inventor.h"

#include "base/textfold.h"
#include "practice/vacancies/descriptionwriter.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int firstId = 100'000'000;
constexpr int daysBack = 29;
/// Every so many vacancies carry a title that is hard to export.
constexpr int trickyTitleEvery = 19;

QString makeUuid(Dice &dice)
{
    const quint64 high = dice.next();
    const quint64 low = dice.next();
    const QString digits = u"%1%2"_s.arg(high, 16, 16, QChar(u'0')).arg(low, 16, 16, QChar(u'0'));
    return digits.mid(0, 8) + u'-' + digits.mid(8, 4) + "-11f1-"_L1 + digits.mid(16, 4) + u'-' +
           digits.mid(20);
}

struct WorkStyle
{
    QString schedule;
    QStringList formats;
    int weight = 1;
};

std::vector<WorkStyle> workStyles(const QString &kind)
{
    if (kind == "office"_L1) {
        return {{u"fullDay"_s, {u"ON_SITE"_s}, 8}, {u"fullDay"_s, {u"ON_SITE"_s, u"HYBRID"_s}, 4},
                {u"remote"_s, {u"REMOTE"_s}, 6},   {u"remote"_s, {u"REMOTE"_s, u"HYBRID"_s}, 2},
                {u"flexible"_s, {u"HYBRID"_s}, 3}, {u"flexible"_s, {}, 1}};
    }
    if (kind == "shift"_L1) {
        return {{u"shift"_s, {u"ON_SITE"_s}, 8},
                {u"fullDay"_s, {u"ON_SITE"_s}, 5},
                {u"fullDay"_s, {u"FIELD_WORK"_s}, 4},
                {u"flyInFlyOut"_s, {u"ON_SITE"_s}, 2},
                {u"shift"_s, {}, 1}};
    }
    return {{u"shift"_s, {u"ON_SITE"_s}, 6},
            {u"fullDay"_s, {u"ON_SITE"_s}, 6},
            {u"flexible"_s, {u"ON_SITE"_s, u"FIELD_WORK"_s}, 2},
            {u"remote"_s, {u"REMOTE"_s}, 2},
            {u"fullDay"_s, {}, 1}};
}

double gradeFactor(const QString &experience)
{
    if (experience == "noExperience"_L1)
        return 0.6;
    if (experience == "between3And6"_L1)
        return 1.4;
    return experience == "moreThan6"_L1 ? 1.9 : 1.0;
}

} // namespace

Inventor::Inventor(const Vocabulary &vocabulary, const QDate &today, int spread)
    : m_words(vocabulary)
    , m_today(today)
    , m_spread(spread)
    , m_dice(20'240'229)
{
}

std::vector<InventedVacancy> Inventor::invent(int count)
{
    std::vector<InventedVacancy> vacancies;
    vacancies.reserve(static_cast<size_t>(count));
    for (int number = 1; number <= count; ++number)
        vacancies.push_back(inventOne(number));
    return vacancies;
}

InventedVacancy Inventor::inventOne(int number)
{
    InventedVacancy vacancy;
    vacancy.number = number;
    vacancy.id = QString::number(firstId + number);
    vacancy.uuid = makeUuid(m_dice);
    chooseProfession(vacancy);
    chooseTerms(vacancy);
    choosePlace(vacancy);
    chooseName(vacancy);
    chooseSalary(vacancy);
    chooseSkills(vacancy);
    chooseDates(vacancy);
    DescriptionWriter(m_words, m_dice).write(vacancy);
    vacancy.foldedName = foldText(vacancy.name);
    vacancy.foldedCompany = foldText(vacancy.employerName());
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString text = vacancy.description + u' ' + vacancy.skills.join(u' ');
    vacancy.foldedText = foldText(text.replace(tag, u" "_s));
    return vacancy;
}

const TrickyTitle *Inventor::trickyTitle(const InventedVacancy &vacancy) const
{
    if (vacancy.number % trickyTitleEvery != 0)
        return nullptr;
    return &m_words.trickyTitles[static_cast<size_t>(vacancy.number / trickyTitleEvery) %
                                 m_words.trickyTitles.size()];
}

void Inventor::chooseProfession(InventedVacancy &vacancy)
{
    vacancy.profession = &m_dice.pickWeighted(m_words.professions);
    if (const TrickyTitle *tricky = trickyTitle(vacancy)) {
        for (const Profession &profession : m_words.professions) {
            if (profession.role == tricky->role)
                vacancy.profession = &profession;
        }
    }
    vacancy.field = &*m_words.fields.constFind(vacancy.profession->field);
    vacancy.english = vacancy.field->english && m_dice.percent(35);
    do {
        vacancy.employer = &m_dice.pick(m_words.employers);
    } while (vacancy.profession->field == "it"_L1 && !vacancy.employer->accreditedIt && m_dice.percent(60));
    vacancy.anonymous = m_dice.percent(4);
}

void Inventor::chooseTerms(InventedVacancy &vacancy)
{
    const int years = m_dice.below(100);
    vacancy.experience = years < 20   ? u"noExperience"_s
                         : years < 62 ? u"between1And3"_s
                         : years < 88 ? u"between3And6"_s
                                      : u"moreThan6"_s;
    const std::vector<WorkStyle> styles = workStyles(vacancy.field->schedules);
    const WorkStyle &style = m_dice.pickWeighted(styles);
    vacancy.schedule = style.schedule;
    vacancy.workFormats = style.formats;

    const int kind = m_dice.below(100);
    vacancy.employment = kind < 78   ? u"full"_s
                         : kind < 88 ? u"part"_s
                         : kind < 95 ? u"project"_s
                                     : u"probation"_s;
    vacancy.employmentForm = vacancy.schedule == "flyInFlyOut"_L1 ? u"FLY_IN_FLY_OUT"_s
                             : vacancy.employment == "part"_L1    ? u"PART"_s
                             : vacancy.employment == "project"_L1 ? u"PROJECT"_s
                                                                  : u"FULL"_s;
    vacancy.hasTest = m_dice.percent(12);
}

void Inventor::chooseName(InventedVacancy &vacancy)
{
    if (const TrickyTitle *tricky = trickyTitle(vacancy)) {
        vacancy.name = tricky->title;
        return;
    }
    const size_t language = vacancy.english ? 1 : 0;
    QStringList parts;
    const QString grade = m_dice.pick(
        *m_words.grades.constFind(vacancy.english ? vacancy.experience + "En"_L1 : vacancy.experience));
    QString title = m_dice.pick(vacancy.profession->titles[language]);
    if (!grade.isEmpty()) {
        parts.append(grade);
        // "Старший аналитик", but "Старший BI-аналитик".
        if (!vacancy.english && title.size() > 1 && title[1].isLower())
            title[0] = title[0].toLower();
    }
    parts.append(title);
    if (m_dice.percent(30))
        parts.append(suffix(vacancy));
    vacancy.name = parts.join(u' ');
    // What an advertisement asks for is sometimes left open.
    if (m_dice.percent(2))
        vacancy.experience.clear();
    if (m_dice.percent(2))
        vacancy.schedule.clear();
    if (m_dice.percent(2))
        vacancy.employment.clear();
}

QString Inventor::suffix(const InventedVacancy &vacancy)
{
    const qsizetype language = vacancy.english ? 1 : 0;
    const auto bySchedule = m_words.scheduleSuffixes.constFind(vacancy.schedule);
    if (bySchedule != m_words.scheduleSuffixes.constEnd())
        return bySchedule->at(language);
    if (vacancy.employment == "part"_L1)
        return vacancy.english ? u"(part time)"_s : u"на неполный день"_s;
    return m_dice.pick(m_words.suffixes[static_cast<size_t>(language)]);
}

void Inventor::choosePlace(InventedVacancy &vacancy)
{
    vacancy.city = &m_dice.pickWeighted(m_words.cities);
    if (m_dice.percent(25))
        return;
    InventedAddress address;
    address.street = m_dice.pick(m_words.streets);
    address.building = QString::number(1 + m_dice.below(120));
    if (m_dice.percent(20))
        address.building += u"к%1"_s.arg(1 + m_dice.below(4));
    if (m_dice.percent(67)) {
        const auto near = [this](double centre) {
            return std::round((centre + (m_dice.below(1000) - 500) / 10'000.0) * 1e6) / 1e6;
        };
        address.lat = near(vacancy.city->lat);
        address.lng = near(vacancy.city->lng);
    }
    vacancy.address = address;
}

void Inventor::chooseSalary(InventedVacancy &vacancy)
{
    if (m_dice.percent(50))
        return;
    InventedSalary salary;
    const int money = m_dice.below(100);
    salary.currency = money < 88 ? u"RUR"_s : money < 93 ? u"USD"_s : money < 97 ? u"EUR"_s : u"KZT"_s;
    salary.mode = u"MONTH"_s;
    double pay =
        vacancy.profession->pay * 1000.0 * gradeFactor(vacancy.experience) * (80 + m_dice.below(50)) / 100;
    if (vacancy.city->id == "1"_L1)
        pay *= 1.2;
    double step = 5000;
    if (salary.currency != "RUR"_L1) {
        pay *= m_words.rate(salary.currency);
        step = salary.currency == "KZT"_L1 ? 25'000 : 100;
    } else if (vacancy.field->schedules != "office"_L1 && m_dice.percent(12)) {
        const bool hourly = m_dice.percent(40);
        salary.mode = hourly ? u"HOUR"_s : u"SHIFT"_s;
        pay /= hourly ? 160 : 15;
        step = hourly ? 10 : 100;
    }
    const auto rounded = [step](double amount) {
        return static_cast<int>(std::max(step, std::round(amount / step) * step));
    };
    const int shape = m_dice.below(100);
    if (shape < 75)
        salary.from = rounded(pay);
    if (shape >= 40)
        salary.to = rounded(pay * (110 + m_dice.below(50)) / 100);
    const int tax = m_dice.below(5);
    if (tax < 4)
        salary.gross = tax < 2;
    vacancy.salary = salary;
}

void Inventor::chooseSkills(InventedVacancy &vacancy)
{
    if (m_dice.percent(20))
        return;
    QStringList pool = vacancy.profession->skills;
    for (int left = 1 + m_dice.below(pool.size()); left > 0; --left)
        vacancy.skills.append(pool.takeAt(m_dice.below(pool.size())));
}

void Inventor::chooseDates(InventedVacancy &vacancy)
{
    const QTimeZone moscow(3 * 3600);
    const qint64 step = qint64{daysBack} * 24 * 3600 / m_spread;
    const QDateTime midnight(m_today, QTime(0, 0), moscow);
    vacancy.published =
        midnight.addSecs(-(m_spread - vacancy.number) * step - m_dice.below(static_cast<int>(step)));
    vacancy.created =
        m_dice.percent(70) ? vacancy.published : vacancy.published.addDays(-1 - m_dice.below(120));
}

} // namespace linnet::practice
