#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# first-search.sh COMMAND…: what a newcomer does first, with an installed or unpacked linnet-cli: a search and a crawl on the
# practice server, rows as XLSX and CSV, the sample project. Says what came; ends with 0 when all of it is there. Bash of any system.
set -euo pipefail
cli=("$@")
folder=$(mktemp -d)
"${cli[@]}" --version
"${cli[@]}" practice --port 0 >"$folder/base" &
practice=$!
trap 'kill "$practice" 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 1 200); do
    [ ! -s "$folder/base" ] || break
    sleep 0.1
done
base=$(tr -d '\r\n' <"$folder/base")
[ -n "$base" ] || { echo "The practice server did not start." >&2; exit 1; }
"${cli[@]}" vacancies --base-url "$base" --proxy none --field any -p 1 -d 0.02 --quiet \
    --project "$folder/first.linnet" -o "$folder/vacancies.xlsx"
status=0
"${cli[@]}" crawl "$base/site/" --proxy none --depth 2 -d 0.02 --quiet --project "$folder/first.linnet" \
    -o "$folder/links.csv" || status=$?
# Some pages of the practice site are broken on purpose.
[ "$status" -le 1 ]
"${cli[@]}" export "$folder/first.linnet" --columns url -o "$folder/urls.csv"
[ "$(head -c 2 "$folder/vacancies.xlsx")" = PK ]
vacancies=$(($(wc -l <"$folder/urls.csv") - 1))
links=$(($(wc -l <"$folder/links.csv") - 1))
echo "search: $vacancies vacancies, crawl: $links links"
[ "$vacancies" -ge 50 ] && [ "$links" -ge 20 ]
# The sample project is in the programs themselves.
"${cli[@]}" practice --sample "$folder/sample.linnet"
"${cli[@]}" export "$folder/sample.linnet" --columns url -o "$folder/sample.csv"
[ "$(wc -l <"$folder/sample.csv")" -gt 100 ]
