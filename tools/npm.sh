#!/bin/sh
# Fetches the packages of package-lock.json when the lock has changed since the last time.
# usage: tools/npm.sh [test]     test: also what only the tests use
set -eu
cd "$(dirname "$0")/.."

wanted=$(sha256sum package-lock.json | cut -d ' ' -f 1)
stamp=node_modules/.fetched
have=$(cat "$stamp" 2>/dev/null || true)
set_for=${1:-run}
case "$have" in
"$wanted test") exit 0 ;;
"$wanted run") [ "$set_for" != run ] || exit 0 ;;
esac

echo "npm.sh: fetching the packages of package-lock.json"
omit=--omit=dev
[ "$set_for" != test ] || omit=--include=dev
npm ci --no-audit --no-fund --no-update-notifier --ignore-scripts --loglevel=error $omit
echo "$wanted $set_for" >"$stamp"
