# Runs a command as a container would run it: a root folder of its own out of what is said below, an unprivileged user,
# no capabilities and no way to new privileges. Called by `unshare --mount`, so that no mount outlives the process.
#
# $ROOT: an empty folder. $MOUNTS: a file of lines `bind|ro|tmpfs:<source or options>:<target>`. $READ_ONLY: yes or no.
# $WORKDIR: where the command starts. The arguments are the command.
set -eu
umask 022
mount -t tmpfs -o size=512m,mode=755 none "$ROOT"
cd "$ROOT"
mkdir -p dev/shm etc machine/etc proc run tmp usr var/lib var/run
chmod 1777 tmp var/run

read_only() {
  mount --bind "$1" "$2"
  mount -o remount,bind,ro,nosuid "$2"
}

# The programs of this machine stand for those of the base images.
read_only /usr usr
read_only /etc machine/etc
for folder in bin sbin lib lib32 lib64; do
  if [ -L "/$folder" ]; then cp -P "/$folder" .
  elif [ -d "/$folder" ]; then mkdir "$folder"; read_only "/$folder" "$folder"
  fi
done
for file in /etc/*; do ln -s "/machine$file" "etc/${file##*/}"; done
mount --rbind /proc proc
for device in null zero full random urandom; do
  touch "dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
mount -t tmpfs -o size=64m,mode=1777 none dev/shm

while IFS=: read -r kind what target; do
  if [ "$kind" = tmpfs ] || [ -d "$what" ]; then mkdir -p ".$target"
  else
    mkdir -p ".$(dirname "$target")"
    rm -f ".$target"
    touch ".$target"
  fi
  case "$kind" in
    tmpfs) mount -t tmpfs -o "$what" none ".$target" ;;
    bind) mount --bind "$what" ".$target" ;;
    ro) read_only "$what" ".$target" ;;
  esac
done < "$MOUNTS"

[ "$READ_ONLY" = no ] || mount -o remount,ro none "$ROOT"
workdir=$WORKDIR root=$ROOT
unset ROOT MOUNTS READ_ONLY WORKDIR
exec chroot "$root" /usr/bin/setpriv --reuid 1000 --regid 1000 --clear-groups --inh-caps=-all --bounding-set=-all \
  --no-new-privs /usr/bin/env --chdir="$workdir" "$@"
