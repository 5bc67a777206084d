"""A real S3 server and the real client: order, resumption, deletion, headers, CloudFront."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from tests.tools.publish.samples import NEXT, PAGES, URL, files_in, release, site_of
from tools.publish.host import NotPublished, Task
from tools.publish.hosts.s3 import S3
from tools.publish.manifest import PATH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD_SCRIPT, NEW_SCRIPT = "scripts/search-0000000001.js", "scripts/search-0000000002.js"


class CutOff(Exception):
    """The line to S3 is gone."""


@pytest.fixture(scope="module")
def aws() -> Iterator[str]:
    """A server that answers for Amazon."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket(aws: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Any:
    """A new bucket, and an environment that leads to it."""
    for name, value in {
        "AWS_ENDPOINT_URL": aws,
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    return boto3.resource("s3").create_bucket(Bucket=request.node.name.replace("_", "-")[:60].strip("-"))


def host_of(bucket: Any, tmp_path: Path, **more: str) -> S3:
    return S3(Task(tmp_path, URL, environment={"PUBLISH_S3_BUCKET": bucket.name} | more))


def stored(bucket: Any) -> dict[str, bytes]:
    return {item.key: item.get()["Body"].read() for item in bucket.objects.all()}


def test_a_release_and_its_change(bucket: Any, tmp_path: Path) -> None:
    host = host_of(bucket, tmp_path)
    said: list[str] = []
    assert host.published() is None
    first = release(tmp_path / "a", PAGES, "cloudfront", site_of())
    host.publish(tmp_path / "a", first, said.append)
    assert stored(bucket) == files_in(tmp_path / "a")
    assert host.published() == first.after
    page, script, icon = (bucket.Object(key).get() for key in ("about/index.html", OLD_SCRIPT, "favicon.svg"))
    assert (page["ContentType"], page["CacheControl"]) == (
        "text/html; charset=utf-8",
        "public, max-age=0, must-revalidate",
    )
    assert (script["ContentType"].split(";")[0], script["CacheControl"]) == (
        "text/javascript",
        "public, max-age=31536000, immutable",
    )
    assert icon["ContentType"].startswith("image/svg+xml")

    second = release(tmp_path / "b", NEXT, "cloudfront", site_of(), "2", first.after)
    assert host.commands(tmp_path / "b", second)[-1] == "delete 1 files"
    host.publish(tmp_path / "b", second, said.append)
    kept = {OLD_SCRIPT: PAGES[OLD_SCRIPT].encode()}  # a page that somebody opened before still asks for it
    assert stored(bucket) == files_in(tmp_path / "b") | kept
    assert said[-2:] == ["4 of 4 files", "1 files deleted"]

    third = release(tmp_path / "c", NEXT, "cloudfront", site_of(), "3", second.after)
    host.publish(tmp_path / "c", third, said.append)
    assert stored(bucket) == files_in(tmp_path / "c")
    assert said[-2:] == ["1 of 1 files", "1 files deleted"]


@pytest.mark.parametrize("sent", range(5))
def test_cut_off_anywhere_no_page_asks_for_what_is_not_there_and_the_next_time_it_ends_right(
    bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: int
) -> None:
    host = host_of(bucket, tmp_path)
    first = release(tmp_path / "a", PAGES, "cloudfront", site_of())
    host.publish(tmp_path / "a", first, print)
    second = release(tmp_path / "b", NEXT, "cloudfront", site_of(), "2", first.after)
    put, count = S3._put, iter(range(99))

    def put_until_cut_off(*words: Any) -> None:
        if next(count) == sent:
            raise CutOff
        put(*words)

    monkeypatch.setattr(S3, "_put", put_until_cut_off)
    if sent < 4:
        with pytest.raises(CutOff):
            host.publish(tmp_path / "b", second, print)
        files = stored(bucket)
        assert files.keys() >= first.after.files.keys(), "nothing is deleted before all is there"
        for name in (OLD_SCRIPT, NEW_SCRIPT):
            assert f"/{name}".encode() not in files["index.html"] or name in files
        assert host.published() == first.after

    monkeypatch.setattr(S3, "_put", put)
    host.publish(tmp_path / "b", second, print)
    assert stored(bucket) == files_in(tmp_path / "b") | {OLD_SCRIPT: PAGES[OLD_SCRIPT].encode()}


def test_other_headers_are_sent_again(bucket: Any, tmp_path: Path) -> None:
    host = host_of(bucket, tmp_path)
    first = release(tmp_path / "a", PAGES, "cloudfront", site_of())
    host.publish(tmp_path / "a", first, print)
    older = [headers | {"Cache-Control": "no-store"} for headers in first.after.headers]
    before = first.after.model_copy(update={"headers": older})
    bucket.put_object(Key="about/index.html", Body=PAGES["about/index.html"].encode(), CacheControl="no-store")

    host.publish(tmp_path / "a", first._replace(before=before), print)
    assert bucket.Object("about/index.html").get()["CacheControl"].startswith("public")


def test_cloudfront_is_told(bucket: Any, tmp_path: Path) -> None:
    cloudfront = boto3.client("cloudfront")
    origin = {
        "Id": "s3",
        "DomainName": f"{bucket.name}.s3.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    }
    made = cloudfront.create_distribution(
        DistributionConfig={
            "CallerReference": "test",
            "Comment": "",
            "Enabled": True,
            "Origins": {"Quantity": 1, "Items": [origin]},
            "DefaultCacheBehavior": {"TargetOriginId": "s3", "ViewerProtocolPolicy": "redirect-to-https"},
        }
    )["Distribution"]["Id"]
    host = host_of(bucket, tmp_path, PUBLISH_CLOUDFRONT_DISTRIBUTION=made)
    said: list[str] = []
    plan = release(tmp_path / "a", PAGES, "cloudfront", site_of())

    host.publish(tmp_path / "a", plan, said.append)
    (invalidation,) = cloudfront.list_invalidations(DistributionId=made)["InvalidationList"]["Items"]
    assert said[1] == f"CloudFront forgets what it kept (invalidation {invalidation['Id']})"
    assert f"invalidate /* of {made}" in host.commands(tmp_path / "a", plan)


def test_a_bucket_that_is_not_there_is_told(bucket: Any, tmp_path: Path) -> None:
    host = S3(Task(tmp_path, URL, environment={"PUBLISH_S3_BUCKET": "nobody-has-this-one"}))

    with pytest.raises(NotPublished, match=r"s3://nobody-has-this-one cannot be used: .*bucket does not exist"):
        host.published()
    assert PATH not in stored(bucket)
