"""Answer as Netlify does to its own client."""

from __future__ import annotations

import json
from hashlib import sha1
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re

    from tests.tools.publish.hosts.api import Api


def _deploy(api: Api, _: re.Match[str], body: bytes) -> tuple[int, Any]:
    deploy = json.loads(body) | {"id": str(len(api.deploys))}
    api.deploys.append(deploy)
    return 200, _state(api, deploy)


def _state(api: Api, deploy: dict[str, Any]) -> dict[str, Any]:
    required = sorted(set(deploy["files"].values()) - api.stored.keys())
    if not required and not deploy["draft"]:
        api.show(deploy)
    state = "uploading" if required else "ready"
    urls = {"ssl_url": "https://clinic.example", "deploy_ssl_url": f"https://{deploy['id']}--clinic.example"}
    return {"id": deploy["id"], "state": state, "required": required, **urls}


def _upload(api: Api, _: re.Match[str], body: bytes) -> tuple[int, Any]:
    api.patience -= 1
    if api.patience < 0:
        return 422, {"message": "no more"}
    api.stored[sha1(body, usedforsecurity=False).hexdigest()] = body
    return 200, {}


def _rollback(api: Api, _: re.Match[str], __: bytes) -> tuple[int, Any]:
    api.show([deploy for deploy in api.deploys if not deploy["draft"]][-2])
    return 200, {}


NETLIFY = {
    r"POST /api/v1/sites/me/deploys": _deploy,
    r"GET /api/v1/sites/me/deploys/(\d+)": lambda api, match, _: (200, _state(api, api.deploys[int(match[1])])),
    r"PUT /api/v1/deploys/\d+/files/(.+)": _upload,
    r"PUT /api/v1/sites/me/rollback": _rollback,
}
