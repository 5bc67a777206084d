"""What pages tell machines is schema.org's vocabulary, meets what Google asks for, and says all that the facts say."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import extruct
import pytest

from tests.conftest import Project, file_of
from tests.site.graphs import ARTICLE, SCRIPT, graph_of, say_everything, told
from tools.oracles import SCHEMA_ORG, TYPESCRIPT

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://www.example.com"
BAD = {
    "range": {"@type": "Drug", "isProprietary": "no"},
    "domain": {"@type": "Drug", "openingHours": "Mo"},
    "type": {"@type": "Medicine", "name": "Ketamine"},
    "part": {"@type": "Article", "hasPart": [{"@type": "WebPageElement", "drug": "Ketamine"}]},
}
CLINIC = f"{URL}/#/schema/MedicalClinic/alexandria"
PAT = f"{URL}/#/schema/Person/medical-director"


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a clinic that has said everything."""
    return say_everything(Project(tmp_path_factory.mktemp("graphs") / "project")).output


def faults_of(folder: Path, documents: dict[str, str]) -> list[str]:
    """What schema.org's vocabulary, as types, has against JSON-LD documents: "name: message"."""
    compiler, vocabulary = file_of(TYPESCRIPT), file_of(SCHEMA_ORG)
    lines = ['import type { Graph } from "schema-dts";']
    # Of the annotations of actions (schema.org/docs/actions.html) the types know none.
    documents = {name: re.sub(r',"query-input":"[^"]*"', "", text) for name, text in documents.items()}
    lines += [f"export const page{number}: Graph = {text};" for number, text in enumerate(documents.values())]
    (folder / "pages.ts").write_text("\n".join(lines), encoding="utf-8")
    options = {"strict": True, "noEmit": True, "skipLibCheck": True, "types": [], "moduleResolution": "bundler"}
    options |= {"module": "esnext", "paths": {"schema-dts": [str(vocabulary)]}}
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "files": ["pages.ts"]}))
    command = ["node", str(compiler), "--project", str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    names = [*documents]
    found = re.findall(r"^[^\n(]*pages\.ts\((\d+),\d+\): error TS\d+: (.*)", said, re.MULTILINE)
    assert bool(found) is bool(said.strip()), said
    return [f"{names[int(line) - 2]}: {message}" for line, message in found]


def test_every_graph_is_schema_orgs_vocabulary_and_a_bad_one_is_not(site: Path, complete: Path, tmp_path: Path) -> None:
    documents = {
        f"{folder}/{path.relative_to(folder)}": text
        for folder in (site, complete)
        for path in sorted(folder.rglob("*.html"))
        for text in SCRIPT.findall(path.read_text(encoding="utf-8"))
    }
    bad = {name: json.dumps({"@context": "https://schema.org", "@graph": [node]}) for name, node in BAD.items()}

    found = faults_of(tmp_path, documents | bad)

    assert len(documents) > 30
    assert [line.partition(" | ")[0] for line in found] == [
        """range: Type '"no"' is not assignable to type 'SchemaValue<Boolean, "isProprietary">""",
        """domain: Object literal may only specify known properties, and '"openingHours"' does not exist in type"""
        " 'DrugLeaf'.",
        """type: Type '"Medicine"' is not assignable to type '"Audiology\"""",
        """part: Object literal may only specify known properties, and '"drug"' does not exist in type"""
        " 'WebPageElementLeaf'.",
    ]


def test_other_programs_read_the_graph(complete: Path) -> None:
    html = (complete / ARTICLE / "index.html").read_text(encoding="utf-8")
    (document,) = extruct.extract(html, base_url=f"{URL}/{ARTICLE}/", syntaxes=["json-ld"])["json-ld"]

    assert document == graph_of(complete, ARTICLE)


def test_the_clinic_says_all_that_google_asks_of_a_local_business(complete: Path) -> None:
    clinic = told(graph_of(complete, "location"))["MedicalClinic"]
    week, special = clinic["openingHoursSpecification"][:5], clinic["openingHoursSpecification"][5:]

    assert {name: clinic[name] for name in ("name", "legalName", "telephone", "url", "employee")} == {
        "name": "Nova Health Recovery",
        "legalName": "Nova Health Recovery PLLC",
        "telephone": "+17035551234",
        "url": f"{URL}/",
        "employee": {"@id": PAT},
    }
    assert list(clinic["address"].values())[1:] == ["12 King Street", "Alexandria", "VA", "22314", "US"]
    assert clinic["geo"] == {"@type": "GeoCoordinates", "latitude": 38.8048, "longitude": -77.0469}
    assert [(" ".join(each["dayOfWeek"]), each["opens"], each["closes"]) for each in week] == [
        ("Monday", "09:00", "12:00"),
        ("Monday", "13:00", "17:00"),
        ("Tuesday Thursday", "09:00", "17:00"),
        ("Wednesday", "09:00", "17:30"),
        ("Friday", "22:00", "02:00"),
    ]
    assert [(each["validFrom"], each["opens"], each["closes"]) for each in special] == [
        ("2026-11-26", "00:00", "00:00"),
        ("2026-12-24", "09:00", "12:00"),
        ("2026-12-25", "00:00", "00:00"),
    ]


def test_hours_are_told_where_people_read_them(complete: Path) -> None:
    pages = {path.parent.relative_to(complete).as_posix(): path for path in complete.rglob("index.html")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in pages.items()}
    telling = {name for name, html in texts.items() if "openingHoursSpecification" in html}

    assert telling == {name for name, html in texts.items() if '<div class="opening-hours">' in html}
    assert {".", "location"} <= telling < texts.keys()


def test_the_article_says_all_that_google_asks_of_an_article(complete: Path) -> None:
    page = told(graph_of(complete, ARTICLE))["MedicalWebPage"]
    article = page["mainEntity"]

    assert (article["datePublished"], article["dateModified"]) == ("2026-11-20", "2026-11-21")
    assert article["headline"] == "Are You a Candidate for Ketamine Therapy?"
    assert article["author"] == article["publisher"] == {"@id": CLINIC}
    assert (page["lastReviewed"], page["reviewedBy"]) == ("2026-11-20", [{"@id": PAT}])
    steps = page["breadcrumb"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step.get("item") for step in steps] == [f"{URL}/", f"{URL}/articles/", None]


def test_a_person_is_told_of_in_full_on_their_own_page(complete: Path) -> None:
    own, elsewhere = told(graph_of(complete, "people/pat-doe")), told(graph_of(complete, "about"))

    assert own["ProfilePage"]["mainEntity"] == {"@id": PAT}
    assert [each["credentialCategory"] for each in own["Person"].pop("hasCredential")] == ["license", "certification"]
    assert own["Person"] == elsewhere["Person"]
    assert {"name": "Pat Doe", "honorificSuffix": "MD", "worksFor": {"@id": CLINIC}}.items() <= own["Person"].items()
