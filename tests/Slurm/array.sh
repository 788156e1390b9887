#!/usr/bin/env bash
# A Monte Carlo of 1,200 samples in 8 shards on a Slurm of this one machine; shard 5 is killed in its middle and submitted again; the
# result is compared with a local run, byte by byte. Usage: array.sh TOOL, the built devicephys. Needs root and the programs of slurm-wlm and munge;
# exit code 77 when they are not here. Everything it starts is its own (ports, sockets, folders) and is ended by process id.
set -uo pipefail
tool=$(readlink -f "${1:?usage: array.sh TOOL}")
export PATH=$PATH:/usr/sbin:/sbin
for program in munged slurmctld slurmd sbatch squeue sinfo; do
  command -v $program >/dev/null || { echo "skipped: $program is absent"; exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "skipped: needs root"; exit 77; }

D=$(mktemp -d)
host=$(hostname -s)
port=$((20000 + RANDOM % 20000))
mkdir -p $D/{state,spool,log,munge,node}
stop() {
  for name in node/slurmd slurmctld munge/munged; do
    [ -s $D/$name.pid ] && kill "$(cat $D/$name.pid)" 2>/dev/null
  done
  sleep 1
  rm -rf "$D"
}
trap stop EXIT

dd if=/dev/urandom of=$D/munge/key bs=1 count=1024 2>/dev/null
chmod 600 $D/munge/key; chmod 755 $D $D/munge
munged --key-file=$D/munge/key --socket=$D/munge/sock --pid-file=$D/munge/munged.pid --log-file=$D/log/munged --seed-file=$D/munge/seed --force >/dev/null 2>&1 ||
  { echo "failed: munged does not start"; exit 1; }
cat > $D/slurm.conf <<CONF
ClusterName=devicephys
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$D/munge/sock
CredType=cred/munge
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmctldPidFile=$D/slurmctld.pid
SlurmdPidFile=$D/node/slurmd.pid
SlurmctldLogFile=$D/log/slurmctld
SlurmdLogFile=$D/log/slurmd
StateSaveLocation=$D/state
SlurmdSpoolDir=$D/spool
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
SlurmctldTimeout=30
SlurmdTimeout=60
MinJobAge=3600
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 SocketsPerBoard=1 CoresPerSocket=2 ThreadsPerCore=1 RealMemory=1000 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$D/slurm.conf
slurmctld -f $SLURM_CONF >/dev/null 2>&1; sleep 1
slurmd -f $SLURM_CONF -N "$host" >/dev/null 2>&1
for _ in $(seq 30); do
  sinfo -h -o %t 2>/dev/null | grep -q idle && break
  sleep 0.5
done
sinfo -h -o %t 2>/dev/null | grep -q idle || { echo "failed: the node does not come up"; tail -5 $D/log/slurm* ; exit 1; }

# What the tasks start: the tool, but shard 5 is killed as soon as it has left its first part, once.
cat > $D/tool.sh <<WRAPPER
#!/bin/bash
if [[ "\$*" == *" --shard 5/8"* && ! -e $D/failed ]]; then
  touch $D/failed
  "$tool" "\$@" & pid=\$!
  while kill -0 \$pid 2>/dev/null && [ ! -e $D/job/parts/chunk-00004.npz ]; do sleep 0.01; done
  kill -9 \$pid; wait \$pid; exit 1
fi
exec "$tool" "\$@"
WRAPPER
chmod 755 $D/tool.sh
cd $D || exit 1
run=(montecarlo ExponentialSynapse.EpiRam --bench pulses --pulses 10 --samples 1200 --chunk 15 --sampling sobol --limit "OnOffRatio>30")
finish() {
  for _ in $(seq 240); do
    [ -z "$(squeue -h)" ] && return
    sleep 0.5
  done
  echo "failed: the jobs do not end"; exit 1
}
check() { "$@" || { echo "failed: $*"; exit 1; }; }

check "$tool" slurm submit job --shards 8 --tool $D/tool.sh -- "${run[@]}"
finish
early=$("$tool" slurm merge job -o merged 2>&1) # fails, as it should
[[ $early == *"shards 5 of 8 are missing"* ]] || { echo "failed: the missing shard is not named"; "$tool" slurm status job; cat job/logs/*; exit 1; }
"$tool" slurm status job
check "$tool" slurm resubmit job
finish
"$tool" slurm status job
check "$tool" slurm merge job -o merged >/dev/null
check "$tool" "${run[@]}" -o local >/dev/null
check diff -r local merged
echo "passed: 1200 samples in 8 shards, shard 5 killed and submitted again, all files as those of the local run"
