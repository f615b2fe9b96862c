// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/problemsmodel.h"

#include "base/errortext.h"
#include "base/visibletext.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quintptr CauseId = 0; // a failure's index holds its cause's row + 1

} // namespace

void ProblemsModel::setFailures(std::vector<store::WorkFailure> failures)
{
    if (failures.empty() && m_failures.empty())
        return;
    beginResetModel();
    m_failures = std::move(failures);
    m_causes.clear();
    for (size_t i = 0; i < m_failures.size(); ++i) {
        const Error cause{m_failures[i].error.reason, m_failures[i].error.status, {}};
        const QString host = QUrl(m_failures[i].url).host();
        auto found = std::ranges::find_if(
            m_causes, [&](const Cause &known) { return known.error == cause && known.host == host; });
        if (found == m_causes.end())
            found = m_causes.insert(m_causes.end(), {cause, host, {}});
        found->failures.push_back(i);
    }
    std::ranges::stable_sort(m_causes, std::greater(),
                             [](const Cause &cause) { return cause.failures.size(); });
    endResetModel();
}

QModelIndex ProblemsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : CauseId);
}

QModelIndex ProblemsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == CauseId)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, CauseId);
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_causes.size());
    return parent.internalId() == CauseId ? int(m_causes[size_t(parent.row())].failures.size()) : 0;
}

int ProblemsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString ProblemsModel::causeText(const Cause &cause) const
{
    return tr("%1 %2 (%L3)", "a host, a cause and how often")
        .arg(cause.host.isEmpty() ? QString() : cause.host + u':', ErrorText::sentence(cause.error))
        .arg(cause.failures.size())
        .trimmed();
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == CauseId) {
        const Cause &cause = m_causes[size_t(index.row())];
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(visibleText(causeText(cause)))
                                                                  : QVariant();
    }
    const Cause &cause = m_causes[size_t(index.internalId()) - 1];
    const store::WorkFailure &failure = m_failures[cause.failures[size_t(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(failure.error.detail.isEmpty() ? failure.url
                                                          : failure.url + u"  ·  "_s + failure.error.detail);
    case Qt::ToolTipRole:
        return u"<p>%1</p>"_s.arg(visibleText(failure.url).toHtmlEscaped()); // no markup of strangers
    case UrlRole:
        return failure.url;
    default:
        return {};
    }
}

std::vector<qint64> ProblemsModel::unitsOf(const QModelIndex &index) const
{
    std::vector<qint64> ids;
    const auto take = [&](size_t failure) {
        const Reason reason = m_failures[failure].error.reason;
        const bool isLine = reason == Reason::BadUrl || reason == Reason::BadLine ||
                            reason == Reason::NoScheme || reason == Reason::OtherScheme;
        if (!isLine && m_failures[failure].id > 0)
            ids.push_back(m_failures[failure].id);
    };
    for (size_t i = 0; i < m_causes.size(); ++i) {
        const std::vector<size_t> &failures = m_causes[i].failures;
        if (!index.isValid() || (index.internalId() == CauseId && index.row() == int(i)))
            std::ranges::for_each(failures, take);
        else if (index.internalId() == quintptr(i) + 1)
            take(failures[size_t(index.row())]);
    }
    return ids;
}

} // namespace linnet::models
