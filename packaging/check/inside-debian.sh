#!/usr/bin/env bash
# What debian.sh runs inside its tree: the life of the package, from dpkg -i to dpkg -P.
set -euo pipefail
cd /

deb=$(echo /tmp/packages/rosewood_*_amd64.deb)
workspace=/var/lib/rosewood

step() {
  printf '\n== %s\n' "$*"
}

fail() {
  printf 'FAILED: %s\n' "$*"
  tail -n 20 /var/log/squid/cache.log 2> /dev/null || true
  exit 1
}

must() {
  [ "$2" = "$3" ] || fail "$1: $2, expected $3"
  printf '   %-62s %s\n' "$1" "$2"
}

# Status of a page, as somebody, from a school computer.
page() {
  curl -s -o /dev/null -w '%{http_code}' --interface 10.20.1.12 -x "http://$1:pw@10.20.1.12:3128" "http://$2/"
}

# Status of a tunnel.
tunnel() {
  curl -s -o /dev/null -w '%{http_connect}' --interface 10.20.1.12 -p -x "http://$1:pw@10.20.1.12:3128" "http://$2:443/" || true
}

as_rosewood() {
  runuser -u rosewood -- "$@"
}

squid_starts() {
  squid -N &
  squid_process=$!
  for _ in $(seq 100); do
    if (: < /dev/tcp/127.0.0.1/3128) 2> /dev/null; then
      return
    fi
    sleep 0.1
  done
  fail 'Squid does not start'
}

squid_stops() {
  kill "$squid_process"
  wait "$squid_process" || true
}

# A school's machine: Squid asks for logins; a web that has an ordinary and a social site.
printf '127.0.0.1 localhost www.facebook.com www.example.com example.com\n' > /etc/hosts
cat > /etc/squid/conf.d/auth.conf << 'TEXT'
auth_param basic program /usr/lib/squid/basic_fake_auth
auth_param basic children 2
auth_param basic realm school
shutdown_lifetime 1 seconds
visible_hostname proxy.rosewood.test
acl staff proxy_auth REQUIRED
http_access deny !staff
TEXT
printf 'http_access allow staff localnet\n' > /etc/squid/conf.d/school.conf
perl /tmp/packages/origin.pl 80 &
perl /tmp/packages/origin.pl 443 &
squid_starts

# Stands for systemd with our rule for polkit: root reloads Squid when the workspace's account asks.
mkfifo -m 0622 /run/asked
mkfifo -m 0644 /run/answered
(while :; do
  read -r _ < /run/asked
  squid -k reconfigure > /run/said 2>&1 && echo 0 > /run/answered || echo 1 > /run/answered
done) &
printf '#!/bin/sh\n[ "$*" = "reload squid" ] || exit 1\necho reload > /run/asked\nread -r code < /run/answered\nexit "$code"\n' > /usr/local/bin/systemctl-for-rosewood
chmod 755 /usr/local/bin/systemctl-for-rosewood

step 'dpkg -i beside a running Squid: nothing changes for it'
dpkg -i "$deb"
must 'the workspace is the account'"'"'s alone' "$(stat -c '%U %a' $workspace)" 'rosewood 700'
must 'the account may read what Squid logs' "$(id -nG rosewood)" 'rosewood proxy'
must 'an ordinary page' "$(page n.obrien www.example.com)" 200
must 'a social page: nothing was said to block it' "$(page n.obrien www.facebook.com)" 200
rosewood-squid status && fail 'status says that Squid blocks' || true
rosewood help > /dev/null

step 'rosewood-squid enable: closed to everybody at once'
rosewood-squid enable
sleep 3
must 'an ordinary page' "$(page a.nidhonnchadha www.example.com)" 200
must 'a social page, the deputy' "$(page a.nidhonnchadha www.facebook.com)" 403
must 'a social tunnel, the deputy' "$(tunnel a.nidhonnchadha www.facebook.com)" 403

step "a line of the school's own that lets through first is told"
printf 'http_access allow all\n' > /etc/squid/conf.d/aa-own.conf
rosewood-squid status && fail 'status says that all is blocked' || true
rosewood-squid enable && fail 'enable says that all is blocked' || true
mv /etc/squid/conf.d/aa-own.conf /etc/squid/conf.d/zz-own.conf
rosewood-squid status
rm /etc/squid/conf.d/zz-own.conf
echo 'include /etc/squid/elsewhere.conf' > /etc/squid/conf.d/aa-own.conf
rosewood-squid status 2>&1 | grep -F '/etc/squid/conf.d/aa-own.conf:1:include /etc/squid/elsewhere.conf' || fail 'status is silent about another include'
rm /etc/squid/conf.d/aa-own.conf
must 'the exit code of status, for somebody who may not see it' "$(runuser -u nobody -- rosewood-squid status; echo $?)" 2

step 'a workspace, a grant, a publication, by the account of the package'
as_rosewood rosewood Initialize-PolicyWorkspace -Sample > /dev/null
as_rosewood perl -MJSON::PP -0777 -i -pe '
  my $json = JSON::PP->new->utf8->pretty->canonical;
  my $policy = $json->decode($_);
  $policy->{enforcement}{targets} = [{
    name => "proxy", kind => "Squid", path => "/etc/squid/rosewood", helperProgram => "/usr/bin/rosewood", configFile => "/etc/squid/squid.conf",
    reloadCommand => ["/usr/local/bin/systemctl-for-rosewood", "reload", "squid"], readerGroup => "proxy",
    probeAddress => "127.0.0.1:3128", probeUser => "probe", probePasswordFile => "/var/lib/rosewood/probe" }];
  $_ = $json->encode($policy);' $workspace/policy.json
as_rosewood sh -c 'umask 077; echo pw > /var/lib/rosewood/probe'
as_rosewood rosewood Get-SocialMediaAccess -Active
as_rosewood rosewood Grant-SocialMediaAccess -User deputy -For 1h -AuthorisedBy head -Reason 'School fair'
as_rosewood rosewood Publish-SocialMediaBlock -Target proxy
rosewood-squid status
must 'an ordinary page, a pupil' "$(page pupil www.example.com)" 200
must 'a social page, a pupil' "$(page pupil www.facebook.com)" 403
must 'a social tunnel, a pupil' "$(tunnel pupil www.facebook.com)" 403
must 'a social page, the deputy' "$(page a.nidhonnchadha www.facebook.com)" 200
must 'a social tunnel, the deputy' "$(tunnel a.nidhonnchadha www.facebook.com)" 200
as_rosewood rosewood Test-SocialMediaBlock -Target proxy > /dev/null

step 'dpkg -i again, as an upgrade: nothing of it is lost'
before=$(as_rosewood sha256sum /var/lib/rosewood/policy.json /etc/squid/rosewood/rosewood.conf)
echo 'ROSEWOOD_LOG=/var/log/firewall.log' > /etc/default/rosewood
dpkg -i "$deb"
must 'what the technician wrote stands' "$(cat /etc/default/rosewood)" 'ROSEWOOD_LOG=/var/log/firewall.log'
must 'policy and published files are the same' "$(as_rosewood sha256sum /var/lib/rosewood/policy.json /etc/squid/rosewood/rosewood.conf)" "$before"
sleep 3
must 'a social page, a pupil' "$(page pupil www.facebook.com)" 403
must 'a social page, the deputy' "$(page a.nidhonnchadha www.facebook.com)" 200

step 'a line that Squid can not read: enable puts everything back'
rosewood-squid disable
must 'a social page, a pupil, once it is switched off' "$(sleep 3; page pupil www.facebook.com)" 200
cp -p /etc/squid/rosewood/rosewood.conf /run/published
echo 'no_such_directive on' >> /etc/squid/rosewood/rosewood.conf
rosewood-squid enable && fail 'enable took a broken file' || true
[ ! -e /etc/squid/conf.d/rosewood.conf ] || fail 'the include stayed'
squid -k parse 2> /dev/null || fail 'Squid does not read its configuration'
cp -p /run/published /etc/squid/rosewood/rosewood.conf
rosewood-squid enable

step 'dpkg -r: Squid stays closed, needs nothing of ours, and starts again'
dpkg -r rosewood
squid_stops
squid_starts
must 'an ordinary page' "$(page a.nidhonnchadha www.example.com)" 200
must 'a social page, a pupil' "$(page pupil www.facebook.com)" 403
must 'a social page, the deputy: nobody can say that she may' "$(page a.nidhonnchadha www.facebook.com)" 403
[ -s $workspace/store.db ] || fail 'the workspace is gone'

step 'dpkg -P: what the package made is gone, the workspace is not'
dpkg -P rosewood
sleep 3
must 'a social page' "$(page pupil www.facebook.com)" 200
[ -s $workspace/store.db ] || fail 'the workspace is gone'
for path in /etc/squid/rosewood /etc/squid/conf.d/rosewood.conf /etc/default/rosewood /usr/lib/rosewood /usr/sbin/rosewood-squid; do
  [ ! -e "$path" ] || fail "$path stays"
done
squid_stops
squid_starts

step 'dpkg -P where a line of the school names lists of ours: Squid starts all the same'
dpkg -i "$deb"
rosewood-squid enable
cat > /etc/squid/conf.d/zz-parent.conf << 'TEXT'
cache_peer 127.0.0.1 parent 3999 0 no-query no-digest name=school
cache_peer_access school deny rosewood_relayed rosewood_tunnel
cache_peer_access school deny all
TEXT
dpkg -P rosewood
sleep 3
[ ! -e /etc/squid/rosewood ] || fail '/etc/squid/rosewood stays'
must 'lists that stay' "$(grep -c '^acl rosewood_' /etc/squid/conf.d/rosewood.conf)" 2
must 'a social page' "$(page pupil www.facebook.com)" 200
squid_stops
squid_starts

step "dpkg -P where the school's squid.conf includes what is published itself: Squid starts, closed to everybody"
rm /etc/squid/conf.d/zz-parent.conf /etc/squid/conf.d/rosewood.conf
dpkg -i "$deb"
rosewood-squid enable
as_rosewood rosewood Publish-SocialMediaBlock -Target proxy > /dev/null
rm /etc/squid/conf.d/rosewood.conf
sed -i '1i include /etc/squid/rosewood/rosewood.conf' /etc/squid/conf.d/school.conf
rosewood-squid enable && fail 'enable includes it twice' || true
rosewood-squid status
dpkg -r rosewood
dpkg -P rosewood
sleep 3
must 'a social page, the deputy' "$(page a.nidhonnchadha www.facebook.com)" 403
squid_stops
squid_starts
must 'an ordinary page' "$(page pupil www.example.com)" 200
must 'a social page, a pupil' "$(page pupil www.facebook.com)" 403
printf '\nThe Debian package holds.\n'
