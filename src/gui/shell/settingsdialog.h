// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/setting.h"
#include "gui/services.h"

#include <QDialog>
#include <QUrl>

#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Ui {
class SettingsDialog;
}

namespace linnet::gui {

/// The few settings of the program, with a search field; each counts as soon as it is changed. A setting is
/// declared in appsettings.h, has its field in the form and is tied to it by one call here.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(const Services &services, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    /// Where newer versions are told, see NewsOfVersions.
    void setNewsAddress(const QUrl &address);

Q_SIGNALS:
    void languageChosen(); ///< it is stored
    void connectRequested(const QString &sourceId);
    void newsWanted(bool wanted); ///< of newer versions; it is stored
    void clearRequested();

public Q_SLOTS:
    void showDefaults(); ///< each setting is as at first

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Choice
    {
        QString text;
        QVariant value;
    };

    void tieAll();
    /// Fills the box, shows what is stored, stores what is chosen and calls `then`.
    template <typename T>
    void tie(QComboBox *box, const Setting<T> &setting, std::function<QList<Choice>()> choices,
             std::function<void(const T &)> then = {});
    void tie(QLineEdit *edit, const Setting<QString> &setting,
             std::function<void(const QString &)> then = {});
    void tiePace();
    void addTokens();
    void addClear();
    void showNews();
    /// A button with its label below all other fields.
    QPushButton *addButton(const QString &name, const std::function<void(QLabel &, QPushButton &)> &say);
    void search(const QString &text);
    void showCaFile(const Result<int> &count);

    Services m_services;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    QUrl m_newsAddress;
    QWidget *m_last = nullptr;                     ///< of the fields, for the Tab key
    std::vector<std::function<void()>> m_defaults; ///< shows the default of each field
};

} // namespace linnet::gui
