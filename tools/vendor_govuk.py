#!/usr/bin/env python3
"""Takes GOV.UK Frontend into static/govuk/, without what only GOV.UK itself may wear.

A maintainer runs it when a new version is wanted: `python3 tools/vendor_govuk.py` (needs npm). Nothing at
install or run time does. The font (licensed for gov.uk alone), the crest and the crown are taken out; see
docs/decisions/why-govuk-frontend-is-vendored.md. Set VERSION and INTEGRITY together.
"""

import base64
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "6.6.0"
INTEGRITY = "sha512-xctkWrQvLnvQt7fyjQ3MGX9S0wz0x0RQuLxCeoXF+s8EjGICG81/DYQGKN5qgO+0KVT12UAaRwUsGY6fulRcRg=="
TARGET = Path(__file__).resolve().parent.parent / "static" / "govuk"
FORBIDDEN = re.compile(r"GDS Transport|crest|crown|http|url\(|sourceMappingURL|Margaret Calvert", re.IGNORECASE)


def fetch(folder: Path) -> Path:
    """Asks npm for the package, and goes no further unless it is the very one recorded here."""
    subprocess.run(["npm", "pack", "--silent", f"govuk-frontend@{VERSION}"], cwd=folder, check=True)
    parcel = folder / f"govuk-frontend-{VERSION}.tgz"
    digest = base64.b64encode(hashlib.sha512(parcel.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != INTEGRITY:
        sys.exit(f"The package is not the one recorded: sha512-{digest}")
    return parcel


def read(parcel: Path, name: str) -> str:
    """One file of the package, as text."""
    with tarfile.open(parcel) as box:
        member = box.extractfile(f"package/dist/govuk/{name}")
        if member is None:
            sys.exit(f"The package holds no {name}")
        return member.read().decode()


def plain_styles(css: str) -> str:
    """The style sheet without font faces, font names, crest, crown, printed web addresses and source maps."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = re.sub(r"/\*!?[^*]*\*/", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", "Arial,Helvetica,sans-serif")
    css = re.sub(r"@media print\{\[href\^=[^{]*\{[^}]*\}\}", "", css)
    css = re.sub(r"@supports[^{]*mask[^{]*\{(?:[^{}]*\{[^}]*\})*\}", "", css)
    css = re.sub(r"@media[^{]*\{[^{}]*copyright-logo[^{}]*\{[^}]*\}\}", "", css)
    css = re.sub(r"(?<=[{}])[^{}]*(?:copyright-logo|footer__crown)[^{}]*\{[^}]*\}", "", css)
    return css.strip() + "\n"


def plain_script(js: str) -> str:
    """The script without its source map."""
    return re.sub(r"//# sourceMappingURL=.*", "", js).strip() + "\n"


def main() -> None:
    """Writes the two files, and refuses when anything of GOV.UK's own is left in the style sheet."""
    with tempfile.TemporaryDirectory() as folder:
        parcel = fetch(Path(folder))
        css = plain_styles(read(parcel, "govuk-frontend.min.css"))
        js = plain_script(read(parcel, "govuk-frontend.min.js"))
    left = sorted(set(FORBIDDEN.findall(css)))
    if left:
        sys.exit(f"Still in the style sheet: {', '.join(left)}")
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "govuk-frontend.min.css").write_text(css, encoding="utf-8")
    (TARGET / "govuk-frontend.min.js").write_text(js, encoding="utf-8")
    print(f"govuk-frontend {VERSION}: {len(css):,} bytes of style, {len(js):,} of script")


if __name__ == "__main__":
    main()
