"""DOCX written as bare XML: text boxes (with the fallback copy that Word keeps), content controls, hyperlinks, smart tags.

The `box` and `side` regions become text boxes anchored in the first paragraph, as the designed templates of Word have them;
what follows the name in `head` goes into a content control.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from samples.maker.archive import packed
from samples.maker.source import Block, Source, bold_runs, spaced

FONTS = {"sans": "Calibri", "serif": "Cambria", "mono": "Courier New"}
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{OFFICE}.styles+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{OFFICE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = (
    HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/footer" Target="footer1.xml"/></Relationships>'
)


def make(source: Source) -> bytes:
    """The DOCX's bytes: the same for the same source."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/document.xml": _document(source),
        "word/styles.xml": _styles(source),
        "word/footer1.xml": f"{HEAD}<w:ftr {NAMESPACES}>{_paragraphs(source, 'running-foot') or '<w:p/>'}</w:ftr>",
        "docProps/core.xml": _core(source),
    }
    return packed({name: text.encode() for name, text in parts.items()})


def _document(source: Source) -> str:
    boxes = "".join(_text_box(source, region, place) for place, region in enumerate(r for r in source.blocks if r in ("box", "side")))
    name = "".join(_paragraph(block, source) for block in source.region("head") if block.kind == "name")
    head = "".join(_paragraph(block, source) for block in source.region("head") if block.kind != "name")
    control = f'<w:sdt><w:sdtPr><w:alias w:val="Contact"/></w:sdtPr><w:sdtContent>{head}</w:sdtContent></w:sdt>' if head else ""
    anchor = f"<w:p>{boxes}</w:p>" if boxes else ""
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="900" w:right="{4000 if boxes and "right" in source.look.options else 1000}" w:bottom="900" '
        f'w:left="{4000 if boxes and "right" not in source.look.options else 1000}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
    )
    body = f"{name}{control}{anchor}{_paragraphs(source, 'main')}{section}"
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def _text_box(source: Source, region: str, place: int) -> str:
    """A shape with the text, and the fallback with the same text for old readers, as Word writes both."""
    inner = f"<w:txbxContent>{_paragraphs(source, region)}</w:txbxContent>"
    across = 4350000 if "right" in source.look.options else -2150000
    down = place * 4300000
    shape = (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{place + 1}" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{across}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{down}</wp:posOffset></wp:positionV>'
        '<wp:extent cx="2050000" cy="4200000"/><wp:wrapNone/>'
        f'<wp:docPr id="{place + 1}" name="Text Box {place + 1}"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="2050000" cy="4200000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    fallback = f'<w:pict><v:shape style="position:absolute;width:160pt;height:330pt"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
    choice = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def _paragraphs(source: Source, region: str) -> str:
    return "".join(_paragraph(block, source) for block in source.region(region))


def _paragraph(block: Block, source: Source) -> str:
    size = source.look.size
    accent = source.look.accent.lstrip("#")
    runs = {
        "name": f'<w:b/><w:color w:val="{accent}"/><w:sz w:val="{round(size * 4)}"/>',
        "heading": f'<w:b/><w:color w:val="{accent}"/><w:sz w:val="{round(size * 2.4)}"/>',
        "strong": "<w:b/>",
        "soft": "<w:i/>",
        "hidden": "<w:vanish/>",
    }.get(block.kind, "")
    layout = {"heading": '<w:spacing w:before="160" w:after="40"/>', "strong": '<w:spacing w:before="80"/>'}.get(block.kind, "")
    if block.right:
        edge = 6900 if source.region("box") or source.region("side") else 9900
        layout = f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>{layout}'
    text = {"spaced": spaced, "upper": str.upper}.get(source.look.heading, str)(block.text) if block.kind == "heading" else block.text
    if block.kind == "bullet":
        layout += '<w:ind w:left="284" w:hanging="284"/>'
        text = f"{source.look.bullet}\t{text}"
    right = f"\t{block.right}" if block.right else ""
    return f"<w:p><w:pPr>{layout}</w:pPr>{''.join(_runs(text + right, runs))}</w:p>"


def _runs(text: str, properties: str) -> Iterator[str]:
    for piece, bold in bold_runs(text):
        chosen = properties + ("<w:b/>" if bold and "<w:b/>" not in properties else "")
        inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in piece.split("\t"))
        yield f"<w:r><w:rPr>{chosen}</w:rPr>{inner}</w:r>"


def _styles(source: Source) -> str:
    font = FONTS[source.look.font]
    return (
        f'{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
        f'<w:sz w:val="{round(source.look.size * 2)}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
    )


def _core(source: Source) -> str:
    made = f"{source.look.made}T11:00:00Z"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>'
    )
