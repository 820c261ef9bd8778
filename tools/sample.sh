#!/bin/sh
# Loads the sample province of samples/ by the commands that users have; prints some of its accounts as JSON, by their role.
# usage: tools/sample.sh SAURO FOLDER     the program, a data folder that holds nothing yet
set -eu
cd "$(dirname "$0")/.."
sauro=$1 data=$2
password=lamgiang-2026

run() {
	"$sauro" "$@" --data "$data" >&2
}

run unit import samples/units.tsv
tab=$(printf '\t')
while IFS="$tab" read -r login name role unit; do
	case $login in
	'#'* | '') continue ;;
	esac
	echo "$password" | run person add --login "$login" --name "$name" --role "$role" --unit "$unit" --stdin
done <samples/people.tsv
while IFS="$tab" read -r file unit then; do
	case $file in
	'#'* | '') continue ;;
	esac
	case $then in
	confirm) run plan import --unit "$unit" --confirm "samples/$file" ;;
	late) run plan import --unit "$unit" --confirm --past-done "samples/$file" ;;
	*) run plan import --unit "$unit" "samples/$file" ;;
	esac
done <samples/plans.tsv

account() {
	printf '  "%s": {"login": "%s", "password": "%s"}%s\n' "$1" "$2" "$password" "${3-}"
}
echo '{'
account administrator quantri ,
account province tinh ,
account head ctdoico ,
account officer doico ,
account viewer thanhtra
echo '}'
