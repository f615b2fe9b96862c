// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhsource.h"
#include "vacancies/superjob/superjobsource.h"
#include "vacancies/trudvsem/trudvsemsource.h"

#include <QTest>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

/// Contacts of persons are read when the query asks for them, and never else.
class TestContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hh();
    void hhOddValues();
    void trudvsem();
    void superjob();
    void neverUnasked();

private:
    static const QByteArray HhContacts;
    static const QByteArray TrudvsemAd;
    static QUrl base() { return QUrl(u"http://127.0.0.1:1"_s); }
    static Query asking()
    {
        Query query;
        query.contacts = true;
        return query;
    }
    static bool hasContacts(const Vacancy &vacancy)
    {
        return !vacancy.contactName.isEmpty() || !vacancy.contactEmails.isEmpty() ||
               !vacancy.contactPhones.isEmpty();
    }
};

const QByteArray TestContacts::HhContacts = R"("contacts": {"name": " Anna  P. ", "email": "anna@example.org",
    "phones": [{"country": "7", "city": "000", "number": "111-22-33", "comment": "after six"},
               {"formatted": "+7 000 444-55-66", "country": "7", "city": "000", "number": "4445566",
                "comment": null}]})";

const QByteArray TestContacts::TrudvsemAd =
    R"({"status": "200", "meta": {"total": 1}, "results": {"vacancies": [
    {"vacancy": {"id": "1", "job-name": "A", "contact_person": "Anna P.", "contact_list": [
        {"contact_type": "Телефон", "contact_value": "+7(000) 111-22-33"},
        {"contact_type": "Мобильный телефон", "contact_value": "+7(000) 444-55-66"},
        {"contact_type": "Эл. почта", "contact_value": "anna@example.org"},
        {"contact_type": "Эл. почта", "contact_value": "anna@example.org"},
        {"contact_type": "Факс", "contact_value": "5"}, null, {"contact_type": "Телефон"}]}}]}})";

void TestContacts::hh()
{
    const QByteArray item = R"({"id": "1", )" + HhContacts + '}';
    const auto page = HhSource().parseList(R"({"items": [)" + item + "]}", asking(), base());
    QVERIFY(page && page->vacancies.size() == 1);
    const auto detail = HhSource().parseDetail(item, true);
    QVERIFY(detail);
    for (const Vacancy *vacancy : {&page->vacancies.front(), &*detail}) {
        QCOMPARE(vacancy->contactName, u"Anna P."_s);
        QCOMPARE(vacancy->contactEmails, QStringList{u"anna@example.org"_s});
        QCOMPARE(vacancy->contactPhones,
                 (QStringList{u"+7 000 111-22-33 (after six)"_s, u"+7 000 444-55-66"_s}));
    }
}

void TestContacts::hhOddValues()
{
    for (const QByteArray &contacts :
         {QByteArray("null"), QByteArray("5"), QByteArray("[]"), QByteArray("{}"),
          QByteArray(R"({"name": null, "email": 5.5e300, "phones": {}})"),
          QByteArray(R"({"phones": [null, 1, "x", {}, {"number": ""}]})")}) {
        const auto detail = HhSource().parseDetail(R"({"id": "1", "contacts": )" + contacts + '}', true);
        QVERIFY2(detail, contacts);
        QVERIFY2(detail->contactName.isEmpty() && detail->contactPhones.isEmpty(), contacts);
    }
}

void TestContacts::trudvsem()
{
    const auto page = TrudvsemSource().parseList(TrudvsemAd, asking(), base());
    QVERIFY(page && page->vacancies.size() == 1);
    const auto detail = TrudvsemSource().parseDetail(TrudvsemAd, true);
    QVERIFY(detail);
    for (const Vacancy *vacancy : {&page->vacancies.front(), &*detail}) {
        QCOMPARE(vacancy->contactName, u"Anna P."_s);
        QCOMPARE(vacancy->contactEmails, QStringList{u"anna@example.org"_s});
        QCOMPARE(vacancy->contactPhones, (QStringList{u"+7(000) 111-22-33"_s, u"+7(000) 444-55-66"_s}));
    }
}

void TestContacts::superjob()
{
    QCOMPARE(SuperjobSource().ignoredFields(asking()), QStringList{u"contacts"_s});
    QVERIFY(HhSource().ignoredFields(asking()).isEmpty());
    QVERIFY(TrudvsemSource().ignoredFields(asking()).isEmpty());
}

void TestContacts::neverUnasked()
{
    const QByteArray item = R"({"id": "1", )" + HhContacts + '}';
    const auto list = HhSource().parseList(R"({"items": [)" + item + "]}", {}, base());
    QVERIFY(list && !hasContacts(list->vacancies.front()));
    const auto detail = HhSource().parseDetail(item);
    QVERIFY(detail && !hasContacts(*detail));
    const auto page = TrudvsemSource().parseList(TrudvsemAd, {}, base());
    QVERIFY(page && !hasContacts(page->vacancies.front()));
    const auto record = TrudvsemSource().parseDetail(TrudvsemAd);
    QVERIFY(record && !hasContacts(*record));
    for (const table::Cells &row : {list->vacancies.front().toRow(), detail->toRow(),
                                    page->vacancies.front().toRow(), record->toRow()}) {
        for (const table::Value &cell : row)
            QVERIFY2(!table::toText(cell).contains(u"nna"), qPrintable(table::toText(cell)));
    }
}

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
