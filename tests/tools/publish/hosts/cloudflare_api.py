"""Answer as Cloudflare does to wrangler."""

from __future__ import annotations

import json
import re
from base64 import b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.tools.publish.hosts.api import Api

FAR = 4_000_000_000  # seconds since 1970: when the token for an upload ends


def _well(result: Any) -> tuple[int, Any]:
    return 200, {"success": True, "errors": [], "messages": [], "result": result}


def _project() -> dict[str, Any]:
    settings = {"compatibility_date": "2026-03-01", "env_vars": {}}
    return {
        "name": "clinic",
        "production_branch": "main",
        "deployment_configs": {"production": settings, "preview": settings},
    }


def _token(_: Api, __: re.Match[str], ___: bytes) -> tuple[int, Any]:
    parts = (
        urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in ({"alg": "none"}, {"exp": FAR})
    )
    return _well({"jwt": f"{'.'.join(parts)}.none"})


def _missing(api: Api, _: re.Match[str], body: bytes) -> tuple[int, Any]:
    return _well([key for key in json.loads(body)["hashes"] if key not in api.stored])


def _upload(api: Api, _: re.Match[str], body: bytes) -> tuple[int, Any]:
    api.stored |= {item["key"]: b64decode(item["value"]) for item in json.loads(body)}
    return _well({})


def _deploy(api: Api, _: re.Match[str], body: bytes) -> tuple[int, Any]:
    parts = dict(re.findall(rb'name="([\w-]+)"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n(.*?)\r\n--', body, re.DOTALL))
    deploy = {name.decode(): text.decode() for name, text in parts.items()}
    api.deploys.append(deploy | {"files": json.loads(deploy["manifest"])})
    if deploy["branch"] == "main":
        api.show(api.deploys[-1])
    return _well(_deployment())


def _deployment() -> dict[str, Any]:
    stage = {"name": "deploy", "status": "success"}
    return {"id": "abc", "url": "https://abc.clinic.example", "aliases": [], "environment": "", "latest_stage": stage}


PROJECT = "/accounts/me/pages/projects/clinic"
CLOUDFLARE = {
    f"GET {PROJECT}": lambda *_: _well(_project()),
    f"GET {PROJECT}/upload-token": _token,
    "POST /pages/assets/check-missing": _missing,
    "POST /pages/assets/upload": _upload,
    "POST /pages/assets/upsert-hashes": lambda *_: _well({}),
    f"POST {PROJECT}/deployments": _deploy,
    f"GET {PROJECT}/deployments/abc": lambda *_: _well(_deployment()),
}
