// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/adgrouping.h"

#include "analysis/regroup.h"
#include "session/projectslot.h"
#include "store/read/rowreader.h"
#include "vacancies/regionmap.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>
#include <span>
#include <utility>

namespace linnet::session {

AdGrouping::AdGrouping(ProjectSlot &slot, QObject *parent)
    : QObject(parent)
    , m_slot(slot)
{
    connect(&slot, &ProjectSlot::aboutToClose, this, &AdGrouping::stop);
}

/// `reads`: it holds the project open meanwhile.
template <typename Read, typename Then> void AdGrouping::inPool(bool reads, Read read, Then then)
{
    auto *watcher = new QFutureWatcher<std::invoke_result_t<Read>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, round = m_round, then] {
        watcher->deleteLater();
        if (!isCurrent(round))
            return;
        m_reading = {}; // nobody must wait for a future whose result was taken: that would be for ever
        then(watcher->future().takeResult());
    });
    const auto future = QtConcurrent::run(std::move(read));
    m_reading = reads ? QFuture<void>(future) : QFuture<void>();
    watcher->setFuture(future);
}

void AdGrouping::start()
{
    if (!m_slot.isOpen() || m_slot.isReadOnly())
        return;
    if (m_isRunning)
        m_again = true;
    else
        compare();
}

void AdGrouping::whenDone(QObject *context, std::function<void()> then)
{
    if (m_isRunning)
        m_waiting.push_back({context, std::move(then)});
    else
        then();
}

void AdGrouping::compare()
{
    m_isRunning = true;
    m_again = false;
    ++m_round;
    m_stop = {};
    // What the run stored last has to be there.
    m_slot.project().writer().flush(this, [this, round = m_round](const Result<void> &) {
        if (!isCurrent(round))
            return;
        inPool(
            true,
            [path = m_slot.project().path(), stop = m_stop.get_token()] {
                return analysis::readAds(path, analysis::Ad::subjectsOf(vacancies::subjectsByName()), stop);
            },
            [this](Result<analysis::ProjectAds> ads) {
                if (!ads) {
                    Q_EMIT failed(ads.error());
                    end();
                    return;
                }
                inPool(
                    false,
                    [ads = std::move(*ads), stop = m_stop.get_token()]() mutable {
                        return analysis::changedGroups(std::move(ads), stop);
                    },
                    [this](std::vector<analysis::GroupChange> changes) {
                        write(std::make_shared<const std::vector<analysis::GroupChange>>(std::move(changes)),
                              0);
                    });
            });
    });
}

/// Some after the others: all at once would take more memory than the ads.
void AdGrouping::write(std::shared_ptr<const std::vector<analysis::GroupChange>> changes, size_t from)
{
    constexpr size_t MostAtOnce = 10'000;
    if (from == changes->size()) {
        end();
        return;
    }
    const size_t count = std::min(MostAtOnce, changes->size() - from);
    inPool(
        true,
        [path = m_slot.project().path(), changes, from, count, stop = m_stop.get_token()] {
            return analysis::unitsOf(path, std::span(*changes).subspan(from, count), stop);
        },
        [this, changes, next = from + count](Result<std::vector<store::Unit>> units) {
            if (!units) {
                Q_EMIT failed(units.error());
                end();
                return;
            }
            store::Writer &writer = m_slot.project().writer();
            for (store::Unit &unit : *units)
                writer.post(std::move(unit));
            writer.flush(this, [this, changes, next, round = m_round](const Result<void> &) {
                if (isCurrent(round))
                    write(changes, next);
            });
        });
}

/// The project closes: what reads it ends at once, what compares finds nobody who waits for it.
void AdGrouping::stop()
{
    if (!m_isRunning)
        return;
    m_stop.request_stop();
    m_reading.waitForFinished();
    end();
}

void AdGrouping::end()
{
    m_isRunning = false;
    if (m_again && m_slot.isOpen() && !m_stop.stop_requested()) {
        compare();
        return;
    }
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            waiting.then();
    }
}

void AdGrouping::setApart(const QString &key, bool apart)
{
    if (m_slot.isReadOnly()) {
        Q_EMIT failed({m_slot.whyReadOnly(), 0, m_slot.project().path()});
        return;
    }
    const auto reader = store::RowReader::open(m_slot.project().path());
    const auto memos = reader ? (*reader)->memos() : std::unexpected(reader.error());
    if (!memos) {
        Q_EMIT failed(memos.error());
        return;
    }
    const QString memo = QString::fromLatin1(analysis::ApartMemo);
    QStringList keys = analysis::apartFrom(memos->value(memo));
    keys.removeAll(key);
    if (apart)
        keys.append(key);
    m_slot.project().writer().postMemo(memo, analysis::apartMemo(keys));
    start();
}

} // namespace linnet::session
