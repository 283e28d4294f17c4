"""SchXslt, an independent implementation of Schematron, as the oracle of the rules: run, never copied.

`make` takes it from a package into .cache; see the Makefile.
"""

import re
from functools import cache
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / ".cache" / "node-xsl-schematron"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@cache
def processor():
    from saxonche import PySaxonProcessor

    return PySaxonProcessor(license=False)


@cache
def stylesheet(name):
    return processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(PACKAGE / "lib" / name))


def transformed(name, node, **parameters):
    made = stylesheet(name)
    made.clear_parameters()
    for key, value in parameters.items():
        made.set_parameter(key, processor().make_string_value(value))
    return made.transform_to_value(xdm_node=node).item_at(0).get_node_value()


def extracted(grammar):
    """Give the rules that a grammar embeds, by the extractor of the package."""
    return transformed("schematron/ExtractSchFromRNG-2.xsl", processor().parse_xml(xml_file_name=str(grammar)))


def compiled(schema, phase="#DEFAULT"):
    """Compile a schema: a file, or a node."""
    node = processor().parse_xml(xml_file_name=str(schema)) if isinstance(schema, Path) else schema
    for step in ("include", "expand"):
        node = transformed(f"schxslt-1.9.5/2.0/{step}.xsl", node)
    made = transformed("schxslt-1.9.5/2.0/compile-for-svrl.xsl", node, phase=phase)
    return processor().new_xslt30_processor().compile_stylesheet(stylesheet_text=made.to_string())


def path(location):
    """Write a location as `path()` does."""
    return re.sub(
        r"processing-instruction\(\"([^\"]*)\"\)", r"processing-instruction(\1)", location.replace("@Q{}", "@")
    )


def words(element):
    """Give the text of an element with its white space normalised; nothing, where there is no element."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def findings(executable, root):
    """Give (location, message) of everything that failed or was reported, in a fixed order."""
    text = etree.tostring(root.getroottree(), encoding="unicode")
    report = etree.fromstring(executable.transform_to_string(xdm_node=processor().parse_xml(xml_text=text)).encode())
    return sorted(
        (path(found.get("location")), words(found.find(f"{SVRL}text")))
        for found in report.iter(f"{SVRL}failed-assert", f"{SVRL}successful-report")
    )
