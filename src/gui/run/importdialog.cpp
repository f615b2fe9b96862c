// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/importdialog.h"

#include "base/errortext.h"
#include "gui/look/palette.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/run/choiceheader.h"
#include "gui/widgets/choose.h"
#include "gui/widgets/flowlayout.h"
#include "table/checkschema.h"
#include "table/pageschema.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ColumnWidth = 168;

QComboBox *boxOfColumns(const table::Schema &schema, int chosen)
{
    auto *box = new QComboBox;
    box->addItem(ImportDialog::tr("leave out"), QString());
    for (const int column : schema.readingOrder()) {
        const table::Column &described = schema.columns[size_t(column)];
        const bool isCompared = &schema == &table::vacancySchema() && table::isCompared(size_t(column));
        if (described.isStored() && !isCompared)
            box->addItem(table::columnTitle(described), QString(described.key));
    }
    choose(box, chosen == imports::ColumnMap::None ? QString() : QString(schema.columns[size_t(chosen)].key));
    return box;
}

} // namespace

ImportDialog::ImportDialog(imports::ImportSpec spec, const imports::ImportPreview &preview, QWidget *parent)
    : QDialog(parent)
    , m_spec(std::move(spec))
    , m_counts(new QLabel(this))
    , m_rows(new QTableWidget(this))
    , m_header(new ChoiceHeader(m_rows))
    , m_problems(new QListWidget(this))
{
    setObjectName(u"importPreview"_s);
    setWindowTitle(tr("Import %1").arg(m_spec.title()));
    auto *how = new FlowLayout(8);
    m_table = addBox(how, tr("&Rows are"), u"importTable"_s);
    m_sheet = addBox(how, tr("&Sheet"), u"importSheet"_s);
    m_separator = addBox(how, tr("Cells are &parted by"), u"importSeparator"_s);
    m_encoding = addBox(how, tr("&Encoding"), u"importEncoding"_s);
    m_table->addItem(tr("vacancies"), QString(table::vacancySchema().key));
    m_table->addItem(tr("checked addresses"), QString(table::checkSchema().key));
    m_table->addItem(tr("pages of a site"), QString(table::pageSchema().key));
    m_separator->addItem(tr("comma"), u","_s);
    m_separator->addItem(tr("semicolon"), u";"_s);
    m_separator->addItem(tr("tab"), u"\t"_s);
    m_separator->addItem(tr("bar |"), u"|"_s);
    for (const char *name :
         {"UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE", "IBM866", "KOI8-R", "windows-1252"})
        m_encoding->addItem(QString::fromLatin1(name), QString::fromLatin1(name));

    m_rows->setObjectName(u"importRows"_s);
    m_rows->setAccessibleName(tr("The first rows, as they will be read"));
    m_rows->setHorizontalHeader(m_header);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setTabKeyNavigation(false);
    m_rows->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rows->setWordWrap(false);
    m_rows->setShowGrid(false);
    m_rows->verticalHeader()->hide();
    m_problems->setObjectName(u"importProblems"_s);
    m_problems->setAccessibleName(tr("What could not be read of these rows"));
    m_problems->setMaximumHeight(fontMetrics().height() * 5);
    m_counts->setObjectName(u"importCounts"_s);
    m_counts->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_take->setDefault(true);
    setPrimary(m_take);
    auto *hint = new QLabel(tr("Below the name of each column of the file stands what it becomes. Nothing is "
                               "changed in the file."),
                            this);
    hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(how);
    layout->addWidget(hint);
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_counts);
    layout->addWidget(m_problems);
    layout->addWidget(buttons);
    constexpr QSize Usual(960, 600);
    resize(parent ? scaled(Usual).boundedTo(parent->window()->size()) : scaled(Usual));

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_header, &ChoiceHeader::boxFocused, this, [this](int column) {
        m_rows->scrollTo(m_rows->model()->index(std::max(0, m_rows->rowAt(0)), column));
    });
    connect(m_table, &QComboBox::activated, this,
            [this] { chooseTable(*table::schemaByKey(m_table->currentData().toString())); });
    connect(m_separator, &QComboBox::activated, this, [this] {
        m_spec.choice.separator = m_separator->currentData().toString().front().toLatin1();
        read();
    });
    connect(m_encoding, &QComboBox::activated, this, [this] {
        m_spec.choice.encoding = m_encoding->currentData().toString().toLatin1();
        read();
    });
    connect(m_sheet, &QComboBox::activated, this, [this] {
        m_spec.choice.sheet = m_sheet->currentData().toString();
        read();
    });
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        if (!m_reading.isCanceled())
            show(m_reading.result());
    });
    show(preview);
    if (!m_header->boxes().isEmpty())
        m_header->boxes().front()->setFocus(Qt::OtherFocusReason);
}

ImportDialog::~ImportDialog() = default;

QComboBox *ImportDialog::addBox(FlowLayout *row, const QString &label, const QString &name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    auto *words = new QLabel(label, this);
    words->setObjectName(name + u"Label"_s);
    words->setBuddy(box);
    box->setAccessibleName(QString(label).remove(u'&'));
    row->addWidget(words);
    row->addWidget(box);
    return box;
}

void ImportDialog::read()
{
    m_take->setEnabled(false);
    m_reading.setFuture(
        QtConcurrent::run([path = m_spec.files.front().path, table = m_spec.table, choice = m_spec.choice] {
            return imports::ImportPreview::of(path, table, choice);
        }));
}

void ImportDialog::chooseTable(const table::Schema &table)
{
    m_spec.table = &table;
    m_spec.choice.columns.clear(); // they were columns of another table
    read();
}

/// Of two columns that were to become the same, the one before is left out.
void ImportDialog::chooseColumn(int place, const QString &key)
{
    imports::ColumnChoices &choices = m_spec.choice.columns;
    const auto choose = [&choices](const QString &name, const QString &as) {
        choices.removeIf([&name](const auto &choice) { return choice.first == name; });
        choices.append({name, as});
    };
    for (size_t i = 0; i < m_preview.columns.size(); ++i) {
        const int column = m_preview.columns[i].column;
        if (int(i) != place && column != imports::ColumnMap::None && !key.isEmpty() &&
            m_spec.table->columns[size_t(column)].key == key)
            choose(m_preview.columns[i].name, {});
    }
    choose(m_preview.columns[size_t(place)].name, key);
    read();
}

void ImportDialog::show(const imports::ImportPreview &preview)
{
    m_preview = preview;
    if (preview.schema)
        m_spec.table = preview.schema;
    choose(m_table, QString(m_spec.table->key));
    const bool isText = preview.kind == imports::TableFile::Kind::Text;
    const bool hasSheets = preview.kind == imports::TableFile::Kind::Sheet;
    for (QComboBox *box : {m_separator, m_encoding, m_sheet}) {
        const bool isWanted = box == m_sheet ? hasSheets : isText;
        box->setVisible(isWanted);
        findChild<QLabel *>(box->objectName() + u"Label"_s)->setVisible(isWanted);
    }
    if (preview.separator != 0)
        choose(m_separator, QString(QLatin1Char(preview.separator)));
    if (!preview.encoding.isEmpty())
        choose(m_encoding, QString::fromLatin1(preview.encoding), QString::fromLatin1(preview.encoding));
    if (m_sheet->count() == 0) {
        for (const QString &sheet : preview.sheets)
            m_sheet->addItem(sheet, sheet);
    }
    if (hasSheets)
        choose(m_sheet, preview.sheet, preview.sheet);
    const bool isGood = preview.error.reason == Reason::None;
    if (isGood) {
        showColumns(preview);
        showRows(preview);
    }
    m_rows->setVisible(isGood);
    showProblems(preview);
    const bool takesAny = std::ranges::any_of(
        preview.columns, [](const auto &column) { return column.column != imports::ColumnMap::None; });
    m_take->setEnabled(isGood && takesAny);
}

void ImportDialog::showColumns(const imports::ImportPreview &preview)
{
    const auto &before = m_header->boxes();
    const auto focused = std::ranges::find_if(before, [](QComboBox *box) { return box->hasFocus(); });
    const qsizetype place = focused == before.end() ? -1 : focused - before.begin();
    QStringList names;
    QList<QComboBox *> boxes;
    for (size_t i = 0; i < preview.columns.size(); ++i) {
        names.append(preview.columns[i].name);
        QComboBox *box = boxOfColumns(*preview.schema, preview.columns[i].column);
        box->setAccessibleName(tr("Column \"%1\" becomes").arg(names.last()));
        connect(box, &QComboBox::activated, this,
                [this, box, column = int(i)] { chooseColumn(column, box->currentData().toString()); });
        boxes.append(box);
    }
    m_rows->setColumnCount(int(names.size()));
    m_rows->setHorizontalHeaderLabels(names);
    for (int i = 0; i < m_rows->columnCount(); ++i)
        m_rows->setColumnWidth(i, scaled(ColumnWidth));
    m_header->setBoxes(boxes);
    QWidget *last = m_encoding;
    for (QComboBox *box : boxes) {
        setTabOrder(last, box);
        last = box;
    }
    setTabOrder(last, m_rows);
    if (place >= 0 && place < boxes.size())
        boxes.at(place)->setFocus(Qt::OtherFocusReason);
}

void ImportDialog::showRows(const imports::ImportPreview &preview)
{
    const QColor muted = Palette::of(palette()).muted;
    m_rows->setRowCount(int(preview.rows.size()));
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        for (int column = 0; column < m_rows->columnCount(); ++column) {
            const QString text = preview.rows.at(row).value(column);
            auto *item = new QTableWidgetItem(text.simplified());
            item->setToolTip(text);
            if (preview.columns[size_t(column)].column == imports::ColumnMap::None)
                item->setForeground(muted);
            m_rows->setItem(row, column, item);
        }
    }
}

void ImportDialog::showProblems(const imports::ImportPreview &preview)
{
    if (preview.error.reason != Reason::None) {
        m_counts->setText(ErrorText::sentence(preview.error));
        m_problems->hide();
        return;
    }
    const qsizetype left = std::ranges::count_if(
        preview.columns, [](const auto &column) { return column.column == imports::ColumnMap::None; });
    QStringList counts{tr("%n row(s) are shown", nullptr, int(preview.rows.size()))};
    if (left > 0)
        counts.append(tr("%n column(s) are left out", nullptr, int(left)));
    counts.append(preview.problems.isEmpty()
                      ? tr("no problem in these rows")
                      : tr("%n problem(s) in these rows", nullptr, int(preview.problems.size())));
    m_counts->setText(counts.join(u" · "_s));
    m_problems->clear();
    m_problems->addItems(preview.problems);
    m_problems->setVisible(!preview.problems.isEmpty());
}

} // namespace linnet::gui
