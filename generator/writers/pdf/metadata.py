"""The metadata stream: what the file is, for archives (XMP, ISO 16684-1)."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import Final

from generator.document.nodes import Document
from generator.document.properties import Properties


def metadata_packet(document: Document, properties: Properties) -> str:
    """Return the XMP packet (ISO 19005-2, 6.6; ISO 14289-1, clause 5).

    PDF/A-2a, or PDF/A-3a when other files are attached. PDF/A knows no `pdfuaid`, so that the
    packet describes it in an extension schema. `dc:type` holds the kind of document,
    `dc:relation` the kinds made together with it.
    """
    return _PACKET.format(
        part=3 if properties.attachments else 2,
        type=_element("dc:type", "rdf:Bag", properties.kind),
        related=_element("dc:relation", "rdf:Bag", *properties.related),
        title=escape(document.title),
        author=_element("dc:creator", "rdf:Seq", document.author),
        subject=_element("dc:description", "rdf:Alt", document.subject, attribute=' xml:lang="x-default"'),
        keywords=f"<pdf:Keywords>{escape(document.keywords)}</pdf:Keywords>" if document.keywords else "",
        lang=escape(document.lang),
        producer=escape(properties.producer),
        date=_iso(properties.created),
    )


def _element(name: str, container: str, *texts: str, attribute: str = "") -> str:
    items = "".join(f"<rdf:li{attribute}>{escape(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><{container}>{items}</{container}></{name}>" if items else ""


def _iso(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S+00:00}"


_PACKET: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}
{subject}
{type}
{related}
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
{keywords}
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
