// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/writerentry.h"

namespace linnet::store {

namespace {

qint64 bytesOf(const QString &text)
{
    return text.size() * 2;
}

struct Weigh
{
    Weight operator()(const Unit &unit) const
    {
        Weight result{qint64(1 + unit.addresses.size() + unit.attachments.size() + unit.rows.size() +
                             unit.newWork.size() + unit.ended.size()),
                      qint64(sizeof unit)};
        for (const RowWrite &row : unit.rows) {
            result.bytes += qint64(sizeof row + row.cells.size() * sizeof(table::Value)) + bytesOf(row.key);
            for (const table::Value &cell : row.cells) {
                if (const auto *text = std::get_if<QString>(&cell))
                    result.bytes += bytesOf(*text);
            }
        }
        for (const AddressWrite &address : unit.addresses)
            result.bytes += qint64(sizeof address) + address.url.size();
        for (const AttachmentWrite &attachment : unit.attachments)
            result.bytes += qint64(sizeof attachment) + attachment.data.size();
        for (const WorkAdd &work : unit.newWork)
            result.bytes += qint64(sizeof work) + bytesOf(work.key);
        for (const LinkRows &links : unit.links)
            result += {links.count(), links.bytes()};
        result.bytes += qint64(unit.ended.size() * sizeof(WorkEnd));
        return result;
    }
    Weight operator()(const std::vector<AttemptRecord> &attempts) const
    {
        Weight result{qint64(attempts.size()), 0};
        for (const AttemptRecord &attempt : attempts)
            result.bytes += qint64(sizeof attempt) + bytesOf(attempt.url);
        return result;
    }
    Weight operator()(const MarkWrite &write) const
    {
        Weight result{qint64(write.marks.size()), 0};
        for (const Mark &mark : write.marks)
            result.bytes += qint64(sizeof mark) + bytesOf(mark.key) + bytesOf(mark.note);
        return result;
    }
    Weight operator()(const JoinWrite &write) const
    {
        return {write.table ? qint64(write.table->rows.size() * size_t(write.table->columns.size())) : 1,
                qint64(sizeof write)}; // who posted it may hold it as well
    }
    template <typename T> Weight operator()(const T &) const { return {1, qint64(sizeof(T))}; }
};

} // namespace

Weight Weight::of(const WriterEntry &entry)
{
    return std::visit(Weigh(), entry);
}

Weight &Weight::operator+=(const Weight &other)
{
    rows += other.rows;
    bytes += other.bytes;
    return *this;
}

Weight &Weight::operator-=(const Weight &other)
{
    rows -= other.rows;
    bytes -= other.bytes;
    return *this;
}

} // namespace linnet::store
