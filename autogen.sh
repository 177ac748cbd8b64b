#!/bin/sh
# autogen.sh           generate configure
# autogen.sh packages  install what building needs and is missing
# autogen.sh demo      … install what is missing, build, run the weekly job on
#                      the example lists against the bundled stand-in
# autogen.sh check     … install what is missing, build, pass the tests
#
# What would be installed is printed before it is.  CONFIGURE_FLAGS are given to
# configure.
set -eu
cd "$(dirname "$0")"
stage=${1-}

case $stage in
'' | packages | demo | check) ;;
*)
	echo "usage: $0 [packages|demo|check]" >&2
	exit 64
	;;
esac

build="autoconf automake gcc make pkg-config libcurl4-openssl-dev libyajl-dev
liblmdb-dev libarchive-dev libdeflate-dev zlib1g-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
libxml2-dev libutf8proc-dev nettle-dev libinih-dev uthash-dev libc6-dev"
demo="python3"
check="python3 libcmocka-dev mandoc git util-linux bsdutils openssl jq nginx-light tinyproxy-bin sqlite3
openssh-client minisign curl"
ci="gh parallel slurm-wlm munge clang libclang-rt-14-dev clang-format clang-tidy shellcheck xz-utils zstd mmdebstrap pandoc chromium"
# Whoever reads a release in the tests and is in npm only: build-aux/node.
node="@duckdb/node-api@1.5.6-r.1 ajv@8.20.0 ajv-formats@3.0.1 @citation-js/core@0.8.2
@citation-js/plugin-csl@0.8.2 playwright-core@1.65.1 axe-core@4.14.1"

missing() {
	for package in "$@"; do
		status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) || status=
		case $status in
		*' installed') ;;
		*) printf '%s ' "$package" ;;
		esac
	done
}

install_missing() {
	if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
		for tool in autoreconf automake pkg-config make cc; do
			command -v "$tool" >/dev/null || {
				echo "This system has no apt-get. Needed (Debian's names):"
				echo "$@"
				exit 69
			}
		done
		return 0
	fi
	list=$(missing "$@")
	[ -n "$list" ] || return 0
	command="apt-get install -y --no-install-recommends $list"
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null || {
			echo "Run this as root, then call $0 again:"
			echo "  $command"
			exit 77
		}
		command="sudo $command"
	fi
	echo "\$ $command"
	if [ "$(id -u)" -eq 0 ]; then
		apt-get update -q >/dev/null || true
	else
		sudo apt-get update -q >/dev/null || true
	fi
	# The words of $command are package names of this script.
	DEBIAN_FRONTEND=noninteractive $command >build-aux/install.log 2>&1 </dev/null || {
		tail -n 20 build-aux/install.log
		exit 69
	}
}

# Without npm, or without a network, those tests are skipped and say so.
install_node() {
	command -v npm >/dev/null || {
		echo "without npm: what reads releases from there is skipped"
		return 0
	}
	[ ! -d build-aux/node/node_modules/axe-core ] || return 0
	# shellcheck disable=SC2086
	npm install --no-audit --no-fund --ignore-scripts --prefix build-aux/node $node \
		>build-aux/node.log 2>&1 </dev/null ||
		echo "npm installs nothing (build-aux/node.log): what reads releases from there is skipped"
}

mkdir -p build-aux
# Each of them is several words.
# shellcheck disable=SC2086
case $stage in
packages)
	install_missing $build
	exit 0
	;;
demo) install_missing $build $demo ;;
check)
	if [ -n "${CI-}" ]; then
		command -v npm >/dev/null || ci="$ci nodejs npm"
		install_missing $build $demo $check $ci
		install_node
	else
		install_missing $build $demo $check
	fi
	;;
esac

autoreconf -fi >build-aux/autoreconf.log 2>&1 || {
	cat build-aux/autoreconf.log
	exit 70
}
[ -n "$stage" ] || {
	echo "configure is ready: ./configure && make"
	exit 0
}
# shellcheck disable=SC2086
./configure -q ${CONFIGURE_FLAGS-} >build-aux/configure.log 2>&1 || {
	tail -n 20 build-aux/configure.log
	exit 70
}
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null) || jobs=2
make -s -j"$jobs" >build-aux/make.log 2>&1 || {
	tail -n 40 build-aux/make.log
	exit 70
}
case $stage in
demo) exec tests/demo.sh ;;
check)
	make -s -j"$jobs" check TESTS= >build-aux/make.log 2>&1 || {
		tail -n 40 build-aux/make.log
		exit 70
	}
	# Most tests wait more than they work.
	exec make -s -j$((3 * jobs)) check
	;;
esac
