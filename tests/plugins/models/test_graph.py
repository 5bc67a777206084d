"""A thing that lacks something is left out with whatever leads to it, and so on until the rest is whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.models.graph.clinic import clinic_node
from plugins.models.graph.node import Ref, Thing, _ids, _written, graph, property_name
from plugins.models.graph.opening import intervals
from plugins.models.graph.pages import Article, WebPage
from plugins.models.graph.site import Site
from plugins.models.graph.vocabulary import MedicalClinic, Person, PostalAddress
from tests.plugins import known

SITE = Site("https://nova.health/clinic/")


def test_fields_are_called_what_schema_org_calls_them() -> None:
    names = [property_name(field) for field in ("id", "name", "opening_hours_specification", "query_input")]

    assert names == ["@id", "name", "openingHoursSpecification", "query-input"]


def test_what_is_empty_is_not_told() -> None:
    address = PostalAddress(address_locality="Alexandria")

    assert graph([MedicalClinic(id="#a", name="Nova", address=address)])["@graph"] == [
        {
            "@type": "MedicalClinic",
            "@id": "#a",
            "name": "Nova",
            "address": {"@type": "PostalAddress", "addressLocality": "Alexandria"},
        }
    ]


def test_a_thing_that_lacks_something_goes_with_its_references_and_with_what_cannot_be_without_it() -> None:
    nameless = Person(id="#pat", job_title="medical director")
    article = Article(id="#article", headline="Sleep", date_published="2026-11-22", author=nameless.ref)
    page = WebPage(id="#page", url="#page", name="Sleep", about=(Ref("#article"), Ref("#page")), main_entity=article)

    assert graph([nameless, page])["@graph"] == [
        {"@type": "WebPage", "@id": "#page", "name": "Sleep", "url": "#page", "about": [{"@id": "#page"}]}
    ]


IDS = st.sampled_from("abcde")
REFS = st.lists(IDS.map(Ref), max_size=3).map(tuple)
THINGS = st.lists(
    st.one_of(
        st.builds(Person, id=IDS, name=st.sampled_from(["", "Pat"]), works_for=IDS.map(Ref)),
        st.builds(Article, id=IDS, headline=st.just("A"), date_published=st.just("2026"), author=IDS.map(Ref)),
        st.builds(WebPage, id=IDS, url=st.just("u"), name=st.just("A"), about=REFS),
    ),
    max_size=6,
)


@given(THINGS)
def test_any_graph_is_what_leaving_out_again_and_again_makes_of_it(things: list[Thing]) -> None:
    told, known = [node for each in things if (node := _written(each, set("abcde")))], set("abcde")
    while {*_ids(told)} != known:
        known = {*_ids(told)}
        told = [node for each in things if (node := _written(each, known))]

    assert graph(things)["@graph"] == told


def test_a_clinic_without_a_town_is_no_clinic_yet() -> None:
    place = known.PLACE | {"address": known.PLACE["address"] | {"town": "To be confirmed: town"}}
    node = clinic_node(known.clinic(locations=[place]), SITE, None, (), hours=True)

    assert graph([node])["@graph"] == []


def test_a_second_place_is_a_department_with_a_name_and_an_address_of_its_own() -> None:
    second = known.PLACE | {"name": "Arlington", "telephone": "703-555-0100"}
    (node,) = graph([clinic_node(known.clinic(locations=[known.PLACE, second]), SITE, None, (), hours=False)])["@graph"]

    assert node["telephone"] == "+17035551234"
    (department,) = node["department"]
    assert department["@id"] == "https://nova.health/clinic/#/schema/MedicalClinic/arlington"
    assert "telephone" not in department


def test_hours_are_told_as_google_has_them() -> None:
    assert intervals("09:00-12:00, 22:00-02:00") == [("09:00", "12:00"), ("22:00", "02:00")]
    assert intervals("00:00-00:00") == [("00:00", "23:59")]
    assert intervals("closed") == intervals("To be confirmed: opening hours") == []
