"""Publishing to object storage, as docs/hosting.md says, on a service that runs on this machine."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import boto3
import pytest

from generator.grouping import gather
from tests.conftest import ROOT
from tests.support.built import built_world
from tests.support.incremental import files
from tests.support.serving import free_port

BUCKET = "site"
KEYS = {"aws_access_key_id": "key", "aws_secret_access_key": "secret", "region_name": "eu-west-1"}
HASHED = re.compile(r"\.[0-9a-f]{8}\.min\.(css|js)$")
TYPES = {
    "html": "text/html; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "png": "image/png",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
"""Some of each sort; tests/build/test_nginx.py has all of them, from the same file."""


@contextmanager
def object_storage() -> Iterator[str]:
    """The address of an S3-compatible service with nothing in it."""
    port = free_port()
    program = "import sys; from moto.server import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", program, "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_until_served(f"{address}/moto-api/", process)
            yield address
        finally:
            process.terminate()


def wait_until_served(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


class Bucket:
    """A bucket, and the scripts that write into it."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.client: Any = boto3.client("s3", endpoint_url=address, **KEYS)
        self.client.create_bucket(
            Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": KEYS["region_name"]}
        )

    def run(self, script: str, *arguments: str) -> str:
        assert shutil.which("rclone"), "tests/browser/install installs rclone"
        result = subprocess.run(  # noqa: S603
            [str(ROOT / "deploy/bucket" / script), *arguments],
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stderr) == (0, "")
        return result.stdout.strip()

    def _environment(self) -> dict[str, str]:
        settings = {
            "TYPE": "s3",
            "PROVIDER": "Other",
            "ENDPOINT": self._address,
            "ACCESS_KEY_ID": KEYS["aws_access_key_id"],
            "SECRET_ACCESS_KEY": KEYS["aws_secret_access_key"],
            "REGION": KEYS["region_name"],
        }
        own = {f"RCLONE_CONFIG_STORAGE_{name}": value for name, value in settings.items()}
        kept = {name: value for name, value in os.environ.items() if name != "AWS_CA_BUNDLE"}
        return {**kept, **own, "RCLONE_CONFIG": "/dev/null"}

    def files(self, folder: str) -> dict[str, Any]:
        """What is in a folder, as the service gives it, by path."""
        pages = self.client.get_paginator("list_objects_v2").paginate(
            Bucket=BUCKET, Prefix=f"{folder}/"
        )
        keys = [each["Key"] for page in pages for each in page.get("Contents", [])]
        return {
            key.removeprefix(f"{folder}/"): self.client.get_object(Bucket=BUCKET, Key=key)
            for key in keys
        }


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)
    with object_storage() as address:
        yield Bucket(address)


@pytest.fixture
def site(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a few files of each kind: each file takes the service some time."""
    whole = built_world(tmp_path_factory, tmp_path / "project") / "site"
    by_kind = gather((PurePosixPath(name).suffix, name) for name in sorted(files(whole)))
    names = {name for found in by_kind.values() for name in (*found[:2], *found[-2:])}
    for name in files(whole).keys() - names - {"over/index.html", "index.html"}:
        (whole / name).unlink()
    return whole


def contents(found: dict[str, Any]) -> dict[str, bytes]:
    return {name: answer["Body"].read() for name, answer in found.items()}


def test_a_site_is_published_replaced_and_put_back(bucket: Bucket, site: Path) -> None:
    remote = f"storage:{BUCKET}"
    before = {name: content for name, content in files(site).items() if name[0] != "_"}

    first = bucket.run("upload", str(site), remote)
    assert bucket.files("current") == {}
    bucket.run("show", remote, first)
    shown = bucket.files("current")
    assert_has_headers(shown)
    assert contents(shown) == before

    (site / "over/index.html").unlink()
    (site / "index.html").write_bytes(b"<!doctype html><title>New</title>")
    (site / "manifest.sha256").write_text("another\n")
    second = bucket.run("upload", str(site), remote)
    bucket.run("show", remote, second)
    assert contents(bucket.files("current")) == {
        name: content for name, content in files(site).items() if name[0] != "_"
    }

    bucket.run("show", remote, first)
    assert first != second
    assert contents(bucket.files("current")) == before


def assert_has_headers(found: dict[str, Any]) -> None:
    for name, answer in found.items():
        if (suffix := name.rpartition(".")[2]) in TYPES:
            assert answer["ContentType"] == TYPES[suffix], name
        kept = "max-age=31536000, immutable" if HASHED.search(name) else "max-age=60"
        assert answer["CacheControl"] == f"public, {kept}", name
    assert any(map(HASHED.search, found))
    assert {name.rpartition(".")[2] for name in found} >= TYPES.keys()
