"""Each of Jinja's own complaints is told in everyday words; each is provoked in Jinja itself."""

from __future__ import annotations

import pytest
from jinja2 import Environment, StrictUndefined, TemplateError

from plugins.models.template_slips import slip

JINJA = Environment(undefined=StrictUndefined, autoescape=True)
SLIPS = {
    "{% blok main %}": 'there is no statement "blok"; did you mean "block"?',
    "{% block a %}words": "{% block %} is never closed; write {% endblock %} where it ends",
    "{% if a %}{% endfor %}": "{% endfor %} stands inside {% if %}; close that first, with {% endif %}",
    "{% endblock %}": "{% endblock %} closes nothing; take it away, or write above what it closes",
    "{{ a }": '"}" cannot stand here; write {{ … }} around a value, and {% … %} around a statement',
    "{{ 'abc }}": '"\'" cannot stand here; write {{ … }} around a value, and {% … %} around a statement',
    "{{ a b }}": '"b" stands where "}}" is wanted; mend what stands before it',
    "{% for x y in z %}": '"y" stands where "in" is wanted; mend what stands before it',
    "{{ (a }}": '"}" stands where ")" is wanted; mend what stands before it',
    "{% set a = %}": '"%}" stands where a value is wanted; mend what stands before it',
    "{{ a|uper }}": 'there is no filter "uper"; did you mean "upper"?',
    "{{ a|zzz }}": 'there is no filter "zzz"; write a filter that Jinja has',
    "{{ 1 is evenn }}": 'there is no test "evenn"; did you mean "even"?',
    "{# a note": "{# is never closed; write #} where the note ends",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}": 'the block "a" stands here twice; rename one of the two',
    "{{ nobody }}": 'nothing here is called "nobody"; correct the name, import it, or give it a value above',
    "{{ [].length }}": 'this list has no "length"; correct the name, or ask first whether it is defined',
    "{{ a..b }}": "this template cannot be read: expected name or number; mend this line",
}


@pytest.mark.parametrize(("template", "told"), SLIPS.items(), ids=SLIPS)
def test_a_slip_is_told_in_everyday_words(template: str, told: str) -> None:
    with pytest.raises(TemplateError) as raised:
        JINJA.from_string(template).render()

    assert "; ".join(slip(raised.value.message or "")) == told
