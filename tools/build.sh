#!/bin/sh
# Configures a build folder once and builds it: all of it, or what TARGETS names.
# usage: [TARGETS=src/main/sauro] tools/build.sh FOLDER [MESON OPTION...]
set -eu
cd "$(dirname "$0")/.."
folder=$1
shift
[ -f "$folder/build.ninja" ] || meson setup "$folder" "$@"
# shellcheck disable=SC2086 # a list of targets, one word each
ninja -C "$folder" ${TARGETS-}
