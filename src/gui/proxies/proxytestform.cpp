// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/proxies/proxytestform.h"

#include "gui/look/icons.h"
#include "gui/proxies/proxyimportdialog.h"
#include "gui/run/runcontrols.h"
#include "gui/widgets/choose.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/listeditor.h"
#include "gui/widgets/pacebox.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

ProxyTestForm::ProxyTestForm(QWidget *parent)
    : FormOf(parent)
    , m_text(new ListEditor(this))
    , m_file(new QPushButton(lineIcon("open"_L1), {}, this))
    , m_forget(new QPushButton(this))
    , m_kind(new QComboBox(this))
    , m_judge(new QLineEdit(this))
    , m_pace(new PaceBox(this))
    , m_remarks(new QLabel(this))
    , m_controls(new RunControls(this))
    , m_reading([this](proxies::ProxyList list) {
        m_list = std::move(list);
        m_forget->setEnabled(!isLocked() && !m_list.entries.isEmpty());
        showRemarks();
        Q_EMIT told();
    })
{
    setUp(*m_text, *m_controls, m_pace, nullptr);
    m_text->setObjectName(u"proxiesEdit"_s);
    m_remarks->setObjectName(u"remarksLabel"_s);
    m_remarks->setWordWrap(true);
    m_remarks->setForegroundRole(QPalette::PlaceholderText);
    sayTexts();
    layOut();
    connectFields();
    setValues({});
}

void ProxyTestForm::sayTexts()
{
    m_text->setAccessibleName(tr("Proxies to test"));
    m_text->setPlaceholderText(
        tr("Proxies, one a line: host:port, socks5://host:port, host:port:user:password …"));
    m_file->setText(tr("From a file…"));
    m_forget->setText(tr("Remove all"));
    QList<std::pair<QString, QVariant>> kinds;
    for (const auto scheme : {proxies::ProxyScheme::Http, proxies::ProxyScheme::Socks5})
        kinds.append(
            {tr("kind not named: %1").arg(QString(proxies::schemeName(scheme)).toUpper()), int(scheme)});
    refill(m_kind, kinds);
    m_kind->setAccessibleName(tr("Kind of proxies that name none"));
    m_judge->setAccessibleName(tr("Judge"));
    m_judge->setPlaceholderText(tr("Judge: httpbin.org"));
    m_judge->setToolTip(
        tr("The page that tells what it saw of a request, as httpbin.org/get or azenv do. It is asked "
           "directly once, to learn your own address, then through every proxy."));
    m_pace->setAccessibleName(tr("How fast the judge is asked"));
}

void ProxyTestForm::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    auto *fields = new FlowLayout(8);
    for (QWidget *field : std::initializer_list<QWidget *>{m_file, m_forget, m_kind, m_pace, m_judge})
        fields->addWidget(field);
    layout->addLayout(fields);
    layout->addWidget(m_remarks);
    layout->addWidget(problemsLabel());
    layout->addWidget(m_controls);
}

void ProxyTestForm::connectFields()
{
    connect(m_text, &ListEditor::edited, this, &ProxyTestForm::touch);
    connect(m_text, &ListEditor::fileChosen, this, &ProxyTestForm::openFile);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ProxyTestForm::touch);
    connect(m_pace, &QComboBox::currentIndexChanged, this, &ProxyTestForm::touch);
    connect(m_judge, &QLineEdit::textChanged, this, &ProxyTestForm::touch);
    connect(m_judge, &QLineEdit::returnPressed, this, &ProxyTestForm::startRequested);
    connect(m_file, &QPushButton::clicked, this, [this] {
        m_text->chooseFile(tr("Proxies from a file"),
                           {tr("Lists (*.txt *.csv *.json *.lst *.html)"), tr("All files (*)")});
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        ProxyTestValues rest = values();
        rest.text.clear();
        rest.imported.clear();
        setValues(rest);
    });
}

void ProxyTestForm::retranslate()
{
    fill([this] { sayTexts(); });
    showRemarks();
    Q_EMIT told();
}

QString ProxyTestForm::summary() const
{
    return ProxyTestPresenter::title(int(m_list.entries.size()));
}

ProxyTestValues ProxyTestForm::values() const
{
    ProxyTestValues values;
    values.text = m_text->text();
    values.imported = m_imported;
    values.fallback = proxies::ProxyScheme(m_kind->currentData().toInt());
    values.judge = m_judge->text().trimmed();
    values.delay = m_pace->delay();
    return values;
}

void ProxyTestForm::setValues(const ProxyTestValues &values)
{
    fill([&] {
        m_text->setList(values.text);
        m_imported = values.imported;
        m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(values.fallback))));
        m_judge->setText(values.judge);
        m_pace->setDelay(values.delay);
    });
    read();
}

void ProxyTestForm::touch()
{
    if (isFilling())
        return;
    Q_EMIT touched();
    read();
}

void ProxyTestForm::read()
{
    sayProblems({}, false);
    m_reading.start([values = values()] { return ProxyTestPresenter::list(values); });
}

void ProxyTestForm::showProblem(ProxyTestPresenter::Field field, const QString &text)
{
    const bool isJudge = field == ProxyTestPresenter::Field::Judge;
    sayProblems({{isJudge ? static_cast<QWidget *>(m_judge) : m_text, text}}, true);
}

void ProxyTestForm::showRemarks()
{
    m_remarks->setText(ProxyTestPresenter::remarks(m_list));
}

void ProxyTestForm::lock(bool locked)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_file, m_kind, m_judge, m_pace})
        field->setEnabled(!locked);
    m_forget->setEnabled(!locked && !m_list.entries.isEmpty());
    m_text->setReadOnly(locked);
}

void ProxyTestForm::openFile(const QString &path)
{
    const Result<ProxyImportDialog *> made = ProxyImportDialog::ofFile(path, values().fallback, this);
    if (!made) {
        showProblem(ProxyTestPresenter::Field::Proxies,
                    tr("%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), made.error().detail));
        return;
    }
    ProxyImportDialog *dialog = *made;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const proxies::ProxyList::Entry &entry : dialog->list().entries)
            m_imported.append(entry.proxy);
        touch();
    });
    dialog->open();
}

} // namespace linnet::gui
