"""Names that are up to something, and scenarios that are full of them."""

import json
import os

from judging import PACKAGE
from scenario_file import json5

EXAMPLE = os.path.join("Tests", "CommandTests", "Fixtures", "worked-example.json5")
HOSTILE = [
    "=1+2", "=HYPERLINK(\"http://x\",\"y\")", "+A1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "a,b;c", "say \"so\"", "two\nlines",
    "a|b", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "\u001b[31mred\u001b[0m",
    "\u001b]8;;http://x\u0007link\u001b]8;;\u0007", "\u009b31m", "nul\u0000l", "del\u007f", "`code`", "**bold** _it_", "# head",
    "\u202egnp.exe", "back\\slash", "&lt;b&gt; &amp;", "--- | --- |", "\u2028\u2029", "日本語 ü 👩‍👩‍👧", "x" * 300, "${jndi:ldap://x}", "'",
]


def hostile_scenario(name, parts):
    """The example with this text wherever people write what they like, and where they name parts; as plain JSON."""
    with open(os.path.join(PACKAGE, EXAMPLE), encoding="utf-8") as stream:
        tree = json5(stream.read())
    tree["name"] = name + " scenario"
    tree["workUnit"]["name"] = name + " task"
    tree["workUnit"]["kpi"] = {"name": name, "baseline": name, "target": name}
    tree["outcomes"]["wrongResult"] = {"value": "1%", "source": name, "note": name}
    if not parts:
        return as_json(tree)
    tree["volume"]["segments"] = {name: tree["volume"]["segments"]["midMarket"]}
    tree["tools"] = {name: tree["tools"]["crm"]}
    tree["infrastructure"]["monthly"] = {name: "$3800 / month"}
    tree["infrastructure"]["oneOff"] = {name + "2": tree["infrastructure"]["oneOff"]["soc2"]}
    tree["inference"]["prices"] = {name: tree["inference"]["prices"]["frontier"]}
    call = dict(tree["inference"]["calls"]["resolve"], model=name)
    tree["inference"]["calls"] = {name: call}
    plan = dict(tree["plans"]["growth"], charges={name: tree["plans"]["growth"]["charges"]["resolutions"]})
    tree["plans"], tree["plan"] = {name: plan}, name
    tree["checks"] = {name: {"output": "grossMargin", "min": "60%"}}
    tree["stresses"] = {name: {"outcomes.escalation.*": "× 2"}}
    return as_json(tree)


def as_json(tree):
    return json.dumps(tree, default=lambda number: int(number) if number.denominator == 1 else float(number))
