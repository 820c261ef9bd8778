#!/bin/sh
# A PostgreSQL server for tests alone: in a folder of its own, on a socket in that folder, with no network and no care for crashes.
#
# usage: private_postgres.sh start FOLDER    prints the server's address on the last line
#        private_postgres.sh stop FOLDER     ends the server and removes its data
#
# Never runs the server as root: root gives the folder to the user postgres (or nobody) and starts it as that one. Its own order of
# text is ICU's Vietnamese one, so that a test sees a column that was not declared to sort byte by byte.
set -eu

[ $# -eq 2 ] || { sed -n '4,5s/^# //p' "$0" >&2; exit 2; }
mkdir -p "$2"
folder=$(cd "$2" && pwd)
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$binaries" ] || binaries=$(dirname "$(command -v pg_ctl || echo none/pg_ctl)")
[ -x "$binaries/pg_ctl" ] || { echo "private_postgres.sh: no PostgreSQL server here: apt-get install postgresql" >&2; exit 1; }

as_server=""
if [ "$(id -u)" -eq 0 ]; then
	user=postgres
	id "$user" >/dev/null 2>&1 || user=nobody
	as_server="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups --"
	chown "$user" "$folder"
fi
cd "$folder"

case $1 in
start)
	$as_server "$binaries/initdb" -D "$folder/data" -U sauro -A trust -E UTF8 --locale=C --locale-provider=icu --icu-locale=vi \
		--no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
	$as_server "$binaries/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 -o "-k '$folder' -c listen_addresses='' -F \
		-c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c max_connections=200 -c shared_buffers=32MB" \
		start >"$folder/start.log" 2>&1 || { cat "$folder/start.log" "$folder/server.log" >&2; exit 1; }
	echo "postgres:///postgres?host=$folder&user=sauro"
	;;
stop)
	[ ! -d "$folder/data" ] || $as_server "$binaries/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null || true
	rm -rf "$folder/data" "$folder"/*.log
	;;
*)
	echo "private_postgres.sh: start or stop, not $1" >&2
	exit 2
	;;
esac
