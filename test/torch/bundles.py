"""
Exported runs: unpacks each zip with Python's own reader and runs the script that came with it, as a reader would.

    bundles.py FOLDER    with FOLDER/bundles.json, written by scripts/torch-bundles.ts
"""

import contextlib
import io
import json
import os
import runpy
import sys
import zipfile

sys.dont_write_bytecode = True


class Output(io.TextIOWrapper):
    def __init__(self):
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def text(self):
        return self.buffer.getvalue().decode()


def ran(path, output):
    """The exit code of run.py in the zip."""
    place = path[: -len(".zip")]
    with zipfile.ZipFile(path) as file:
        file.extractall(place)  # checks every checksum
    with contextlib.redirect_stdout(output):
        try:
            runpy.run_path(os.path.join(place, "run.py"), run_name="__main__")
        except SystemExit as exit:
            return exit.code
    return None


def main(folder):
    with open(os.path.join(folder, "bundles.json")) as file:
        bundles = json.load(file)
    failed = 0
    for bundle in bundles:
        output = Output()
        code = ran(os.path.join(folder, bundle["file"]), output)
        good = code == bundle["exit"] and bundle["says"] in output.text()
        failed += not good
        print(f"{'ok  ' if good else 'FAIL'} exported run, {bundle['name']}: {output.text().splitlines()[-1]}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
