// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/runid.h"
#include "store/linkrows.h"
#include "table/schema.h"

#include <QJsonObject>
#include <QMetaType>

#include <optional>
#include <vector>

namespace linnet::store {

using linnet::RunId;

// The numbers of RunState, WorkState and AttachmentWrite::Kind stand in project files: none is ever changed
// or used again for something else; see store/sqlite/storednumber.h.

enum class RunState : quint8
{
    Running = 0, ///< also what a crash leaves behind: such a run is unfinished
    Paused = 1,
    Finished = 2, ///< everything asked for was tried
    Stopped = 3,  ///< ended early; what stands in counts["stopped_by"]: user, limit, captcha, auth
};

enum class WorkState : quint8
{
    Pending = 0, ///< not answered yet; also what was in flight at a crash
    Done = 1,
    Failed = 2,
};

/// How a row meets one with the same (run, key) that is already stored.
enum class RowMode : quint8
{
    Keep,    ///< the stored row stays as it is
    Merge,   ///< cells that are not empty replace the stored ones, those of a group together (Column::group)
    Replace, ///< all cells replace the stored ones
    Gather,  ///< the stored row stays, but for what it says of the queries that found it; see RowWrite::place
};

struct RowWrite
{
    const table::Schema *schema = nullptr;
    QString key; ///< natural key, unique within the run: "hh:12345"
    table::Cells cells;
    RowMode mode = RowMode::Keep;
    /// With RowMode::Gather, only in vacancySchema() and leftOutSchema(): the number of the query that found
    /// the ad, from 1. `query` then is that of the lowest number, `queries` are all in the order of their
    /// numbers, however they come.
    int place = 0;
};

/// An address of a crawl. The job gives out the numbers, each once within the run, from 1.
struct AddressWrite
{
    qint64 number = 0;
    QByteArray url;      ///< UTF-8
    bool listed = false; ///< a sitemap names it; may be written again to say so
};

/// Bytes that belong to an address, or to the run as a whole; replaces what was there.
struct AttachmentWrite
{
    enum class Kind : quint8
    {
        Fragments = 0,   ///< FragmentSet of the page
        Body = 1,        ///< of the answer, packed by qCompress
        HopFragment = 2, ///< of the address that a redirect names, when it has one
        Places = 3,      ///< of the run: where its pages lie in the drawn graph, see analysis::KeptPlaces
        Counts = 4,      ///< of the run: how many rows pass which filters, see KeptCounts; number 0
    };
    qint64 number = 0; ///< of the address; with Places what analysis::GraphQuestion::Links is
    Kind kind = Kind::Fragments;
    QByteArray data;
};

/// A unit of work to do; ignored when the run already has one of that key.
struct WorkAdd
{
    QString key;  ///< the URL to ask, unique within the run; for an address its number as text
    QString kind; ///< chosen by the job, e.g. "hh/list"
    QString host; ///< net::hostKey of the URL
    QString ref;  ///< key of the row it completes, or ""
    int depth = 0;
    qint64 address = 0; ///< number of the address to ask; 0 = the key is the URL
};

/// How a unit ended.
struct WorkEnd
{
    qint64 id = 0;
    WorkState state = WorkState::Done; ///< Pending: to be asked again later
    int attempts = 1;                  ///< added to the unit's attempts
    Error error;                       ///< Reason::None when Done
    qint64 at = 0;                     ///< when it failed, in seconds since 1970; 0 = not told
};

/// Everything one answer changes: stored as a whole or not at all.
struct Unit
{
    RunId run = 0;
    std::vector<AddressWrite> addresses = {};
    std::vector<AttachmentWrite> attachments = {};
    std::vector<RowWrite> rows;
    std::vector<LinkRows> links = {}; ///< the only way to rows of linkSchema()
    std::vector<WorkAdd> newWork;
    std::vector<WorkEnd> ended;
    bool isPatient = false;            ///< its work may wait for a fuller batch: there is enough to do
    std::optional<RunState> state;     ///< Finished and Stopped also set the run's end time
    std::optional<QJsonObject> counts; ///< replaces run.counts
};

/// What a transaction changed, for views and work lists.
struct Committed
{
    struct Rows
    {
        const table::Schema *schema = nullptr;
        RunId run = 0;
        qint64 firstId = 0; ///< new rows have the ids firstId..lastId of this run; 0,0 = none
        qint64 lastId = 0;
        int added = 0;               ///< how many rows are new
        std::vector<qint64> updated; ///< ids whose cells changed
    };
    /// New units of one kind at one host.
    struct Place
    {
        QString kind;
        QString host;
        int added = 0;
    };
    struct Work
    {
        RunId run = 0;
        int added = 0;                       ///< really new
        int ended = 0;                       ///< Done or Failed
        qint64 lastId = 0;                   ///< highest id of the new units; ids only grow
        std::vector<Place> places;           ///< where the new units are
        std::vector<qint64> endedIds;        ///< Done or Failed
        std::vector<qint64> pendingAgainIds; ///< ended with WorkState::Pending
    };
    std::vector<Rows> rows;
    std::vector<Work> work;
    std::vector<RunId> runs; ///< whose state or counts changed
    struct Marks
    {
        QLatin1StringView of; ///< table::marksOf()
        qint64 count = 0;
    };
    std::vector<Marks> marks;
    bool rules = false;  ///< the project's own lines, by which Computed columns are made
    bool joined = false; ///< which tables of the user's there are
};

} // namespace linnet::store

Q_DECLARE_METATYPE(linnet::store::Committed)
