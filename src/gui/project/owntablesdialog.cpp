// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/owntablesdialog.h"

#include "base/errortext.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/project/joindialog.h"
#include "gui/project/workdialog.h"
#include "gui/readonlywords.h"
#include "gui/widgets/actionregistry.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/emptystate.h"
#include "session/session.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QUndoCommand>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

using TablePtr = std::shared_ptr<const store::JoinedTable>;

/// One table of the user's in place of another; null = none.
class ChangeOfTable : public QUndoCommand
{
public:
    ChangeOfTable(const QString &text, session::Session &session, TablePtr before, TablePtr after)
        : QUndoCommand(text)
        , m_session(session)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void redo() override { write(m_after, m_before); }
    void undo() override { write(m_before, m_after); }

private:
    void write(const TablePtr &now, const TablePtr &instead)
    {
        if (!m_session.hasProject())
            return;
        if (now)
            m_session.project().writer().postJoined(now);
        else
            m_session.project().writer().removeJoined(instead->name);
    }

    session::Session &m_session;
    TablePtr m_before;
    TablePtr m_after;
};

} // namespace

OwnTablesDialog::OwnTablesDialog(const Services &services, const table::Schema &rows, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_rows(rows)
    , m_list(new QTreeWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_said(new Banner(this))
    , m_add(new QPushButton(tr("&Add a table…"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_looking([this](const imports::ImportPreview &preview) { ask(preview); })
    , m_counting([this](const Result<store::JoinedCount> &count) {
        if (count)
            m_said->say(count->found > 0 ? Banner::Tone::Good : Banner::Tone::Warning,
                        m_joined + u' ' +
                            tr("%1 of %2 rows of the project are in it.")
                                .arg(QLocale().toString(count->found), QLocale().toString(count->rows)));
    })
    , m_reading([this](const Result<TablePtr> &table) {
        if (table && *table)
            m_services.actions.history().push(new ChangeOfTable(tr("Remove the table %1").arg((*table)->name),
                                                                m_services.session, *table, nullptr));
        else if (!table)
            m_said->say(Banner::Tone::Bad, ErrorText::sentence(table.error()));
    })
{
    setWindowTitle(tr("Tables of yours"));
    setObjectName(u"ownTablesDialog"_s);
    m_list->setObjectName(u"ownTablesList"_s);
    m_list->setAccessibleName(tr("Tables of yours in this project"));
    m_list->setHeaderLabels({tr("Table"), tr("Looked up by"), tr("Columns"), tr("File")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    auto *empty = new EmptyState(m_stack);
    empty->say(
        {}, tr("No table of yours yet"),
        tr("Add a file with a column that says the same as a column here, such as the region, the employer "
           "or "
           "the address. Its other columns then stand beside the rows: to filter, sort, chart and export."));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_list);
    m_said->setClosable(true);
    const QString why = whyReadOnly(services.session.projectSlot());
    m_add->setEnabled(why.isEmpty());
    m_add->setToolTip(why);
    m_add->setObjectName(u"addTable"_s);
    m_remove->setObjectName(u"removeTable"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_add, QDialogButtonBox::ActionRole);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    m_add->setDefault(true);
    setPrimary(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_said);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &OwnTablesDialog::askFile);
    connect(m_remove, &QPushButton::clicked, this, &OwnTablesDialog::remove);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &OwnTablesDialog::showButtons);
    const session::ProjectSlot &slot = services.session.projectSlot();
    connect(&slot, &session::ProjectSlot::joinedChanged, this, &OwnTablesDialog::showTables);
    connect(&slot, &session::ProjectSlot::aboutToClose, this, [this] {
        m_counting.stop();
        m_reading.stop();
        reject();
    });
    resize(scaled(QSize(720, 380)));
    showTables();
}

OwnTablesDialog::~OwnTablesDialog() = default;

QString OwnTablesDialog::said() const
{
    return m_said->text();
}

void OwnTablesDialog::showTables()
{
    m_list->clear();
    for (const store::JoinedTable &table : m_services.session.projectSlot().joinedTables()) {
        QStringList columns;
        for (const table::JoinedColumn &column : table.columns)
            columns.append(column.title);
        const auto by = table.of->indexOf(table.by);
        const QString title = by ? table::columnTitle(table.of->columns[size_t(*by)]) : table.by;
        auto *item = new QTreeWidgetItem(m_list, {table.name, title, columns.join(u", "_s), table.file});
        item->setSizeHint(0, {0, m_list->fontMetrics().height() + 10});
        for (int column = 0; column < item->columnCount(); ++column)
            item->setToolTip(column, item->text(column));
    }
    for (int column = 0; column < m_list->columnCount() - 1; ++column) {
        constexpr int Most = 260;
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(scaled(Most), m_list->columnWidth(column) + 12));
    }
    m_stack->setCurrentIndex(m_list->topLevelItemCount() > 0 ? 1 : 0);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    showButtons();
}

void OwnTablesDialog::showButtons()
{
    m_remove->setEnabled(m_add->isEnabled() && m_list->currentItem());
}

void OwnTablesDialog::askFile()
{
    auto *dialog = new QFileDialog(this, tr("Add a table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.json *.jsonl *.ndjson *.gz *.zst)"),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &OwnTablesDialog::add);
    dialog->open();
}

void OwnTablesDialog::add(const QString &path)
{
    m_path = path;
    m_looking.start([path, rows = &m_rows] { return imports::ImportPreview::of(path, rows, {}); });
}

void OwnTablesDialog::ask(const imports::ImportPreview &preview)
{
    const bool isTable = preview.kind != imports::TableFile::Kind::Records;
    if (preview.error.reason != Reason::None || !isTable) {
        m_said->say(Banner::Tone::Bad, isTable ? ErrorText::sentence(preview.error)
                                               : tr("These are records of vacancies and no table."));
        return;
    }
    auto *dialog = new JoinDialog(m_path, m_services.session.projectSlot().withJoined(m_rows), preview, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { read(dialog->spec()); });
    dialog->open();
}

void OwnTablesDialog::read(const imports::JoinSpec &wanted)
{
    imports::JoinSpec spec = wanted;
    const session::ProjectSlot &slot = m_services.session.projectSlot();
    spec.of = &store::withTables(m_rows, slot.joinedTables(), spec.tableName());
    WorkDialog::run<Result<imports::JoinFile::Read>>(
        this, tr("Reading %1…").arg(spec.tableName()),
        [spec](const store::Course &course) { return imports::JoinFile::read(spec, course); },
        [this](const Result<imports::JoinFile::Read> &read) { take(read); });
}

void OwnTablesDialog::take(const Result<imports::JoinFile::Read> &read)
{
    if (!m_services.session.hasProject())
        return;
    if (!read || !read->table) {
        if (!read && read.error().reason != Reason::Cancelled)
            m_said->say(Banner::Tone::Bad, ErrorText::sentence(read.error()));
        return;
    }
    m_joined = tr("%n column(s) added.", nullptr, int(read->table->columns.size()));
    if (const qint64 left = read->withoutKey + read->repeated; left > 0)
        m_joined +=
            u' ' +
            tr("%n row(s) of the table left out, first: %1.", nullptr, int(left)).arg(read->problems.first());
    m_services.actions.history().push(new ChangeOfTable(tr("Add the table %1").arg(read->table->name),
                                                        m_services.session, nullptr, read->table));
    m_services.session.project().writer().flush(this, [this, name = read->table->name](const auto &done) {
        if (!done) {
            m_said->say(Banner::Tone::Bad, ErrorText::sentence(done.error()));
        } else if (m_services.session.hasProject()) {
            m_counting.start(m_services.session.project().path(),
                             [name](store::RowReader &reader) { return reader.countJoined(name); });
        }
    });
}

void OwnTablesDialog::remove()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!item || !m_services.session.hasProject())
        return;
    m_said->say(Banner::Tone::Info, {});
    m_reading.start(m_services.session.project().path(),
                    [name = item->text(0)](store::RowReader &reader) { return reader.joinedTable(name); });
}

} // namespace linnet::gui
