#!/bin/sh
# Serves the sample province on this machine. It is loaded once; remove .run/ to begin again.
# usage: tools/run.sh PORT
set -eu
cd "$(dirname "$0")/.."
port=$1
sauro=build/src/main/sauro
data=.run/data

# Data of a program that this one does not continue (a step of its database has changed) is put aside, never removed.
if [ -f .run/accounts.json ] && ! "$sauro" unit list --data "$data" >/dev/null 2>&1; then
	aside=.run-$(date +%Y%m%d-%H%M%S)
	echo "Dữ liệu cũ không mở được, đã chuyển sang $aside / the old data cannot be opened: moved to $aside"
	mv .run "$aside"
fi
if ! [ -f .run/accounts.json ]; then
	rm -rf .run
	mkdir -p .run
	echo "Đang nạp tỉnh mẫu / loading the sample province…"
	tools/sample.sh "$sauro" "$data" >.run/accounts.part 2>.run/load.log || {
		cat .run/load.log >&2
		exit 1
	}
	mv .run/accounts.part .run/accounts.json
fi

echo
echo "Tài khoản dùng thử / demo accounts:"
sed -n 's/^ *"\([a-z]*\)": {"login": "\([^"]*\)", "password": "\([^"]*\)".*/    \1\t\2\t\3/p' .run/accounts.json | expand -t 20,36
echo
exec "$sauro" serve --data "$data" --listen "127.0.0.1:$port"
