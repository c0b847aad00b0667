"""What the rows of a bench say: medians as Markdown, and which goals they reach."""
import statistics

# data, RTT in ms, phase, what it is held against, at least so many times as fast, by which of our times
GOALS = (
    ("small10k", 0, "full", "mbsync", 2.5, "engine"),
    ("small10k", 0, "full", "mbsync", 1, "seconds"),
    ("mixed3k", 0, "full", "mbsync", 1, "engine"),
    ("20x500", 0, "full", "mbsync", 1.6, "engine"),
    ("20x500", 0, "full", "doveadm", 1 / 1.2, "engine"),
    ("small10k", 40, "full", "mbsync", 5, "engine"),
    ("mixed3k", 40, "full", "mbsync", 12, "engine"),
    ("20x500", 40, "full", "mbsync", 10, "engine"),
    ("20x500", 40, "noop", "mbsync", 10, "engine"),
    ("20x500", 40, "inc", "mbsync", 5, "engine"),
    ("small1k", 40, "full", "imapsync", 100, "engine"),
    ("small10k-disk", 0, "full", "doveadm", 1, "engine"),
    ("mixed3k-disk", 0, "full", "doveadm", 1, "engine"),
    ("small100k", 0, "full", "limit", 0.6, "engine"),
    ("mixed12k", 0, "full", "limit", 0.5, "engine"),
    ("small10k-disk", 0, "full", "limit", 0.75, "engine"),
    ("mixed3k-disk", 0, "full", "limit", 0.75, "engine"),
    ("mixed3k-100Mbit", 40, "full", "line", 0.9, "engine"),
)
# Not run here, since it would take minutes each time: 2.229, measured on 2026-11-20 on the same kind of machine.
QUOTED = {("small1k", 40, "full", "imapsync"): 142.16}


def median(runs, key):
    values = [run[key] for run in runs if run.get(key) is not None]
    return statistics.median(values) if values else None


def grouped(rows):
    groups = {}
    for row in rows:
        groups.setdefault((row["label"], row["rtt"], row["phase"]), {}).setdefault(row["peer"], []).append(row)
    return groups


def table(rows):
    """Medians, how many times as fast the engine is as each peer of the same set, and what CPU the servers took for ours."""
    out = ["| data | RTT ms | phase | peer | n | engine s | whole s | CPU s | servers' CPU s | RSS MB | msg/s | MB/s "
           "| engine against it | verify |",
           "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"]
    for (label, rtt, phase), peers in grouped(r for r in rows if r["phase"] != "limit").items():
        ours = median(peers.get("mailwain", []), "engine")
        for peer, runs in peers.items():
            seconds = median(runs, "seconds")
            engine = median(runs, "engine")
            ratio = "" if peer == "mailwain" or not ours else f"{seconds / ours:.1f}x"
            servers = [run["machine"] - run["cpu"] for run in runs if run.get("machine") is not None]
            done = runs[0]["done"]
            base = engine or seconds
            megabytes = f"{runs[0]['bytes'] / 1e6 / base:.0f}" if phase == "full" else ""
            out.append(f"| {label} | {rtt:.0f} | {phase} | {peer} | {len(runs)} | {'' if engine is None else f'{engine:.2f}'} "
                       f"| {seconds:.2f} | {median(runs, 'cpu'):.2f} "
                       f"| {f'{statistics.median(servers):.2f}' if servers else ''} | {median(runs, 'rss'):.0f} "
                       f"| {done / base if phase == 'full' else 0:.0f} | {megabytes} | {ratio} "
                       f"| {' / '.join(sorted({r['verify'] for r in runs}))} |")
    return "\n".join(out)


def limits(rows):
    """What the servers allow by `rig limit`."""
    rows = [row for row in rows if row["phase"] == "limit"]
    if not rows:
        return ""
    out = ["| data | RTT ms | what | s | msg/s | MB/s |", "|---|---|---|---|---|---|"]
    out += [f"| {r['label']} | {r['rtt']:.0f} | {r['what']} | {r['seconds']:.2f} | {r['msg_s']:.0f} | {r['mb_s']:.1f} |"
            for r in rows]
    return "\n".join(out)


def reference(groups, rows, label, rtt, phase, peer):
    """Seconds of what a goal is held against, or None where it was not measured."""
    if peer == "limit":
        return median([r for r in rows if r["phase"] == "limit" and (r["label"], r["rtt"]) == (label, rtt)
                       and r["what"].startswith("both at once")], "seconds")
    peers = groups.get((label, rtt, phase), {})
    if peer == "line":
        ours = peers.get("mailwain")
        return ours[0]["bytes"] * 8 / 1e6 / ours[0]["rate"] if ours else None
    return QUOTED.get((label, rtt, phase, peer)) or median(peers.get(peer, []), "seconds")


def goals(rows):
    """A line for each goal whose figures are there."""
    groups = grouped(r for r in rows if r["phase"] != "limit")
    out = []
    for label, rtt, phase, peer, factor, key in GOALS:
        ours = median(groups.get((label, rtt, phase), {}).get("mailwain", []), key)
        other = reference(groups, rows, label, rtt, phase, peer)
        if ours and other:
            out.append(f"{'reached' if other / ours >= factor else 'MISSED '} {label} RTT {rtt} {phase}: "
                       f"{'engine' if key == 'engine' else 'whole'} {ours:.2f} s, {peer} {other:.2f} s, "
                       f"{other / ours:.2f}x of {factor:.2f}x")
    return "\n".join(out)
