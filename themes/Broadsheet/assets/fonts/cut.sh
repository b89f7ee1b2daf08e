#!/bin/sh
# Cuts the three files of this folder from the Newsreader package: see README.md.
set -eu
from=$1
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

upright="U+0020-007E,U+00A0,U+00A3,U+00A9,U+00AB,U+00AD,U+00B0,U+00B7,U+00BB-00BE,U+00C0-00C2,U+00C4,U+00C7-00CF,U+00D2-00D6,U+00D8-00DD,U+00DF-00F6,U+00F8-00FD,U+00FF,U+0152-0153,U+2011,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+20AC,U+2212"
italic="U+0020-007E,U+00A0,U+00A3,U+00E0-00E4,U+00E7-00EF,U+00F1-00F6,U+00F9-00FC,U+2011,U+2013-2014,U+2018-2019,U+201C-201D,U+2026"
welsh="U+0174-0177"

cut() { # output, source, letters, axes…
    out=$1 source=$2 letters=$3; shift 3
    "$python" -c 'import sys; from fontTools.ttLib import TTFont; f = TTFont(sys.argv[1]); f.flavor = None; f.save(sys.argv[2])' \
        "$from/$source" "$work/whole.ttf"
    "$python" -m fontTools.subset "$work/whole.ttf" --unicodes="$letters" --layout-features=kern,liga --no-hinting \
        --drop-tables+=STAT --output-file="$work/letters.ttf"
    "$python" -m fontTools.varLib.instancer -q "$work/letters.ttf" "$@" -o "$work/axes.ttf"
    "$python" -m fontTools.ttLib.woff2 compress -o "$here/$out" "$work/axes.ttf"
}

cut newsreader.woff2 newsreader-latin-opsz-normal.woff2 "$upright" wght=400:700 opsz=22
cut newsreader-italic.woff2 newsreader-latin-opsz-italic.woff2 "$italic" wght=400 opsz=20
cut newsreader-welsh.woff2 newsreader-latin-ext-opsz-normal.woff2 "$welsh" wght=400:700 opsz=22
