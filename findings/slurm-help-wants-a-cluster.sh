#!/bin/sh
# Slurm: without a cluster its commands tell neither their version nor their help.
#
# Version:   slurm-client, slurm-wlm-basic-plugins 22.05.8-4+deb12u3 (Debian 12)
# Expected:  --version and --help print and end with 0, as everywhere; a script asks
#            so whether the program is there.
# Seen:      sbatch ends with 1 at both ("Could not establish a configuration
#            source"), after it has asked DNS for a controller.
# Source:    seen only; sbatch's manual has both options without that condition.
# For us:    whether Slurm can be used is asked by `command -v sbatch`
#            (tests/e2e/80-shards-schedulers.sh).
set -eu
t=$(mktemp -d) && cd "$t"
trap 'rm -rf "$t"' EXIT
# What sbatch itself is linked against comes with it; the rest is Debian's base.
for package in slurm-client slurm-wlm-basic-plugins libmunge2; do
	case $package in
	libmunge2) version=0.5.15-2+deb12u1 ;;
	*) version=22.05.8-4+deb12u3 ;;
	esac
	apt-get download $package=$version >/dev/null 2>&1 || {
		echo "the pinned package is not to be had here"
		exit 77
	}
	dpkg -x ${package}_*.deb root
done
export LD_LIBRARY_PATH="$t/root/usr/lib/x86_64-linux-gnu:$t/root/usr/lib/x86_64-linux-gnu/slurm-wlm"
unset SLURM_CONF
for option in --version --help; do
	code=0
	root/usr/bin/sbatch $option >out 2>err || code=$?
	echo "$option: $code, $(wc -l <out) lines, $(grep -c 'configuration source' err)"
done | tee seen
diff - seen <<'SEEN'
--version: 1, 0 lines, 1
--help: 1, 0 lines, 1
SEEN
