"""Tell CloudFront of a new release: its redirects, and that what it keeps is old."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import boto3

if TYPE_CHECKING:
    from pathlib import Path


def invalidate(distribution: str) -> str:
    """Let every cache ask again."""
    batch = {"Paths": {"Quantity": 1, "Items": ["/*"]}, "CallerReference": str(uuid4())}
    made = boto3.client("cloudfront").create_invalidation(DistributionId=distribution, InvalidationBatch=batch)
    return f"CloudFront forgets what it kept (invalidation {made['Invalidation']['Id']})"


def publish_function(name: str, code: Path) -> str:
    """Give the function that knows the redirects its new code, and let it go live."""
    client = boto3.client("cloudfront")
    there = client.describe_function(Name=name, Stage="DEVELOPMENT")
    config = there["FunctionSummary"]["FunctionConfig"]
    updated = client.update_function(
        Name=name, IfMatch=there["ETag"], FunctionConfig=config, FunctionCode=code.read_bytes()
    )
    client.publish_function(Name=name, IfMatch=updated["ETag"])
    return f"CloudFront's function {name} is published"
