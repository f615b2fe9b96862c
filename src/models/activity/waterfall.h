// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/underway.h"
#include "table/value.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace linnet::models {

/// One request as a bar: seconds from a common beginning, and how long each phase took.
struct WaterfallBar
{
    QString label;
    double begin = 0;  ///< where the bar begins: its pause and its time in the queue included
    double paused = 0; ///< the pause before this attempt, a retry
    double queued = 0; ///< in the program's own queue: its turn, caps, the limiter
    double held = 0;   ///< the limiter's part of queued
    double connect = 0;
    double answer = 0; ///< from there to the first byte
    double body = 0;
    bool failed = false;
    QString problem; ///< title of its reason; "" when all was well
    int attempt = 1;
    QString state; ///< of one that goes on: what it waits for; "" when it is over

    double end() const { return begin + paused + queued + seconds(); }
    /// Without the queue: what the server and the line took.
    double seconds() const { return connect + answer + body; }
    QString toolTip() const;
};

/// Bars under a heading, on the axis of the whole.
struct WaterfallGroup
{
    QString title;
    QString note; ///< at the right end of the heading
    std::vector<WaterfallBar> bars;
};

/// Makes bars of rows of table::requestSchema().
class Waterfall
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::Waterfall)

public:
    /// In the order of their begin; seconds from `zeroMs` (milliseconds since 1970).
    static std::vector<WaterfallBar> bars(const std::vector<table::Cells> &rows, qint64 zeroMs);
    static WaterfallBar bar(const table::Cells &row, qint64 zeroMs);
    /// As far as it has come at nowNs, which is nowUtcMs on the wall.
    static WaterfallBar bar(const net::UnderWay &request, qint64 nowNs, qint64 nowUtcMs, qint64 zeroMs);
    /// "waiting for the first byte"; attempt: the one that comes after a retry pause, 0 = whichever.
    static QString waitText(net::UnderWay::Wait wait, int attempt = 0);
    /// "0.61 s" in the locale; two digits below ten seconds, one above.
    static QString secondsText(double seconds);
    /// A round step of an axis of that length that gives at most `most` marks.
    static double axisStep(double length, int most);
    /// What a row is called: the path of its address, or all of it.
    static QString label(const QString &url, bool withHost);
};

} // namespace linnet::models
