#!/bin/sh
# Installs what the project needs and this machine lacks, from Debian 12's own archive.
# usage: tools/install.sh GROUP...     groups: build, format, test, bench, forms, train
#
# A line is PACKAGE, or PACKAGE=COMMAND where a command from elsewhere serves as well. A run that finds everything installs
# nothing, asks for no rights and takes a few hundredths of a second.
set -eu

packages() {
	case $1 in
	build) cat <<-'LIST'
		gcc=gcc
		libc6-dev
		meson=meson
		ninja-build=ninja
		pkg-config=pkg-config
		python3=python3
		libmicrohttpd-dev
		libsqlite3-dev
		libpq-dev
		libsodium-dev
		libjansson-dev
		libunistring-dev
		libseccomp-dev
		libxml2-dev
		libzip-dev
		libpoppler-glib-dev
		libcairo2-dev
		libleptonica-dev
		libtesseract-dev
		tesseract-ocr-vie
		libcmocka-dev
		LIST
		;;
	test) cat <<-'LIST'
		clang=clang
		libclang-rt-14-dev
		llvm-14=llvm-symbolizer-14
		postgresql-15
		chromium=chromium
		fonts-dejavu-core
		nodejs=node
		npm=npm
		ca-certificates
		LIST
		;;
	format) echo clang-format=clang-format ;;
	bench) cat <<-'LIST'
		wrk=wrk
		ocrmypdf=ocrmypdf
		LIST
		;;
	forms) cat <<-'LIST'
		fonts-liberation
		libreoffice-writer-nogui=soffice
		libreoffice-calc-nogui=soffice
		poppler-utils=pdftoppm
		imagemagick=convert
		LIST
		;;
	train) cat <<-'LIST'
		tesseract-ocr
		tesseract-ocr-eng
		tesseract-ocr-vie
		python3-numpy
		python3-pil
		fonts-liberation
		fonts-croscore
		fonts-crosextra-carlito
		fonts-crosextra-caladea
		fonts-dejavu
		fonts-freefont-ttf
		fonts-linuxlibertine
		fonts-noto-core
		fonts-roboto-unhinted
		fonts-sil-charis
		fonts-sil-gentiumplus
		LIST
		;;
	*)
		echo "install.sh: no group '$1' (build, format, test, bench, forms, train)" >&2
		exit 2
		;;
	esac
}

installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p') || installed=
missing=
for group in "$@"; do
	list=$(packages "$group")
	for line in $list; do
		package=${line%%=*} command=
		[ "$package" = "$line" ] || command=${line#*=}
		if [ -n "$command" ] && command -v "$command" >/dev/null 2>&1; then
			continue
		fi
		printf '%s\n' "$installed" | grep -qx -- "$package" || missing="$missing $package"
	done
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
	echo "install.sh: this is not Debian; please install what these packages hold:$missing" >&2
	exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
	command -v sudo >/dev/null 2>&1 || {
		echo "install.sh: as root, run: apt-get install --no-install-recommends$missing" >&2
		exit 1
	}
	sudo=sudo
fi
echo "install.sh: installing$missing"
apt() {
	$sudo env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y --no-install-recommends install "$@"
}
$sudo apt-get -q update
case "$missing" in
*postgresql-*)
	# The tests start a server of their own; the package's need not run on this machine.
	if ! [ -e /etc/postgresql-common/createcluster.conf ]; then
		apt postgresql-common
		$sudo sed -i 's/^#* *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
	fi
	;;
esac
# shellcheck disable=SC2086 # a list of packages, one word each
apt $missing
