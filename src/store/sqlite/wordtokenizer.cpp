// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/wordtokenizer.h"

#include "store/sqlite/foldedtext.h"
#include "store/sqlite/sqlerror.h"
#include "table/foldedwords.h"

#include <sqlite3.h>

namespace linnet::store {

namespace {

using Take = int (*)(void *, int, const char *, int, int, int);

/// What SQLite calls an instance of the tokenizer: its buffers.
struct Tokenizer
{
    FoldedText folding;
    FoldedText encoding;
};

int create(void *, const char **, int, Fts5Tokenizer **made)
{
    *made = reinterpret_cast<Fts5Tokenizer *>(new Tokenizer);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer *tokenizer)
{
    delete reinterpret_cast<Tokenizer *>(tokenizer);
}

int takeQuery(QByteArrayView query, void *context, Take take)
{
    qsizetype at = 0;
    while (at < query.size()) {
        qsizetype end = query.indexOf(' ', at);
        if (end < 0)
            end = query.size();
        if (end > at) {
            const int code = take(context, 0, query.data() + at, int(end - at), int(at), int(end));
            if (code != SQLITE_OK)
                return code;
        }
        at = end + 1;
    }
    return SQLITE_OK;
}

// Where a word stands is not told: nothing asks SQLite to mark words in a text.
int tokenize(Fts5Tokenizer *self, void *context, int flags, const char *text, int size, Take take)
{
    const QByteArrayView bytes(text, size);
    if ((flags & FTS5_TOKENIZE_QUERY) != 0)
        return takeQuery(bytes, context, take);
    auto *tokenizer = reinterpret_cast<Tokenizer *>(self);
    for (table::FoldedWords words(tokenizer->folding.utf16(bytes)); words.next();) {
        const QByteArrayView word = tokenizer->encoding.encoded(words.word());
        const int code = take(context, 0, word.data(), int(word.size()), 0, size);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

// The way that SQLite documents ("Extending FTS5").
fts5_api *fullTextSearch(sqlite3 *connection)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

Result<void> addWordTokenizer(sqlite3 *connection)
{
    fts5_api *api = fullTextSearch(connection);
    if (!api)
        return fail(Reason::Storage, QStringLiteral("this SQLite was built without full-text search (FTS5)"));
    fts5_tokenizer tokenizer{create, destroy, tokenize};
    const int code = api->xCreateTokenizer(api, "linnet", nullptr, &tokenizer, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(connection, code));
    return {};
}

} // namespace linnet::store
