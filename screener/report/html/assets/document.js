// The document itself: pictures of its pages, or its text, with what is quoted marked where it stands.

/** Where a piece of the text stands: the boxes of its lines, and its first page. */
const linesOf = (details, [start, end]) =>
  details.lines.filter(([from], index) => {
    const next = index + 1 < details.lines.length ? details.lines[index + 1][0] : details.text.length + 1;
    return from < end && next - 1 > start;
  });
const pageOf = (details, piece) => linesOf(details, piece)[0]?.[1] ?? 1;
const wordsAt = (details, [start, end]) => details.text.slice(start, end).replace(/^• /, "").replaceAll("\n", " · ").replaceAll("\t", "  ");
const same = (a, b) => Boolean(a && b) && a[0] === b[0] && a[1] === b[1];

const markOf = ([, , x0, top, x1, bottom], [, width, height], active) =>
  placed(h("span", { class: `mark${active ? " active" : ""}` }), {
    left: `${(100 * x0) / width}%`,
    top: `${(100 * top) / height}%`,
    width: `${(100 * (x1 - x0)) / width}%`,
    height: `${(100 * (bottom - top)) / height}%`,
  });

/** A page with its marks. The picture is fetched when it comes near. */
const pageWithMarks = (person, details, picture, pieces, active) => {
  const [number, width, height] = picture;
  const onPage = (piece) => linesOf(details, piece).filter((line) => line[1] === number && line.length > 2);
  const boxes = new Map(pieces.flatMap(onPage).map((line) => [line[0], line]));
  const chosen = active ? onPage(active) : [];
  chosen.forEach((line) => boxes.delete(line[0]));
  const page = h("div", { class: "page", "data-page": number },
    h("img", { src: `pages/${person.sha256}-${number}.png`, loading: "lazy", alt: `Page ${number} of ${person.file}` }),
    [...boxes.values()].map((line) => markOf(line, picture, false)),
    chosen.map((line) => markOf(line, picture, true)));
  return placed(page, { "aspect-ratio": `${width} / ${height}` });
};

/** The text cut where a mark begins or ends, page by page. */
const textWithMarks = (details, pieces, active) => {
  const starts = details.lines.map(([from]) => from);
  const cuts = [...new Set([0, details.text.length, ...starts, ...pieces.flat(), ...(active || [])])].sort((a, b) => a - b);
  const pageAt = new Map(details.lines.map(([from, page]) => [from, page]));
  const parts = [];
  let page = 1;
  for (let place = 0; place + 1 < cuts.length; place += 1) {
    const [from, to] = [cuts[place], cuts[place + 1]];
    const covers = ([start, end]) => start <= from && to <= end;
    if (pageAt.has(from) && pageAt.get(from) !== page) {
      page = pageAt.get(from);
      parts.push(h("span", { class: "page-end" }, `Page ${page}`));
    }
    const text = details.text.slice(from, to);
    const chosen = Boolean(active) && covers(active);
    parts.push(chosen || pieces.some(covers) ? h("mark", { class: chosen ? "active" : null }, text) : text);
  }
  return h("div", { class: "text" }, parts);
};

/** The right half of the panel. view: "pages" or "text". */
const documentView = (person, details, pieces, active, view, onView) => {
  const pictures = DATA.pictures[person.sha256] || [];
  const pictured = (piece) => linesOf(details, piece).some((line) => pictures.some(([number]) => number === line[1]));
  const asPages = pictures.length > 0 && view !== "text" && (!active || pictured(active));
  const choice = (name, word) => button({ class: "chip", "aria-pressed": String((name === "pages") === asPages), click: () => onView(name) }, word);
  const left = details.pages - pictures.length;
  const note = asPages ? (left > 0 ? `${pictures.length} of ${counted(details.pages, "page")}` : "") : pictures.length ? "as it was read" : "as it was read; there are no pictures of its pages";
  return h("div", { class: "document", tabindex: "0", role: "region", "aria-label": "The document" },
    h("div", { class: "views" }, pictures.length ? [choice("pages", "Pages"), choice("text", "Text")] : "", h("span", { class: "soft" }, note)),
    asPages
      ? pictures.map((picture) => [h("p", { class: "page-name" }, `Page ${picture[0]}`), pageWithMarks(person, details, picture, pieces, active)])
      : textWithMarks(details, pieces, active));
};
