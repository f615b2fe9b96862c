// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <type_traits>
#include <utility>

namespace linnet::jobs {

/// Calls read() in the pool and then(its result) in the thread of context; nothing comes when context is gone
/// by then. read must hold values only: it may run on after context is gone.
template <typename Read, typename Then> void inPool(QObject *context, Read read, Then then)
{
    auto *watcher = new QFutureWatcher<std::invoke_result_t<Read>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        then(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(read)));
}

} // namespace linnet::jobs
