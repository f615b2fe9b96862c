// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/catalogue.h"
#include "practice/vacancies/hhjson.h"
#include "practice/vacancies/trudvsemjson.h"
#include "support/shareddata.h"

#include <QJsonDocument>
#include <QTest>

using namespace linnet::practice;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Where `ours` has a field that no real answer has, or one of another type; null fits every type.
void compareShapes(const QString &path, const QJsonObject &ours, const QJsonObject &real,
                   QStringList &differences)
{
    for (auto it = ours.begin(); it != ours.end(); ++it) {
        const QString name = path + u'.' + it.key();
        if (!real.contains(it.key())) {
            differences.append(name + " is not in the real answer"_L1);
            continue;
        }
        const QJsonValue value = it.value();
        const QJsonValue other = real[it.key()];
        if (value.isNull() || other.isNull())
            continue;
        if (value.type() != other.type())
            differences.append(name + " has another type"_L1);
        else if (value.isObject())
            compareShapes(name, value.toObject(), other.toObject(), differences);
        else if (value.isArray() && value[0].isObject() && other[0].isObject())
            compareShapes(name + "[]"_L1, value[0].toObject(), other[0].toObject(), differences);
    }
}

/// What one real answer leaves out, another has.
QJsonObject merged(QJsonObject object, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it) {
        if (object[it.key()].isObject() && it->isObject())
            object.insert(it.key(), merged(object[it.key()].toObject(), it->toObject()));
        else if (!object.contains(it.key()) || object[it.key()].isNull() ||
                 object[it.key()].toArray().isEmpty())
            object.insert(it.key(), *it);
    }
    return object;
}

QJsonObject sampleObject(const QString &name)
{
    return QJsonDocument::fromJson(sharedBytes(u"samples/"_s + name)).object();
}

} // namespace

/// The invented answers have the fields and types of real ones.
class TestPracticeShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listing();
    void detail();
    void trudvsem();
    void trudvsemRegions();
    void roles();

private:
    const Catalogue m_catalogue{QDate(2026, 3, 1)};
    const HhJson m_json{m_catalogue.words(), u"http://127.0.0.1:1"_s};
};

void TestPracticeShapes::listing()
{
    const QString recent = u"hh/hh_sample_search_page_2025.json"_s;
    if (sharedFile(u"samples/"_s + recent).isNull())
        QSKIP("samples/hh/hh_sample_search_page_2025.json is not there");
    QJsonObject real = sampleObject(recent)["items"_L1][0].toObject();
    for (const QJsonValue &item : sampleObject(u"hh/hh_search_page_2024_02.json"_s)["items"_L1].toArray())
        real = merged(real, item.toObject());
    real = merged(real, sampleObject(u"hh/hh_doc_example_search_page.json"_s)["items"_L1][0].toObject());
    for (const InventedVacancy *vacancy : m_catalogue.listed()) {
        QStringList differences;
        const QJsonObject ours = m_json.listed(*vacancy);
        compareShapes(u"item"_s, ours, real, differences);
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
        for (const QString &name : sampleObject(recent)["items"_L1][0].toObject().keys()) {
            if (name != "show_logo_in_search"_L1)
                QVERIFY2(ours.contains(name), qPrintable(name));
        }
    }
}

void TestPracticeShapes::detail()
{
    const QString recent = u"hh/hh_sample_vacancy_detail_2025.json"_s;
    if (sharedFile(u"samples/"_s + recent).isNull())
        QSKIP("samples/hh/hh_sample_vacancy_detail_2025.json is not there");
    QJsonObject real = sampleObject(recent);
    real = merged(real, sampleObject(u"hh/hh_doc_example_vacancy_detail.json"_s));
    real = merged(real, sampleObject(u"hh/hh_sample_search_page_2025.json"_s)["items"_L1][0].toObject());
    for (const InventedVacancy *vacancy : m_catalogue.listed()) {
        QStringList differences;
        compareShapes(u"detail"_s, m_json.detailed(*vacancy), real, differences);
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    }
}

void TestPracticeShapes::trudvsem()
{
    const QString file = u"samples/sources/trudvsem_records_2026.json"_s;
    if (sharedFile(file).isNull())
        QSKIP("samples/sources/trudvsem_records_2026.json is not there");
    QJsonObject real;
    for (const QJsonValue &record : QJsonDocument::fromJson(sharedBytes(file)).array())
        real = merged(real, record.toObject());
    for (const InventedVacancy *vacancy : m_catalogue.listed()) {
        QJsonObject ours = trudvsemVacancy(*vacancy, m_catalogue.words(), u"http://127.0.0.1:1"_s);
        // A number in most records, a text in some; the sample happens to have numbers only.
        QJsonObject requirement = ours["requirement"_L1].toObject();
        QVERIFY(requirement["experience"_L1].isDouble() || requirement["experience"_L1].isString());
        requirement.remove("experience"_L1);
        ours.insert("requirement"_L1, requirement);
        QStringList differences;
        compareShapes(u"vacancy"_s, ours, real, differences);
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    }
}

void TestPracticeShapes::trudvsemRegions()
{
    const QString file = u"samples/sources/trudvsem_regions.json"_s;
    if (sharedFile(file).isNull())
        QSKIP("samples/sources/trudvsem_regions.json is not there");
    QHash<QString, QString> names;
    for (const QJsonValue &region : QJsonDocument::fromJson(sharedBytes(file)).array())
        names.insert(region["region_code"_L1].toString().left(2), region["name"_L1].toString());
    for (const City &city : m_catalogue.words().cities)
        QCOMPARE(city.subjectName, names.value(city.subject));
}

void TestPracticeShapes::roles()
{
    QSet<QString> known;
    for (const QJsonValue &category : m_catalogue.words().roles["categories"_L1].toArray()) {
        for (const QJsonValue &role : category["roles"_L1].toArray())
            known.insert(role["id"_L1].toString());
    }
    for (const Profession &profession : m_catalogue.words().professions) {
        QVERIFY2(known.contains(profession.role) && !profession.roleName.isEmpty(),
                 qPrintable(profession.role));
        QVERIFY2(m_catalogue.words().fields.contains(profession.field), qPrintable(profession.field));
    }
}

QTEST_GUILESS_MAIN(TestPracticeShapes)
#include "tst_practiceshapes.moc"
