// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/bodyfile.h"

#include "net/rules/retryafter.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Partial = 206;
constexpr qsizetype LongestTag = 1000;
/// A date is a strong validator when it was so old as it was told (RFC 9110 §8.8.2.2).
constexpr qint64 OldEnough = 60;

QString partOf(const QString &path)
{
    return path + ".part"_L1;
}

QString tagOf(const QString &path)
{
    return path + ".tag"_L1;
}

/// Empty when there is none.
QByteArray strongValidator(const HeaderFields &headers)
{
    const QByteArray tag = headerValue(headers, "ETag");
    if (tag.startsWith('"') && tag.size() <= LongestTag)
        return tag;
    const QByteArray modified = headerValue(headers, "Last-Modified");
    const QDateTime today = QDateTime::currentDateTimeUtc();
    const QDateTime then = parseHttpDate(modified, today);
    const QDateTime now = parseHttpDate(headerValue(headers, "Date"), today);
    return then.isValid() && now.isValid() && then.secsTo(now) >= OldEnough ? modified : QByteArray();
}

/// RFC 9110 §14.4; -1 = not said.
struct Range
{
    qint64 begin = -1;
    qint64 total = -1;

    explicit Range(const QByteArray &contentRange)
    {
        static const QRegularExpression form(u"^bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        const auto match = form.match(QString::fromLatin1(contentRange.trimmed()));
        if (!match.hasMatch())
            return;
        begin = match.captured(1).toLongLong();
        if (match.captured(2) != "*"_L1)
            total = match.captured(2).toLongLong();
    }
};

} // namespace

BodyFile::BodyFile(const QString &path)
    : m_path(path)
    , m_file(partOf(path))
    , m_size(QFileInfo(partOf(path)).size())
{
}

HeaderFields BodyFile::ask() const
{
    QFile tag(tagOf(m_path));
    if (m_size == 0 || !tag.open(QIODevice::ReadOnly))
        return {};
    const QByteArray validator = tag.read(LongestTag).trimmed();
    if (validator.isEmpty())
        return {};
    return {{"Range", "bytes=" + QByteArray::number(m_size) + "-"}, {"If-Range", validator}};
}

Error BodyFile::failed(const QString &what) const
{
    const bool isFull = errno == ENOSPC
#ifdef EDQUOT
                        || errno == EDQUOT
#endif
        ;
    return {isFull ? Reason::DiskFull : Reason::Io, 0, m_file.fileName() + u": "_s + what};
}

Result<void> BodyFile::begin(int status, const HeaderFields &headers, bool packed)
{
    const bool goesOn = status == Partial;
    const Range range(headerValue(headers, "Content-Range"));
    if (goesOn && range.begin != m_size) {
        drop();
        return fail(Reason::Truncated, u"another part than was asked for"_s);
    }
    errno = 0;
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered |
                     (goesOn ? QIODevice::Append : QIODevice::Truncate)))
        return std::unexpected(failed(m_file.errorString()));
    if (goesOn) {
        m_total = range.total;
        return {};
    }
    m_size = 0;
    const QByteArray validator = packed ? QByteArray() : strongValidator(headers);
    QFile tag(tagOf(m_path));
    if (validator.isEmpty())
        tag.remove();
    else if (!tag.open(QIODevice::WriteOnly) || tag.write(validator) != validator.size() || !tag.flush())
        return std::unexpected(failed(tag.errorString()));
    return {};
}

Result<void> BodyFile::write(QByteArrayView piece)
{
    errno = 0;
    if (m_file.write(piece.data(), piece.size()) != piece.size())
        return std::unexpected(failed(m_file.errorString()));
    m_size += piece.size();
    return {};
}

Result<void> BodyFile::finish()
{
    m_file.close();
    if (m_size < m_total)
        return fail(Reason::Truncated, u"%1 of %2 bytes"_s.arg(m_size).arg(m_total));
    QFile::remove(tagOf(m_path));
    QFile::remove(m_path);
    errno = 0;
    if (!m_file.rename(m_path))
        return std::unexpected(failed(m_file.errorString()));
    return {};
}

void BodyFile::drop()
{
    m_file.close();
    m_file.remove();
    QFile::remove(tagOf(m_path));
    m_size = 0;
}

} // namespace linnet::net
