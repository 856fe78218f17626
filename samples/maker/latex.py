"""A source as a LaTeX article: one column, or a narrow column by minipages."""

from samples.maker.source import BOLD, Block, Source, spaced

SPECIAL = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}"}
SPECIAL |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "•": r"\textbullet{}"}
FONTS = {"serif": "", "sans": r"\renewcommand{\familydefault}{\sfdefault}", "palatino": r"\usepackage{mathpazo}"}


def latex(source: Source) -> str:
    """The whole document."""
    look = source.look
    number = look.accent.lstrip("#").upper()
    start = "" if "justified" in look.options else r"\raggedright"
    head = (
        rf"\documentclass[{10 if look.size < 10.5 else 11}pt,a4paper]{{article}}"
        "\n\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{lmodern}\\usepackage[margin=18mm]{geometry}"
        "\\usepackage{enumitem}\\usepackage{xcolor}\\pagestyle{empty}\\pdftrailerid{}\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{1pt}"
        rf"\definecolor{{accent}}{{HTML}}{{{number}}}\setlist[itemize]{{nosep,leftmargin=12pt}}{FONTS[look.font]}"
        f"\n\\begin{{document}}{start}\n"
    )
    if source.region("side"):
        side = rf"\begin{{minipage}}[t]{{0.3\textwidth}}\raggedright {_region(source, 'side')}\end{{minipage}}"
        main = rf"\begin{{minipage}}[t]{{0.66\textwidth}}\raggedright {_region(source, 'main')}\end{{minipage}}"
        pair = (side, main) if look.layout == "sidebar-left" else (main, side)
        body = rf"{_region(source, 'head')}\noindent {pair[0]}\hfill {pair[1]}"
    else:
        body = _region(source, "head") + _region(source, "main")
    return f"{head}{body}\n\\end{{document}}\n"


def _region(source: Source, region: str) -> str:
    lines: list[str] = []
    inside = False
    for block in source.region(region):
        if (block.kind == "bullet") != inside:
            lines.append(r"\end{itemize}" if inside else r"\begin{itemize}")
            inside = not inside
        lines.append(_markup(block, source))
    if inside:
        lines.append(r"\end{itemize}")
    return "\n".join(lines) + "\n"


def _markup(block: Block, source: Source) -> str:
    text = _inline(block.text)
    right = rf" \hfill {_inline(block.right)}" if block.right else ""
    if block.kind == "heading":
        shape = {"spaced": spaced, "upper": str.upper, "rule": str.upper}.get(source.look.heading, str)
        rule = r"\nobreak\vspace{4pt}{\color{accent}\hrule height 0.5pt}\vspace{3pt}" if source.look.heading == "rule" else ""
        return rf"\par\vspace{{8pt}}{{\large\bfseries\color{{accent}} {_inline(shape(block.text))}\par}}{rule}"
    return {
        "name": rf"{{\Huge\bfseries\color{{accent}} {text}\par}}\vspace{{3pt}}",
        "strong": rf"\vspace{{3pt}}\textbf{{{text}}}{right}\par",
        "soft": rf"\textit{{{text}}}{right}\par",
        "bullet": rf"\item {text}",
        "rule": r"\vspace{3pt}\hrule\vspace{3pt}",
        "page": r"\newpage",
        "hidden": rf"{{\tiny\color{{white}} {text}\par}}",
    }.get(block.kind, rf"{text}{right}\par")


def _inline(text: str) -> str:
    escaped = "".join(SPECIAL.get(letter, letter) for letter in text)
    return BOLD.sub(r"\\textbf{\1}", escaped)
