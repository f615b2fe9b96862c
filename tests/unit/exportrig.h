// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/job/exportjob.h"
#include "exports/table/csvwriter.h"
#include "exports/table/jsonwriter.h"
#include "exports/table/xlsxwriter.h"
#include "store/project/project.h"
#include "support/hostiletexts.h"
#include "table/vacancyschema.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// A project with vacancies whose texts are as bad as texts can be, and a fresh folder for what is made of
/// it.
class ExportRig
{
protected:
    using Format = const exports::ExportFormat *;

    static constexpr int Rows = 1'234; // more than two pages

    static table::Cells cells(int i)
    {
        using table::VacancyColumn;
        const QStringList texts = hostileTexts();
        table::Cells result(table::vacancySchema().columns.size());
        result[size_t(VacancyColumn::Vacancy)] = u"Аналитик %1"_s.arg(i);
        result[size_t(VacancyColumn::HasTest)] = i % 2 == 0;
        if (i % 3 != 0)
            result[size_t(VacancyColumn::SalaryFrom)] = 1000.5 * i;
        result[size_t(VacancyColumn::Description)] = texts.at(i % texts.size());
        result[size_t(VacancyColumn::Id)] = QString::number(i);
        return result;
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    void makeProject()
    {
        m_path = m_projectFolder.filePath(u"test.linnet"_s);
        const auto project = store::Project::open(m_path);
        QVERIFY(project);
        store::Writer &writer = (*project)->writer();
        store::Unit unit;
        unit.run = writer.postRun(u"vacancies"_s, {});
        for (int i = 0; i < Rows; ++i)
            unit.rows.push_back({&table::vacancySchema(), u"test:%1"_s.arg(i), cells(i)});
        writer.post(std::move(unit));
        QVERIFY((*project)->close());

        const auto reader = store::RowReader::open(m_path);
        QVERIFY(reader);
        auto ids = (*reader)->ids({.schema = &table::vacancySchema(), .runs = {}, .filter = {}, .sort = {}});
        QVERIFY(ids);
        QCOMPARE(ids->size(), size_t(Rows));
        auto rows = (*reader)->rows(table::vacancySchema(), *ids);
        QVERIFY(rows);
        m_rows = std::move(*rows);
        m_ids = std::make_shared<const store::IdVector>(std::move(*ids));
    }

    exports::ExportSpec spec(Format format, const QString &name) const
    {
        exports::ExportSpec result;
        result.projectPath = m_path;
        result.schema = &table::vacancySchema();
        result.ids = m_ids;
        result.format = format;
        result.path = m_folder->filePath(name);
        return result;
    }
    QStringList files() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    static void addFormats()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("csv") << &exports::formats::Csv;
        QTest::newRow("json") << &exports::formats::Json;
        QTest::newRow("xlsx") << &exports::formats::Xlsx;
    }

    QTemporaryDir m_projectFolder;
    QString m_path;
    store::IdVectorPtr m_ids;
    std::vector<table::Cells> m_rows;      ///< as the project gives them
    std::optional<QTemporaryDir> m_folder; ///< a fresh one for each test
};

} // namespace linnet::test
