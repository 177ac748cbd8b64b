#!/bin/sh
# Parts under GNU parallel and under Slurm, an array job on this machine, merge to
# what asking at once gives.
. "${0%/*}/lib.sh"
PATH=$PATH:/usr/sbin:/sbin
ENRICH_PACE_SCALE=0.002
GITHUB_TOKEN=world
HF_TOKEN=world
export ENRICH_PACE_SCALE GITHUB_TOKEN HF_TOKEN ENRICH
rest_needs parallel --version
"$PYTHON" -B "$top_srcdir/tests/world/generate.py" --size 40 --seed 7 --forms plain \
	"$tmp/world" || fail "no world"
start_standin --world "$tmp/world"
SOURCE_DATE_EPOCH=$(date +%s)
export SOURCE_DATE_EPOCH
run 0 --name demo "$tmp"/world/lists/*.md
cp -R "$(release)" "$tmp/whole"
data() {
	(cd "$1/data" && sed 's/T[0-9:]*Z/T/g' ./*.jsonl ./*.csv)
}
data "$tmp/whole" >"$tmp/whole.data"

# in_parts HOW: two parts, run so.
in_parts() {
	rm -rf "$releases"
	ENRICH_PARTS=$1 "$top_srcdir/contrib/scale/rounds.sh" 2 "$tmp/cache-$1" \
		--name demo "$tmp"/world/lists/*.md >"$tmp/out" 2>"$tmp/err" ||
		fail "the rounds under $1 end badly"
	data "$(release)" >"$tmp/data"
	cmp "$tmp/whole.data" "$tmp/data" >"$tmp/out" 2>&1 || fail "other bytes by $1"
}

in_parts parallel

# Slurm's daemons want root, and munge a user of its own.
rest_needs sh -c 'command -v sbatch'
rest_needs test "$(id -u)" = 0
rest_needs id munge
mkdir "$tmp/slurm"
chmod 755 "$tmp"
host=$(hostname -s)
cat >"$tmp/slurm.conf" <<END
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthInfo=socket=$tmp/munge/socket
StateSaveLocation=$tmp/slurm
SlurmdSpoolDir=$tmp/slurm
SlurmctldPidFile=$tmp/slurm/ctld.pid
SlurmdPidFile=$tmp/slurm/d.pid
SlurmctldPort=$(dead_port)
SlurmdPort=$(dead_port)
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=$host NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP OverSubscribe=FORCE:4
END
SLURM_CONF=$tmp/slurm.conf
export SLURM_CONF
mkdir -m 755 "$tmp/munge"
head -c 1024 /dev/urandom >"$tmp/munge/key"
chmod 400 "$tmp/munge/key"
chown -R munge: "$tmp/munge"
end_slurm() {
	for name in slurm/d slurm/ctld munge/munged; do
		[ ! -f "$tmp/$name.pid" ] || kill "$(cat "$tmp/$name.pid")" 2>/dev/null
	done
}
trap 'end_slurm; clean_up' EXIT
su -s /bin/sh munge -c "munged --socket=$tmp/munge/socket --key-file=$tmp/munge/key \
	--pid-file=$tmp/munge/munged.pid --log-file=$tmp/munge/log \
	--seed-file=$tmp/munge/seed" >"$tmp/err" 2>&1 || fail "munged does not start"
slurmctld -L "$tmp/slurm/ctld.log" 2>"$tmp/err" || fail "slurmctld does not start"
slurmd -L "$tmp/slurm/d.log" 2>"$tmp/err" || fail "slurmd does not start"
tries=0
until sinfo -h -o %T 2>/dev/null | grep -q idle; do
	tries=$((tries + 1))
	[ $tries -lt 200 ] || fail "Slurm has no node: $(tail -n 5 "$tmp/slurm/d.log")"
	sleep 0.1
done
in_parts slurm
