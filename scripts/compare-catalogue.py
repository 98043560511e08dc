#!/usr/bin/env python3
"""Compares src/Rosewood.PolicyAdmin/Catalogue/catalogue.json with what is published about the hosts of services.

Usage: compare-catalogue.py FOLDER [--sources | --hosts | --missing]

FOLDER holds checkouts of public lists under these names; what is not there is passed over:
  v2fly        github.com/v2fly/domain-list-community          hosts by service
  adguard      github.com/AdguardTeam/AdGuardHome              hosts by service (internal/filtering/servicelist.go)
  nextdns      github.com/nextdns/services                     hosts by service
  ndpi         github.com/ntop/nDPI                            hosts by service (src/lib/ndpi_content_match.c.inc)
  ut1          github.com/olbat/ut1-blacklists                 hosts by kind (Universite Toulouse 1)
  citizenlab   github.com/citizenlab/test-lists                addresses by kind (global.csv, gb.csv)
  maigret      github.com/soxoj/maigret                        sites with profiles
  sherlock     github.com/sherlock-project/sherlock            sites with profiles
  whatsmyname  github.com/WebBreacher/WhatsMyName              sites with profiles
  2fa          github.com/2factorauth/twofactorauth            sites with sign-in
  bangs        github.com/kagisearch/bangs                     sites by name
  thunderbird  github.com/thunderbird/autoconfig               mail servers and their web mail (ispdb)
  freemail     github.com/Kikobeats/free-email-domains         domains of personal mail
  disposable   github.com/disposable-email-domains/disposable-email-domains
  sinfonietta  github.com/Sinfonietta/hostfiles                hosts of social media
  disconnect   github.com/disconnectme/disconnect-tracking-protection

--sources  writes "sources" into the catalogue: each list that names one of a service's Primary hosts. Names that no list stands
           for here (vendor) stay; a service without any needs "unverified" with the reason, which is written by hand.
--hosts    the hosts that no list names, neither themselves nor through a host above them.
--missing  hosts that a list by service has beside ours, and we have not. Most are look-alikes that the owner bought, tests,
           or shared platforms: a person decides.
Facts carry over, files do not: commit none of the lists.
"""
import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

CATALOGUE = Path(__file__).parent.parent / "src/Rosewood.PolicyAdmin/Catalogue/catalogue.json"
HOST = re.compile(r"^([a-z0-9_-]+\.)+[a-z][a-z0-9-]*$")
UT1_KINDS = ["audio-video", "blog", "chat", "dating", "filehosting", "forums", "games", "social_networks", "webmail"]
BY_HAND = {"vendor", "code"}


def suffixes(host):
    labels = host.split(".")
    return [".".join(labels[i:]) for i in range(len(labels) - 1)]


def host_of(url):
    host = (urlsplit(url if "//" in url else "//" + url).hostname or "").lower()
    host = host.removeprefix("www.")
    return host if HOST.match(host) else None


def lines(path):
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []


def v2fly(folder):
    for file in (folder / "data").glob("*"):
        for line in lines(file):
            word = line.split("#")[0].split()
            if word and not word[0].startswith(("include:", "regexp:", "keyword:")):
                yield word[0].split(":")[-1].lower(), file.name


def adguard(folder):
    name = ""
    for line in lines(folder / "internal/filtering/servicelist.go"):
        if match := re.match(r'\s*ID:\s+"(.*)"', line):
            name = match[1]
        elif match := re.match(r'\s*"\|\|([a-z0-9.-]+)\^', line):
            yield match[1], name


def nextdns(folder):
    for file in (folder / "services").glob("*"):
        for line in lines(file):
            yield line.strip(), file.name


def ndpi(folder):
    for line in lines(folder / "src/lib/ndpi_content_match.c.inc"):
        if match := re.match(r'\s*\{ *"([^"]+)", *"([^"]+)"', line):
            yield match[1].strip(".").lower(), match[2]


def ut1(folder):
    for kind in UT1_KINDS:
        for line in lines(folder / "blacklists" / kind / "domains"):
            yield line.strip().lower(), None


def citizenlab(folder):
    for name in ["global.csv", "gb.csv"]:
        for row in csv.reader(lines(folder / "lists" / name)):
            yield host_of(row[0]) if row else None, None


def profiles(path, field, within=None):
    if path.exists():
        data = json.loads(path.read_text(encoding="utf-8"))
        sites = data.get(within, data) if within else data
        for site in sites.values() if isinstance(sites, dict) else sites:
            if isinstance(site, dict) and isinstance(site.get(field), str):
                yield host_of(site[field].replace("{account}", "x").replace("{}", "x")), None


def two_factor(folder):
    for file in (folder / "entries").glob("*/*.json"):
        yield file.stem.lower(), None


def disposable(folder):
    for line in lines(folder / "disposable_email_blocklist.conf"):
        yield line.strip(), None


def thunderbird(folder):
    for file in (folder / "ispdb").glob("*"):
        for line in lines(file):
            for match in re.finditer(r"<(?:domain|hostname)>([^<%]+)<|<loginPage url=\"([^\"]+)", line):
                yield host_of((match[1] or match[2]).strip()), None


def freemail(folder):
    for host in json.loads((folder / "domains.json").read_text(encoding="utf-8")) if (folder / "domains.json").exists() else []:
        yield host.lower(), None


def sinfonietta(folder):
    for line in lines(folder / "social-hosts"):
        words = line.split("#")[0].split()
        if len(words) == 2:
            yield words[1].lower(), None


def disconnect(folder):
    for line in lines(folder / "services.json"):
        for match in re.finditer(r'"([a-z0-9.-]+\.[a-z]+)"', line):
            yield match[1], None


LISTS = {
    "v2fly": v2fly,
    "adguard": adguard,
    "nextdns": nextdns,
    "ndpi": ndpi,
    "ut1": ut1,
    "citizenlab": citizenlab,
    "maigret": lambda f: profiles(f / "maigret/resources/data.json", "urlMain", "sites"),
    "sherlock": lambda f: profiles(f / "sherlock_project/resources/data.json", "urlMain"),
    "whatsmyname": lambda f: profiles(f / "wmn-data.json", "uri_check", "sites"),
    "2fa": two_factor,
    "bangs": lambda f: profiles(f / "data/bangs.json", "d"),
    "thunderbird": thunderbird,
    "freemail": freemail,
    "disposable": disposable,
    "sinfonietta": sinfonietta,
    "disconnect": disconnect,
}


def read(folder):
    """For each list: host to the names of the services that it lists it under."""
    published = {}
    for name, reader in LISTS.items():
        hosts = published[name] = defaultdict(set)
        for host, service in reader(folder / name):
            if host and HOST.match(host):
                hosts[host.removeprefix("www.")].add(service)
    return published


def named_by(published, host):
    """The lists that name a host or one above it. Lists of sites (without services) must name the host itself: a site that has a
    page for signing in says nothing about every host below it."""
    bare = host.removeprefix("www.")
    by_service = {"v2fly", "adguard", "nextdns", "ndpi", "ut1"}
    return {name for name, hosts in published.items() if any(s in hosts for s in (suffixes(bare) if name in by_service else [bare]))}


def write(catalogue):
    out = ["{", f'  "$schema": {json.dumps(catalogue["$schema"])},', '  "services": [']
    for i, service in enumerate(catalogue["services"]):
        fields = []
        for key in ["name", "kind", "namedInPolicy", "aliases", "since", "sources", "unverified"]:
            if key in service:
                fields.append(f"      {json.dumps(key)}: {json.dumps(service[key], ensure_ascii=False)}")
        roles = ",\n".join(f"        {json.dumps(role)}: {json.dumps(hosts)}" for role, hosts in service["hosts"].items())
        fields.append('      "hosts": {\n' + roles + "\n      }")
        out.append("    {\n" + ",\n".join(fields) + "\n    }" + ("," if i + 1 < len(catalogue["services"]) else ""))
    CATALOGUE.write_text("\n".join([*out, "  ]", "}", ""]), encoding="utf-8")


def main():
    folder = Path(sys.argv[1])
    published = read(folder)
    catalogue = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    services = catalogue["services"]
    if "--sources" in sys.argv:
        for service in services:
            found = set().union(*(named_by(published, h) for h in service["hosts"]["Primary"]))
            service.pop("sources", None) if not (found := found | (BY_HAND & set(service.get("sources", [])))) else service.update(sources=sorted(found))
            if found:
                service.pop("unverified", None)
        write(catalogue)
        print(*(f"{s['name']}: no list names it" for s in services if "sources" not in s), sep="\n")
        print(sum("sources" in s for s in services), "of", len(services), "services are named by at least one list")
    if "--hosts" in sys.argv:
        for service in services:
            for role, hosts in service["hosts"].items():
                for host in hosts:
                    if not any(named_by(published, s) for s in suffixes(host)):
                        print(service["name"], role, host, sep="\t")
    if "--missing" in sys.argv:
        ours = {h for s in services for hosts in s["hosts"].values() for h in hosts}
        for service in services:
            for name, hosts in published.items():
                lists = {n for h in service["hosts"]["Primary"] for n in hosts.get(h, ()) if n and not n.startswith(("category-", "geolocation-"))}
                beside = sorted(h for h, names in hosts.items() if names & lists and not any(s in ours for s in suffixes(h)))
                if beside:
                    print(service["name"], name, " ".join(beside), sep="\t")


if __name__ == "__main__":
    main()
