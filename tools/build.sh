#!/bin/sh
# Configures a build folder once and builds it.
# usage: tools/build.sh FOLDER [MESON OPTION...]
set -eu
cd "$(dirname "$0")/.."
folder=$1
shift
[ -f "$folder/build.ninja" ] || meson setup "$folder" "$@"
ninja -C "$folder"
