// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/labelledads.h"

#include "table/vacancyschema.h"

#include <QStringList>

#include <algorithm>
#include <random>
#include <utility>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

/// Parts of sentences; their products are enough that no two jobs have a text in common by chance.
struct Language
{
    QStringList openings, actions, objects, ends;
    QStringList titles, regions, employers;
    QString renamed; ///< "%1 (leading)"
};

const Language &russian()
{
    static const Language language{
        {u"Вам предстоит"_s, u"Вы будете"_s, u"Нужно"_s, u"Предлагаем"_s, u"Мы ждём, что вы сможете"_s,
         u"В задачи входит"_s, u"Ежедневно требуется"_s, u"Первые месяцы предстоит"_s},
        {u"вести"_s, u"проверять"_s, u"готовить"_s, u"согласовывать"_s, u"обновлять"_s, u"развивать"_s,
         u"принимать"_s, u"описывать"_s, u"сверять"_s, u"планировать"_s, u"собирать"_s, u"упрощать"_s},
        {u"первичные документы"_s, u"отчёты для руководства"_s, u"заявки постоянных клиентов"_s,
         u"складские остатки"_s, u"договоры с поставщиками"_s, u"расчёты с подрядчиками"_s,
         u"базу знаний отдела"_s, u"план закупок"_s, u"график смен"_s, u"обращения покупателей"_s,
         u"витрину магазина"_s, u"маршруты доставки"_s, u"учебные материалы"_s, u"акты сверки"_s},
        {u"вместе с коллегами из соседнего отдела"_s, u"в тесной связке с бухгалтерией"_s,
         u"по понятным правилам"_s, u"к концу каждой недели"_s, u"без лишней спешки"_s,
         u"под руководством наставника"_s, u"для трёх площадок сразу"_s, u"в новой учётной системе"_s,
         u"до полудня"_s, u"раз в квартал"_s, u"с первого рабочего дня"_s},
        {u"Бухгалтер"_s, u"Водитель погрузчика"_s, u"Аналитик данных"_s, u"Продавец-консультант"_s,
         u"Менеджер по закупкам"_s, u"Менеджер по продажам"_s, u"Инженер-сметчик"_s, u"Оператор линии"_s,
         u"Логист"_s, u"Повар горячего цеха"_s},
        {u"Москва"_s, u"Казань"_s, u"Томск"_s, u"Уфа"_s, u"Самара"_s, u"Пермь"_s, u"Омск"_s},
        {u"ООО «Ромашка»"_s, u"АО «Заря»"_s, u"Северный ветер"_s, u"ПАО Техника"_s, u"Быстрый склад"_s},
        u"%1 в отдел развития"_s};
    return language;
}

const Language &english()
{
    static const Language language{
        {u"You will"_s, u"Your task is to"_s, u"We want you to"_s, u"Every day you"_s,
         u"From the start you"_s, u"Together we"_s, u"The role asks you to"_s},
        {u"review"_s, u"prepare"_s, u"maintain"_s, u"improve"_s, u"document"_s, u"plan"_s, u"measure"_s,
         u"support"_s, u"order"_s, u"explain"_s, u"collect"_s},
        {u"monthly reports"_s, u"supplier contracts"_s, u"the shift calendar"_s, u"customer requests"_s,
         u"stock levels"_s, u"training material"_s, u"delivery routes"_s, u"the data warehouse"_s,
         u"test benches"_s, u"the web shop"_s, u"open invoices"_s, u"safety instructions"_s},
        {u"with two senior colleagues"_s, u"for three sites at once"_s, u"before noon"_s, u"every quarter"_s,
         u"in close touch with finance"_s, u"without needless haste"_s, u"in our new system"_s,
         u"at your own pace"_s, u"with a mentor beside you"_s, u"under simple rules"_s},
        {u"Accountant"_s, u"Data Engineer"_s, u"Warehouse Lead"_s, u"Sales Manager"_s, u"Purchase Manager"_s,
         u"Test Engineer"_s, u"Shift Planner"_s},
        {u"London"_s, u"Leeds"_s, u"York"_s, u"Bristol"_s, u"Dundee"_s},
        {u"Maple & Sons Ltd"_s, u"Agile Badger"_s, u"North Pier Inc"_s, u"Quiet Harbour"_s},
        u"%1, growth team"_s};
    return language;
}

class Inventor
{
public:
    explicit Inventor(unsigned seed)
        : m_dice(seed)
    {
    }

    std::vector<LabelledAd> invent(int count)
    {
        chain();
        while (int(m_ads.size()) < count) {
            switch (roll(10)) {
            case 0:
                template_();
                break;
            case 1:
                manyTextsOfOnePosition();
                break;
            case 2:
                otherRegions();
                break;
            case 3:
                oneTextForAll();
                break;
            default:
                published();
            }
        }
        std::ranges::shuffle(m_ads, m_dice);
        return std::move(m_ads);
    }

private:
    struct Job
    {
        QString title, employer, region;
        QStringList text;
        bool english = false;
    };

    int roll(qsizetype sides) { return int(m_dice() % std::size_t(sides)); }
    const QString &pick(const QStringList &of) { return of[roll(of.size())]; }
    static const Language &words(const Job &job) { return job.english ? english() : russian(); }

    QString sentence(const Job &job)
    {
        const Language &language = words(job);
        return pick(language.openings) + u' ' + pick(language.actions) + u' ' + pick(language.objects) +
               u' ' + pick(language.ends) + u'.';
    }
    QStringList sentences(const Job &job, int count)
    {
        QStringList text;
        for (int i = 0; i < count; ++i)
            text.append(sentence(job));
        return text;
    }
    Job job(int textLength)
    {
        Job job;
        job.english = roll(3) == 0;
        job.title = pick(words(job).titles);
        job.region = pick(words(job).regions);
        job.employer = pick(words(job).employers) + u' ' + QString::number(roll(90));
        job.text = sentences(job, textLength);
        return job;
    }

    void add(const Job &job, int number, const char *kind)
    {
        LabelledAd ad;
        ad.job = number;
        ad.kind = kind;
        ad.cells.resize(table::vacancySchema().columns.size());
        const auto set = [&ad](VacancyColumn column, const QString &text) {
            ad.cells[size_t(std::to_underlying(column))] = text;
        };
        set(VacancyColumn::Source, u"hh"_s);
        set(VacancyColumn::Id, QString::number(++m_lastId));
        set(VacancyColumn::Vacancy, job.title);
        set(VacancyColumn::Employer, job.employer);
        set(VacancyColumn::Area, job.region);
        set(VacancyColumn::Created, u"2026-11-%1T10:00:00+0300"_s.arg(1 + roll(28), 2, 10, QChar(u'0')));
        set(VacancyColumn::Description, job.text.join(u'\n'));
        m_ads.push_back(std::move(ad));
    }

    /// One job, published one to four times.
    void published()
    {
        const Job first = job(12 + roll(14));
        const int number = ++m_lastJob;
        add(first, number, "first");
        for (int again = roll(4); again > 0; --again) {
            Job other = first;
            switch (roll(5)) {
            case 0:
                add(other, number, "repost");
                break;
            case 1: // case and signs
                other.title = first.title.toUpper();
                other.employer = first.employer.toUpper();
                add(other, number, "repost");
                break;
            case 2:
                for (int edits = 1 + roll(3); edits > 0; --edits)
                    other.text[roll(other.text.size())] = sentence(other);
                other.text.append(sentence(other));
                add(other, number, "edited");
                break;
            case 3:
                other.title = words(first).renamed.arg(first.title);
                add(other, number, "renamed");
                break;
            default:
                other.employer = other.english ? u"Staffing Partners"_s : u"Кадровое агентство «Шанс»"_s;
                other.text.prepend(other.english ? u"For our client we look for a person in the long run."_s
                                                 : u"В компанию нашего клиента нужен человек надолго."_s);
                add(other, number, "agency");
            }
        }
    }

    /// One employer, a text with a common frame, another position each.
    void template_()
    {
        const Job frame = job(14);
        for (const QString &title : words(frame).titles.first(4)) {
            Job one = frame;
            one.title = title;
            one.text += sentences(frame, 4);
            add(one, ++m_lastJob, "template");
        }
    }

    void manyTextsOfOnePosition()
    {
        Job one = job(0);
        for (int i = 0; i < 3; ++i) {
            one.text = sentences(one, 15);
            add(one, ++m_lastJob, "same title");
        }
    }

    void otherRegions()
    {
        Job one = job(15);
        for (const QString &region : words(one).regions.first(3)) {
            one.region = region;
            add(one, ++m_lastJob, "region");
        }
    }

    /// A works that has the same words for all positions.
    void oneTextForAll()
    {
        Job one = job(10);
        for (const QString &title : words(one).titles.first(5)) {
            one.title = title;
            add(one, ++m_lastJob, "one text");
        }
    }

    void chain()
    {
        Job shop = job(12);
        shop.title = u"Продавец-кассир"_s;
        shop.employer = u"Магазин за углом"_s;
        for (int town = 1; town <= 50; ++town) {
            shop.region = u"Город номер %1"_s.arg(town);
            add(shop, ++m_lastJob, "chain");
        }
    }

    std::mt19937 m_dice;
    std::vector<LabelledAd> m_ads;
    int m_lastJob = 0;
    int m_lastId = 1000;
};

} // namespace

std::vector<LabelledAd> labelledAds(int count, unsigned seed)
{
    return Inventor(seed).invent(count);
}

} // namespace linnet::test
