// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checks/checksform.h"

#include "base/errortext.h"
#include "gui/checks/columndialog.h"
#include "gui/look/icons.h"
#include "gui/run/proxypicker.h"
#include "gui/run/runcontrols.h"
#include "gui/widgets/choose.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/listeditor.h"
#include "gui/widgets/pacebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using checks::InputReader;

ChecksForm::ChecksForm(QWidget *parent)
    : FormOf(parent)
    , m_text(new ListEditor(this))
    , m_file(new QPushButton(lineIcon("open"_L1), {}, this))
    , m_method(new QComboBox(this))
    , m_preview(new QSpinBox(this))
    , m_userAgent(new QComboBox(this))
    , m_pace(new PaceBox(this))
    , m_proxy(new ProxyPicker(this))
    , m_web(new QCheckBox(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_remarks(new QLabel(this))
    , m_controls(new RunControls(this))
    , m_reading([this](const ChecksPresenter::Told &told) {
        m_told = told;
        m_remarks->setText(told.remarks);
        m_remarks->setVisible(!told.remarks.isEmpty());
        Q_EMIT this->told();
    })
    , m_opening([this](const Result<checks::InputTable> &table) {
        if (table)
            take(*table);
        else
            showProblem(ErrorText::sentence(table.error()));
    })
{
    setAcceptDrops(true);
    setUp(*m_text, *m_controls, m_pace, m_proxy);
    m_text->setObjectName(u"addressesEdit"_s);
    m_preview->setRange(0, checks::CheckSpec::MostLetters);
    m_preview->setSingleStep(50);
    m_userAgent->setEditable(true);
    m_userAgent->addItems(ChecksPresenter::userAgents());
    m_userAgent->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_userAgent->setMinimumContentsLength(12);
    m_userAgent->setInsertPolicy(QComboBox::NoInsert);
    m_userAgent->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_remarks->setObjectName(u"remarksLabel"_s);
    m_remarks->setWordWrap(true);
    m_remarks->setForegroundRole(QPalette::PlaceholderText);
    m_remarks->hide();
    m_more->setMenu(m_menu);
    m_more->setObjectName(u"checkMenuButton"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setText(u"⋯"_s);
    sayTexts();
    layOut();
    connectFields();
    setValues({});
}

void ChecksForm::sayTexts()
{
    m_text->setAccessibleName(tr("Addresses to check"));
    m_text->setPlaceholderText(tr("Addresses, one a line. Text or a file can be dropped here."));
    m_file->setText(tr("From a file…"));
    refill(m_method, {{tr("the whole page (GET)"), false}, {tr("headers only (HEAD)"), true}});
    m_method->setAccessibleName(tr("What is asked for"));
    m_preview->setPrefix(tr("first ", "before a number of characters"));
    m_preview->setSuffix(tr(" characters", "after a number"));
    m_preview->setAccessibleName(tr("How much of the text is kept"));
    m_userAgent->setAccessibleName(tr("How Linnet introduces itself"));
    m_userAgent->setToolTip(tr("How Linnet introduces itself to the servers (User-Agent)"));
    m_userAgent->lineEdit()->setAccessibleName(m_userAgent->accessibleName());
    m_pace->setAccessibleName(tr("How fast one site is asked"));
    m_web->setText(tr("add https:// where it is missing"));
    m_web->setToolTip(
        tr("Before this computer, addresses in numbers and hosts with a port of their own it is "
           "http://"));
    m_more->setAccessibleName(tr("More ways to check"));
    m_more->setToolTip(tr("Compare, watch, one after another"));
    fillMenu();
}

void ChecksForm::fillMenu()
{
    m_menu->clear();
    qDeleteAll(m_menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    QMenu *compare = m_menu->addMenu(tr("Compare: one by one or all at once"));
    for (const int repetitions : {1, 3, 5, 10})
        compare->addAction(tr("%n time(s)", nullptr, repetitions), this,
                           [this, repetitions] { Q_EMIT compareRequested(repetitions); });
    QMenu *watch = m_menu->addMenu(tr("Watch: again and again, and say what changed"));
    for (const int minutes : {1, 5, 15, 60, 360, 1440})
        watch->addAction(minutes < 60 ? tr("every %n minute(s)", nullptr, minutes)
                                      : tr("every %n hour(s)", nullptr, minutes / 60),
                         this, [this, minutes] { Q_EMIT watchRequested(minutes); });
    m_menu->addSeparator();
    QAction *sequential = m_menu->addAction(tr("Strictly one after another"));
    sequential->setObjectName(u"sequentialAction"_s);
    sequential->setCheckable(true);
    sequential->setChecked(m_sequential);
    connect(sequential, &QAction::toggled, this, [this](bool on) { m_sequential = on; });
}

void ChecksForm::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    auto *fields = new FlowLayout(8);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_file, m_method, m_preview, m_pace, m_userAgent, m_web})
        fields->addWidget(field);
    layout->addLayout(fields);
    layout->addWidget(m_remarks);
    layout->addWidget(problemsLabel());
    auto *last = new FlowLayout(8);
    for (QWidget *field : std::initializer_list<QWidget *>{m_controls, m_proxy, m_more})
        last->addWidget(field);
    layout->addLayout(last);
}

void ChecksForm::connectFields()
{
    connect(m_text, &ListEditor::edited, this, &ChecksForm::touch);
    connect(m_text, &ListEditor::fileChosen, this, &ChecksForm::openFile);
    connect(m_method, &QComboBox::currentIndexChanged, this, &ChecksForm::touch);
    connect(m_preview, &QSpinBox::valueChanged, this, &ChecksForm::touch);
    connect(m_userAgent, &QComboBox::editTextChanged, this, &ChecksForm::touch);
    connect(m_web, &QCheckBox::toggled, this, &ChecksForm::touch);
    connect(m_file, &QPushButton::clicked, this, [this] {
        m_text->chooseFile(tr("Addresses from a file"),
                           {tr("Lists and tables (*.txt *.csv *.tsv *.lst)"), tr("All files (*)")});
    });
}

void ChecksForm::retranslate()
{
    fill([this] { sayTexts(); });
    readText(); // what it says of itself
}

ChecksValues ChecksForm::values() const
{
    ChecksValues values;
    values.text = m_text->text();
    values.head = m_method->currentData().toBool();
    values.preview = m_preview->value();
    const QString agent = m_userAgent->currentText().trimmed();
    values.userAgent = agent == ChecksPresenter::userAgents().front() ? QString() : agent;
    values.delay = m_pace->delay();
    values.assumeWeb = m_web->isChecked();
    values.sequential = m_sequential;
    values.proxy = m_proxy->use();
    return values;
}

void ChecksForm::setValues(const ChecksValues &values)
{
    fill([&] {
        m_text->setList(values.text);
        m_proxy->setUse(values.proxy);
        m_method->setCurrentIndex(values.head ? 1 : 0);
        m_preview->setValue(values.preview);
        m_userAgent->setEditText(values.userAgent.isEmpty() ? ChecksPresenter::userAgents().front()
                                                            : values.userAgent);
        m_userAgent->lineEdit()->setCursorPosition(0);
        m_pace->setDelay(values.delay);
        m_web->setChecked(values.assumeWeb);
        m_menu->findChild<QAction *>(u"sequentialAction"_s)->setChecked(values.sequential);
    });
    readText();
}

void ChecksForm::touch()
{
    if (isFilling())
        return;
    Q_EMIT touched();
    readText();
}

void ChecksForm::readText()
{
    sayProblems({}, false);
    m_reading.start([values = values()] { return ChecksPresenter::tell(values); });
}

void ChecksForm::showProblem(const QString &text)
{
    m_remarks->hide(); // it says the same
    sayProblems({{m_text, text}}, true);
}

void ChecksForm::lock(bool locked)
{
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_file, m_method, m_preview, m_userAgent, m_web, m_proxy, m_more})
        field->setEnabled(!locked);
    m_text->setReadOnly(locked);
}

void ChecksForm::openFile(const QString &path)
{
    m_opening.start([path]() -> Result<checks::InputTable> {
        const Result<QByteArray> bytes = InputReader::load(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        return InputReader::read(*bytes);
    });
}

void ChecksForm::take(const checks::InputTable &table)
{
    if (m_text->isReadOnly()) // a check was started meanwhile
        return;
    if (!table.isTable()) {
        m_text->addLines(table.plain.value(0));
        return;
    }
    auto *dialog = new ColumnDialog(table, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, table] {
        QStringList cells;
        for (const checks::InputTable::Record &record : table.records) {
            if (const QString cell = record.cells.value(dialog->column()).trimmed(); !cell.isEmpty())
                cells << cell.simplified();
        }
        m_text->addLines(cells.join(u'\n'));
    });
    dialog->open();
}

void ChecksForm::dragEnterEvent(QDragEnterEvent *event)
{
    if (ListEditor::canTake(event->mimeData()))
        event->acceptProposedAction();
}

void ChecksForm::dropEvent(QDropEvent *event)
{
    if (m_text->take(event->mimeData()))
        event->acceptProposedAction();
}

} // namespace linnet::gui
