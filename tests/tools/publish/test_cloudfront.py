"""CloudFront's function leads as the ledger says, and Amazon's own model of its interface takes our settings."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import botocore.session
import pytest
from botocore.validate import ParamValidator

from tests.tools.publish.promises import GONE, MOVED, SITE, small_site
from tools.publish.dress.cloudfront import dress, limits
from tools.publish.dress.files import beside
from tools.publish.headers import ALWAYS

PROGRAM = Path(__file__).with_name("cloudfront.mjs")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, and beside it what CloudFront is told."""
    folder = small_site(tmp_path_factory.mktemp("cloudfront"))
    dress(folder, replace(SITE, preview=True))
    return folder


def test_the_function_leads_every_address_in_one_step(folder: Path) -> None:
    if not (node := shutil.which("node")):
        pytest.skip("CloudFront's function needs node to be run here.")
    paths = [*MOVED, *GONE, "/", "/about/", "/about", "/search", "/404.html", "/.well-known/release.json", "//evil"]
    asked = {"search": {"q": {"value": "sleep%20well"}}}
    requests = [{"method": "GET", "uri": path, "querystring": asked.get(path.strip("/"), {})} for path in paths]
    command = [node, str(PROGRAM), str(beside(folder) / "cloudfront" / "function.js"), json.dumps(requests)]
    answers = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    told = {
        path: (answer.get("statusCode"), answer.get("uri") or answer["headers"].get("location", {}).get("value"))
        for path, answer in zip(paths, answers, strict=True)
    }

    assert told == {
        **{old: (301, new) for old, new in MOVED.items()},
        **dict.fromkeys(GONE, (410, None)),
        "/": (None, "/index.html"),
        "/about/": (None, "/about/index.html"),
        "/about": (301, "/about/"),
        "/search": (301, "/search/?q=sleep%20well"),
        "/404.html": (None, "/404.html"),
        "/.well-known/release.json": (None, "/.well-known/release.json"),
        "//evil": (301, "/evil/"),
    }
    assert "<h1>This page is gone</h1>" in answers[paths.index("/blog/")]["body"]["data"]


def test_amazons_model_takes_our_settings(folder: Path) -> None:
    model = botocore.session.get_session().get_service_model("cloudfront")
    for name, shape in (("headers", "ResponseHeadersPolicyConfig"), ("errors", "CustomErrorResponses")):
        settings = json.loads((beside(folder) / "cloudfront" / f"{name}.json").read_text(encoding="utf-8"))
        assert ParamValidator().validate(settings, model.shape_for(shape)).generate_report() == ""
        assert ParamValidator().validate({**settings, "Items": 1, "Name": 1}, model.shape_for(shape)).has_errors()


def test_every_header_stands_in_the_policy(folder: Path) -> None:
    text = (beside(folder) / "cloudfront" / "headers.json").read_text(encoding="utf-8")
    policy = json.loads(text)

    security, custom = policy["SecurityHeadersConfig"], policy["CustomHeadersConfig"]
    assert {item["Header"] for item in custom["Items"]} == {
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "X-Robots-Tag",
    }
    assert len(security) + custom["Quantity"] == len(ALWAYS) + 1
    assert security["StrictTransportSecurity"]["AccessControlMaxAgeSec"] == 365 * 24 * 3600
    assert ALWAYS["Content-Security-Policy"] in text


def test_cloudfront_says_when_it_is_too_much(tmp_path: Path) -> None:
    many = {f"/page-{number}/": "/about/" for number in range(200)}

    assert limits(tmp_path, SITE) == []
    (told,) = limits(tmp_path, replace(SITE, redirects=many))
    assert told.startswith("CloudFront takes a function of 10240 bytes, and the redirects of data/addresses.toml make")
