// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/practicecommand.h"

#include "cli/options/options.h"
#include "session/sample/sampleproject.h"
#include "store/project/projectplace.h"
#include "store/write/projectlock.h"

#include <QFileInfo>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

QString PracticeCommand::summary() const
{
    return tr("Run the practice server with invented data on this computer.");
}

void PracticeCommand::start(const QStringList &args)
{
    Options options(summary());
    options.add({u"port"_s}, tr("Port on 127.0.0.1; 0 = any free one."), u"N"_s, u"0"_s);
    options.add({u"faults"_s}, tr("Faults to practise on, for example 429:7,slow:200."), u"LIST"_s);
    options.add({u"sample"_s}, tr("Write the sample project to this file and end; no server is started."),
                u"FILE"_s);
    if (endedByParsing(options, args))
        return;
    if (options.isSet(u"sample"_s)) {
        const auto written = writeSample(options.text(u"sample"_s));
        if (!written)
            endWith(NotStored, written.error());
        else
            end(Done);
        return;
    }
    const auto port = options.integer(u"port"_s, 0, 65535);
    const auto faults = practice::parseFaults(options.text(u"faults"_s));
    if (endedByErrors(port, faults))
        return;
    m_server = std::make_unique<practice::PracticeServer>(*faults);
    const auto url = m_server->start(quint16(*port));
    if (!url) {
        endWith(NotStored, url.error());
        return;
    }
    console().out(url->toString(QUrl::StripTrailingSlash));
    // Nobody would know where it is.
    if (console().lost())
        end(Done);
}

/// As a whole, in place of a file that nobody has open.
Result<void> PracticeCommand::writeSample(const QString &path) const
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    const auto lock = store::ProjectLock::take(whole);
    if (!lock)
        return std::unexpected(lock.error());
    const QString part = whole + u".part"_s;
    const Result<void> written = session::SampleProject::write(part);
    if (!written) {
        store::removeWithLogs(part);
        return written;
    }
    return store::putInPlace(part, whole);
}

} // namespace linnet::cli
