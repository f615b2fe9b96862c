// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"

#include <QTest>

#include <optional>

namespace linnet::test {

TempProject::TempProject()
{
    if (const Result<void> opened = reopen(); !opened)
        qWarning() << "no temporary project:" << opened.error().detail;
}

TempProject::~TempProject() = default;

std::unique_ptr<store::RowReader> TempProject::reader() const
{
    Result<std::unique_ptr<store::RowReader>> reader = store::RowReader::open(path());
    if (!reader)
        qFatal("no reader: %s", qPrintable(reader.error().detail));
    return std::move(*reader);
}

Result<void> TempProject::flush()
{
    QObject context;
    std::optional<Result<void>> answer;
    writer().flush(&context, [&](const Result<void> &result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
        return fail(Reason::Deadline, QStringLiteral("flush"));
    return *answer;
}

Result<void> TempProject::close()
{
    if (!m_project)
        return {};
    Result<void> closed = m_project->close();
    m_project.reset();
    return closed;
}

Result<void> TempProject::reopen()
{
    if (Result<void> closed = close(); !closed)
        return closed;
    Result<std::unique_ptr<store::Project>> opened = store::Project::open(path());
    if (!opened)
        return std::unexpected(opened.error());
    m_project = std::move(*opened);
    return {};
}

} // namespace linnet::test
