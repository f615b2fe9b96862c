// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/crawlgraph.h"
#include "analysis/graph/keptplaces.h"
#include "models/backgroundtask.h"
#include "models/crawl/crawlpicture.h"

#include <QObject>

namespace linnet::models {

/// Reads a crawl's graph and lays it out beside the window. What was read and laid out last is kept, so that
/// another size or colour costs little.
class GraphFinder : public QObject
{
    Q_OBJECT

public:
    explicit GraphFinder(QObject *parent = nullptr);
    ~GraphFinder() override;

    /// "" = none; nothing is read any more when it returns, after 100 ms at most.
    void setProject(const QString &path);
    /// What is under way is given up. Pages that are too many to be drawn each come in folders.
    void ask(const analysis::GraphQuestion &question, const GraphLook &look);
    /// What is under way is not wanted any more.
    void forget();
    bool isBusy() const { return m_task.isBusy(); }

Q_SIGNALS:
    void progressed(double share); ///< 0 to 1, of laying out; of the question asked last
    /// Nodes on their way to their places, some times a second; of the question asked last.
    void moving(const std::shared_ptr<const linnet::draw::GraphPicture> &picture);
    void found(const linnet::models::CrawlPicture &picture);
    void failed(const linnet::Error &error);

private:
    struct FindHooks
    {
        std::stop_token stop;
        std::function<void(double share)> progressed;
        std::function<void(const std::shared_ptr<const draw::GraphPicture> &)> moved;
    };
    /// What the thread of the task keeps from one question to the next.
    struct Reading
    {
        QString path;
        std::unique_ptr<store::RowReader> reader;
        std::optional<analysis::GraphQuestion> question;
        std::shared_ptr<const analysis::CrawlGraph> crawl;
        std::shared_ptr<const analysis::CrawlGraph> part; ///< of it that is shown, or all of it
        /// Of which points are.
        std::optional<std::tuple<analysis::Grouping, GraphLook::Layout, qint64>> laidOut;
        std::shared_ptr<const analysis::GraphGroups> groups;
        analysis::Points points;
        QByteArray newPlaces;                 ///< points as the project does not have them
        std::pair<qint64, QByteArray> before; ///< the last places of all pages, by their number
        std::shared_ptr<const std::vector<quint32>> communities; ///< of the part, once they were asked for

        Result<CrawlPicture> find(const analysis::GraphQuestion &asked, GraphLook look,
                                  const FindHooks &hooks);
        Result<void> read(const analysis::GraphQuestion &asked, const std::stop_token &stop);
        Result<void> layOut(const GraphLook &look, const FindHooks &hooks);
        Result<void> layOutPages(const GraphLook &look, const FindHooks &hooks);
        void takePart(qint64 around);
    };

    std::shared_ptr<Reading> m_reading;
    std::stop_source m_stop;
    quint64 m_question = 0;                      ///< number of the one asked last
    BackgroundTask<Result<CrawlPicture>> m_task; ///< ends before what it uses goes
};

} // namespace linnet::models
