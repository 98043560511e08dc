#!/usr/bin/env python3
"""Writes the table that src/Rosewood.PolicyAdmin/Commands/Nfc.cs reads: canonical decompositions, combining classes and
composition exclusions of the Unicode Character Database, as Python's unicodedata has them.
Usage: make-unicode-nfc.py > src/Rosewood.PolicyAdmin/Commands/unicode-nfc.json"""
import json
import sys
import unicodedata

HANGUL = range(0xAC00, 0xD7A4)  # decomposed by arithmetic, not by table
decompositions, excluded, classes = [], [], []
for point in range(sys.maxunicode + 1):
    if 0xD800 <= point <= 0xDFFF or point in HANGUL:
        continue
    char = chr(point)
    mapping = unicodedata.decomposition(char)
    if mapping and not mapping.startswith("<"):
        decompositions.append(f"{point:X} {' '.join(f'{int(p, 16):X}' for p in mapping.split())}")
        if " " in mapping and unicodedata.normalize("NFC", char) != char:
            excluded.append(f"{point:X}")
    combining = unicodedata.combining(char)
    if combining:
        if classes and classes[-1][1] == point - 1 and classes[-1][2] == combining:
            classes[-1][1] = point
        else:
            classes.append([point, point, combining])

json.dump(
    {
        "unicode": unicodedata.unidata_version,
        "decompositions": ",".join(decompositions),
        "excluded": ",".join(excluded),
        "classes": ",".join(f"{a:X} {b:X} {c}" for a, b, c in classes),
    },
    sys.stdout,
    indent=2,
)
sys.stdout.write("\n")
