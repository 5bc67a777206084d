"""Publish to an S3 bucket with boto3, and tell CloudFront, where it stands before the bucket."""

from __future__ import annotations

from functools import cached_property
from hashlib import md5
from typing import TYPE_CHECKING, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from tools.addresses.built import FINGERPRINTED, NOT_FOUND
from tools.publish import cloudfront
from tools.publish.dress.files import beside
from tools.publish.headers import CACHE, content_type
from tools.publish.host import Host, NotPublished, Say
from tools.publish.manifest import PATH, Manifest

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.plan import Plan

AT_A_TIME = 1000  # what one request may delete
EVERY = 20  # files between two lines of progress


def turn(path: str) -> tuple[int, str]:
    """When a file's turn is: what pages ask for, pages, the page for what is not there, and at last the manifest."""
    late = (path.endswith((".html", ".xml")), f"/{path}" == NOT_FOUND, path == PATH)
    return sum(place for place, holds in enumerate(late, 1) if holds), path


class S3(Host):
    """A bucket; boto3 finds credentials, region and endpoint where AWS's own tools do (AWS_PROFILE and the like)."""

    name = "s3"
    format = "cloudfront"
    needs = {"PUBLISH_S3_BUCKET": "the bucket's name"}  # noqa: RUF012 - as Host says, a ClassVar

    @property
    def bucket(self) -> str:
        """The bucket's name."""
        return self.setting("PUBLISH_S3_BUCKET")

    @property
    def distribution(self) -> str:
        """The id of the CloudFront distribution before it; "" for none."""
        return self.setting("PUBLISH_CLOUDFRONT_DISTRIBUTION")

    @property
    def function(self) -> str:
        """The name of the distribution's function, which knows the redirects; "" for none."""
        return self.setting("PUBLISH_CLOUDFRONT_FUNCTION")

    @cached_property
    def client(self) -> Any:
        """boto3's client."""
        return boto3.client("s3")

    def published(self) -> Manifest | None:
        """The manifest in the bucket."""
        try:
            return Manifest.read(self.client.get_object(Bucket=self.bucket, Key=PATH)["Body"].read())
        except ClientError as error:
            if error.response["Error"]["Code"] == "NoSuchKey":
                return None
            raise self._trouble(error) from None
        except BotoCoreError as error:
            raise self._trouble(error) from None

    def commands(self, folder: Path, plan: Plan) -> list[str]:
        """What goes where, in its order."""
        send, remove = self._work(folder, plan)
        size = sum((folder / path).stat().st_size for path in send)
        told = [f"put {len(send)} files, {size:,} bytes, into s3://{self.bucket}, pages after what they show"]
        told += [f"publish the function {self.function}"] if self.function else []
        told += [f"invalidate /* of {self.distribution}"] if self.distribution else []
        return [*told, f"delete {len(remove)} files"]

    def publish(self, folder: Path, plan: Plan, say: Say) -> None:
        """Put what is new or other, pages after what they show, and delete last; what is there already is not sent."""
        send, remove = self._work(folder, plan)
        try:
            for number, path in enumerate(send, 1):
                self._put(folder, path, plan.after)
                if number % EVERY == 0 or number == len(send):
                    say(f"{number} of {len(send)} files")
            if self.function:
                say(cloudfront.publish_function(self.function, beside(folder) / "cloudfront" / "function.js"))
            if self.distribution:
                say(cloudfront.invalidate(self.distribution))
            for first in range(0, len(remove), AT_A_TIME):
                keys = [{"Key": path} for path in remove[first : first + AT_A_TIME]]
                self.client.delete_objects(Bucket=self.bucket, Delete={"Objects": keys, "Quiet": True})
        except (BotoCoreError, ClientError) as error:
            raise self._trouble(error) from None
        say(f"{len(remove)} files deleted")

    def _work(self, folder: Path, plan: Plan) -> tuple[list[str], list[str]]:
        """The files to send, in their order, and those to delete."""
        try:
            pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket)
            there = {item["Key"]: item["ETag"].strip('"') for page in pages for item in page.get("Contents", ())}
        except (BotoCoreError, ClientError) as error:
            raise self._trouble(error) from None
        here = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        served_otherwise = {path for paths, _, _ in plan.headers for path in paths}
        send = [path for path in here if path in served_otherwise or there.get(path) != etag(folder / path)]
        # Caches may still hold pages of the last release for a while, and they ask for what they show by its name.
        still_asked_for = {
            path for path in (plan.before.files if plan.before else ()) if FINGERPRINTED.fullmatch(f"/{path}")
        }
        return sorted(send, key=turn), sorted(there.keys() - here - still_asked_for)

    def _put(self, folder: Path, path: str, manifest: Manifest) -> None:
        served = manifest.headers_of(path) if path in manifest.files else {}
        control = {"CacheControl": served[CACHE]} if CACHE in served else {}
        body = (folder / path).read_bytes()
        self.client.put_object(Bucket=self.bucket, Key=path, Body=body, ContentType=content_type(f"/{path}"), **control)

    def _trouble(self, error: Exception) -> NotPublished:
        return NotPublished(f"s3://{self.bucket} cannot be used: {error}. Mend that, and publish again: it goes on.")


def etag(path: Path) -> str:
    """What S3 calls an object that was put at once: the MD5 of its bytes."""
    return md5(path.read_bytes(), usedforsecurity=False).hexdigest()


HOST = S3
