// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keychainstore.h"

#include "base/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <qt6keychain/keychain.h>

namespace linnet::session {

namespace {

constexpr qint64 LargestNames = 1'000'000; // bytes; a file may hold anything

} // namespace

KeychainStore::KeychainStore(QString service, QString namesFile, QObject *parent)
    : SecretStore(parent)
    , m_service(std::move(service))
    , m_namesFile(std::move(namesFile))
{
    readNames();
}

void KeychainStore::readNames()
{
    QFile file(m_namesFile);
    if (m_namesFile.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    m_names = QString::fromUtf8(file.read(LargestNames)).split(u'\n', Qt::SkipEmptyParts);
    m_names.removeDuplicates();
}

void KeychainStore::note(const QString &key, bool isKept)
{
    if (m_names.contains(key) == isKept)
        return;
    readNames(); // another window may have kept something, too
    m_names.removeAll(key);
    if (isKept)
        m_names.append(key);
    makePrivateFolder(QFileInfo(m_namesFile).path());
    QSaveFile file(m_namesFile);
    // Not written, what is known now is known until the program ends.
    if (!m_namesFile.isEmpty() && file.open(QIODevice::WriteOnly) &&
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        file.write(m_names.join(u'\n').toUtf8() + '\n');
        file.commit();
    }
}

// The jobs have no parent and delete themselves: a keychain that is slow answers them even when the store is
// gone.
void KeychainStore::load(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [this, job, key] {
        // What was typed meanwhile is newer than what the keychain holds.
        if (job->error() == QKeychain::NoError && !m_known.contains(key))
            m_known[key] = job->binaryData();
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            note(key, job->error() == QKeychain::NoError);
        Q_EMIT loaded(key);
    });
    job->start();
}

void KeychainStore::keep(const QString &key, const QByteArray &secret)
{
    m_known[key] = secret;
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setBinaryData(secret);
    connect(job, &QKeychain::Job::finished, this, [this, job, key] {
        if (job->error() == QKeychain::NoError) {
            note(key, true);
            Q_EMIT kept(key, {});
        } else {
            Q_EMIT kept(key, fail(Reason::Io, job->errorString()));
        }
    });
    job->start();
}

void KeychainStore::remove(const QString &key)
{
    m_known.remove(key);
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [this, job, key] {
        // What is not there need not be removed.
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound) {
            note(key, false);
            Q_EMIT removed(key, {});
        } else {
            Q_EMIT removed(key, fail(Reason::Io, job->errorString()));
        }
    });
    job->start();
}

} // namespace linnet::session
