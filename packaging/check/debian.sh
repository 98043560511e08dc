#!/usr/bin/env bash
# Installs the Debian package with dpkg into a tree of its own, lets Debian's Squid block through it, upgrades, removes and purges it.
# The tree is this machine's files seen through an overlay, without .NET, with a network of its own: nothing of the machine is touched.
# Needs root, Squid, perl, curl, iproute2.   Usage: packaging/check/debian.sh <folder of the packages>
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
packages=$(cd -- "$1" && pwd -P)
tree=$(mktemp -d)
trap 'rmdir -- "$tree"' EXIT

# shellcheck disable=SC2016 # the inner shell expands these
unshare --mount --pid --net --fork --kill-child bash -euc '
  tree=$1
  mount -t tmpfs tmpfs "$tree"
  mkdir "$tree/upper" "$tree/work" "$tree/root"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$tree/upper,workdir=$tree/work" "$tree/root"
  mount -t proc proc "$tree/root/proc"
  mount --rbind /dev "$tree/root/dev"
  mount -t tmpfs tmpfs "$tree/root/run"
  mount -t tmpfs tmpfs "$tree/root/tmp"
  mkdir "$tree/root/tmp/packages"
  cp "$2"/rosewood_*_amd64.deb "$3"/inside-debian.sh "$3"/origin.pl "$tree/root/tmp/packages"
  rm -rf "$tree/root/usr/share/dotnet" "$tree/root/usr/lib/dotnet" "$tree/root/usr/bin/dotnet"
  ip link set lo up
  ip address add 10.20.1.12/32 dev lo
  exec chroot "$tree/root" /usr/bin/env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    setsid bash /tmp/packages/inside-debian.sh < /dev/null
' sh "$tree" "$packages" "$here"
