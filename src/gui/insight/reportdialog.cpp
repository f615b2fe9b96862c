// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/reportdialog.h"

#include "base/setting.h"
#include "gui/look/textscale.h"
#include "gui/widgets/filemakingbar.h"
#include "report/auditpart.h"
#include "report/logo.h"
#include "report/reportfile.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Setting<QString> ReportAuthor{"report/author"_L1, {}};
const Setting<QString> ReportLogo{"report/logo"_L1, {}};
const Setting<QString> ReportRemarks{"report/remarks"_L1, {}};
const Setting<QString> ReportFolder{"report/folder"_L1, {}};
const Setting<QString> ReportEnding{"report/format"_L1, u"html"_s};
const Setting<QStringList> ReportWithout{"report/without"_L1, {}}; ///< "vacancies/sources"
const Setting<QString> ReportTitle{"report/title"_L1, {}};
const Setting<QString> ReportTitled{"report/titled"_L1, {}}; ///< what would have been the title otherwise

} // namespace

ReportDialog::ReportDialog(const QString &projectPath, store::RowQuery rows,
                           QList<models::InsightQuestion> asked, bool beforeTax, const QString &title,
                           QSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_asked(std::move(asked))
    , m_title(new QLineEdit(this))
    , m_author(new QLineEdit(ReportAuthor.read(settings), this))
    , m_logo(new QLineEdit(QDir::toNativeSeparators(ReportLogo.read(settings)), this))
    , m_remarks(new QPlainTextEdit(ReportRemarks.read(settings), this))
    , m_questions(new QListWidget(this))
    , m_format(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_bar(new FileMakingBar(tr("&Make report"), tr("Progress of the report"), this))
    , m_task([this](const Result<qint64> &bytes) { finish(bytes); })
{
    m_spec.projectPath = projectPath;
    m_spec.rows = std::move(rows);
    m_spec.beforeTax = beforeTax;
    m_spec.title = title;
    setWindowTitle(tr("Report"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(form, 1);
    fillForm(*form);
    layout->addWidget(m_bar);
    m_look.setInterval(100ms);
    connect(&m_look, &QTimer::timeout, this, [this] { m_bar->showProgress(m_done->done, m_done->total); });
    connect(m_bar, &FileMakingBar::makeAsked, this, &ReportDialog::check);
    connect(m_bar, &FileMakingBar::closeAsked, this, &ReportDialog::reject);
    resize(scaled(QSize(640, 640)));
    updateControls();
    m_bar->setFocus();
}

void ReportDialog::compare(const models::InsightSide &other, const QString &name)
{
    m_spec.other = other;
    m_spec.name = name;
}

ReportDialog::~ReportDialog()
{
    m_stop.request_stop();
}

void ReportDialog::fillForm(QFormLayout &form)
{
    const bool isSame = ReportTitled.read(m_settings) == m_spec.title;
    const QString title = isSame ? ReportTitle.read(m_settings) : QString();
    m_title->setText(title.isEmpty() ? m_spec.title : title);
    m_title->setPlaceholderText(tr("What was searched for"));
    m_logo->setPlaceholderText(tr("None; a PNG or JPEG picture"));
    m_remarks->setPlaceholderText(tr("What you want to add; an empty line begins a paragraph"));
    m_remarks->setTabChangesFocus(true);
    m_remarks->setMaximumHeight(fontMetrics().lineSpacing() * 6); // the questions need the room
    m_questions->setSpacing(2);
    m_title->setObjectName(u"title"_s);
    m_author->setObjectName(u"author"_s);
    m_logo->setObjectName(u"logo"_s);
    m_remarks->setObjectName(u"remarks"_s);
    m_questions->setObjectName(u"questions"_s);
    m_format->setObjectName(u"format"_s);
    m_path->setObjectName(u"path"_s);
    m_format->addItem(tr("Page for the browser, HTML"), u"html"_s);
    m_format->addItem(tr("Pages for paper, PDF"), u"pdf"_s);
    m_format->setCurrentIndex(std::max(0, m_format->findData(ReportEnding.read(m_settings))));
    QString folder = ReportFolder.read(m_settings);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = plainFileName(m_title->text());
    m_path->setText(QDir::toNativeSeparators(folder + u'/' + (name.isEmpty() ? tr("report") : name)));
    setEnding();
    fillQuestions();
    const auto withButton = [this](QLineEdit *field, const QString &filter, bool isSaved) {
        auto *row = new QWidget(this);
        auto *across = new QHBoxLayout(row);
        across->setContentsMargins(0, 0, 0, 0);
        auto *button = new QPushButton(tr("Browse…"), row);
        button->setAutoDefault(false);
        button->setAccessibleName(isSaved ? tr("Choose where the file goes") : tr("Choose the logo"));
        across->addWidget(field, 1);
        across->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, field, filter, isSaved] {
            browse(*field, isSaved ? tr("Report to") : tr("Logo"), filter, isSaved);
        });
        return row;
    };
    QWidget *logo = withButton(m_logo, tr("Pictures (*.png *.jpg *.jpeg)"), false);
    QWidget *path = withButton(m_path, u"*.html *.pdf"_s, true);
    const std::pair<QString, QWidget *> rows[]{
        {tr("&Title:"), m_title},     {tr("&Author:"), m_author},       {tr("&Logo:"), logo},
        {tr("&Remarks:"), m_remarks}, {tr("&Questions:"), m_questions}, {tr("For&mat:"), m_format},
        {tr("&File:"), path},
    };
    const std::pair<QWidget *, QString> names[]{
        {m_title, tr("Title")},     {m_author, tr("Author")},       {m_logo, tr("Logo")},
        {m_remarks, tr("Remarks")}, {m_questions, tr("Questions")}, {m_format, tr("Format")},
        {m_path, tr("File")}};
    for (const auto &[field, said] : names)
        field->setAccessibleName(said);
    for (const auto &[text, field] : rows) {
        form.addRow(text, field);
        m_choices << field;
    }
    connect(m_format, &QComboBox::currentIndexChanged, this, &ReportDialog::setEnding);
    connect(m_questions, &QListWidget::itemChanged, this, &ReportDialog::updateControls);
    connect(m_path, &QLineEdit::textChanged, this, &ReportDialog::updateControls);
}

void ReportDialog::fillQuestions()
{
    const QStringList without = ReportWithout.read(m_settings);
    const QString table = m_spec.rows.schema->key;
    const auto add = [&](const QString &text, const QString &key) {
        auto *item = new QListWidgetItem(text, m_questions);
        item->setData(Qt::UserRole, key);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(without.contains(table + u'/' + key) ? Qt::Unchecked : Qt::Checked);
    };
    if (report::hasAudit(*m_spec.rows.schema))
        add(tr("What is wrong with the site?"), report::AuditKey);
    for (const models::InsightQuestion &question : std::as_const(m_asked))
        add(question.text(), question.key);
}

QStringList ReportDialog::questions() const
{
    QStringList keys;
    for (int row = 0; row < m_questions->count(); ++row) {
        if (m_questions->item(row)->checkState() == Qt::Checked)
            keys.append(m_questions->item(row)->data(Qt::UserRole).toString());
    }
    return keys;
}

void ReportDialog::browse(QLineEdit &field, const QString &title, const QString &filter, bool isSaved)
{
    auto *dialog = new QFileDialog(this, title, QDir::fromNativeSeparators(field.text()), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(isSaved ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    // Whether to replace a file is asked once, when it is written.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    if (isSaved)
        dialog->setDefaultSuffix(m_format->currentData().toString());
    else
        dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [&field](const QString &path) { field.setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void ReportDialog::setEnding()
{
    QString path = m_path->text();
    if (report::formatOfPath(path))
        path.truncate(path.lastIndexOf(u'.'));
    m_path->setText(path + u'.' + m_format->currentData().toString());
}

void ReportDialog::remember()
{
    ReportTitle.write(m_settings, m_title->text());
    ReportTitled.write(m_settings, m_spec.title);
    ReportAuthor.write(m_settings, m_author->text());
    ReportLogo.write(m_settings, QDir::fromNativeSeparators(m_logo->text().trimmed()));
    ReportRemarks.write(m_settings, m_remarks->toPlainText());
    ReportEnding.write(m_settings, m_format->currentData().toString());
    ReportFolder.write(m_settings,
                       QFileInfo(QDir::fromNativeSeparators(m_path->text().trimmed())).absolutePath());
    const QString table = QString(m_spec.rows.schema->key) + u'/';
    QStringList without = ReportWithout.read(m_settings);
    without.removeIf([&table](const QString &key) { return key.startsWith(table); });
    const QStringList ticked = questions();
    if (report::hasAudit(*m_spec.rows.schema) && !ticked.contains(report::AuditKey))
        without.append(table + report::AuditKey);
    for (const models::InsightQuestion &question : std::as_const(m_asked)) {
        // The same number is another question in another project.
        if (!question.isOwn() && !ticked.contains(question.key))
            without.append(table + question.key);
    }
    ReportWithout.write(m_settings, without);
}

void ReportDialog::check()
{
    const QFileInfo info(QDir::fromNativeSeparators(m_path->text().trimmed()));
    const bool isReport = report::formatOfPath(info.filePath()).has_value();
    m_bar->check(info, isReport ? QString() : tr("The name of the file ends with .html or .pdf."),
                 [this] { run(); });
}

void ReportDialog::run()
{
    remember();
    m_stop = std::stop_source();
    m_done = std::make_shared<report::ReportProgress>();
    m_made = QFileInfo(QDir::fromNativeSeparators(m_path->text().trimmed())).absoluteFilePath();
    report::ReportSpec spec = m_spec;
    spec.title = m_title->text();
    spec.author = m_author->text();
    spec.remarks = m_remarks->toPlainText();
    spec.questions = questions();
    spec.locale = QLocale();
    spec.now = QDateTime::currentDateTime();
    m_bar->begin();
    m_look.start();
    const QString logo = QDir::fromNativeSeparators(m_logo->text().trimmed());
    m_task.start([spec, logo, path = m_made, font = this->font(), done = m_done,
                  stop = m_stop.get_token()]() mutable -> Result<qint64> {
        auto picture = logo.isEmpty() ? report::Logo() : report::readLogo(logo);
        if (!picture)
            return std::unexpected(picture.error());
        spec.logo = std::move(*picture);
        const auto made = report::makeReport(spec, *done, stop);
        const auto bytes = made ? report::reportBytes(*made, *report::formatOfPath(path), font, stop)
                                : std::unexpected(made.error());
        const auto saved = bytes ? report::saveReport(*bytes, path) : std::unexpected(bytes.error());
        return saved ? Result<qint64>(bytes->size()) : std::unexpected(saved.error());
    });
    updateControls();
}

void ReportDialog::finish(const Result<qint64> &bytes)
{
    m_look.stop();
    updateControls();
    m_bar->finish(bytes, m_made);
    if (bytes)
        Q_EMIT made(m_made);
}

void ReportDialog::updateControls()
{
    for (QWidget *choice : std::as_const(m_choices))
        choice->setEnabled(!m_task.isBusy());
    m_bar->setCanMake(!m_path->text().trimmed().isEmpty() && !questions().isEmpty());
}

void ReportDialog::reject()
{
    if (m_task.isBusy())
        m_stop.request_stop();
    else
        QDialog::reject();
}

} // namespace linnet::gui
