#!/bin/sh
# Fetches the packages of package-lock.json, when the lock has changed since the last time. Only tests and tools/vendor.py use
# them: what the pages need of them lies in assets/.
set -eu
cd "$(dirname "$0")/.."

wanted=$(sha256sum package-lock.json | cut -d ' ' -f 1)
stamp=node_modules/.fetched
[ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || exit 0

echo "npm.sh: fetching the packages of package-lock.json"
npm ci --no-audit --no-fund --no-update-notifier --ignore-scripts --loglevel=error
echo "$wanted" >"$stamp"
