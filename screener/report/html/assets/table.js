// The list of people. Only the rows near the window exist, so that thousands cost no more than thirty.

const ROW_HEIGHT = 56;
const SPARE_ROWS = 10;

/** One mark a requirement, told apart by shape as well as colour. */
const stripOf = (person) => {
  if (!person.verdicts) return "";
  const counts = { m: 0, u: 0, n: 0 };
  const drawn = svg("svg", { width: 190, height: 14, role: "img" });
  let x = 0;
  BY_IMPORTANCE.filter((asked) => asked.importance !== "note" && VERDICTS[person.verdicts[asked.index]]).forEach((asked, place, all) => {
    const letter = person.verdicts[asked.index];
    counts[letter] += 1;
    if (place && asked.importance !== all[place - 1].importance) x += 5;
    const size = asked.importance === "required" ? 10 : 7;
    const kind = VERDICTS[letter];
    const box = { x: x + 0.5, y: (14 - size) / 2, width: size - 1, height: size - 1, rx: 1.5 };
    drawn.append(svg("rect", { ...box, class: letter === "m" ? "fill-met" : "", fill: letter === "m" ? null : "none", stroke: `var(--${{ m: "green", u: "amber", n: "grey" }[letter]}-fill)` }));
    if (letter === "u") drawn.append(svg("rect", { ...box, y: box.y + box.height / 2, height: box.height / 2, class: "fill-unclear" }));
    drawn.lastChild.append(svg("title", {}, `${asked.name}: ${words(kind)}`));
    x += size + 3;
  });
  drawn.setAttribute("width", Math.max(x, 1));
  drawn.setAttribute("aria-label", `${counts.m} met, ${counts.u} unclear, ${counts.n} not met`);
  return drawn;
};

/** A small flag where there is something to know about the file. */
const flagOf = (person) =>
  person.flags.length
    ? h("span", { class: "flagged", role: "img", "aria-label": `Flags: ${person.flags.join(", ")}`, title: person.flags.join(", ") },
      svg("svg", { width: 10, height: 12, "aria-hidden": "true" }, svg("path", { d: "M1 0v12M1.5 1h8l-2 2.5 2 2.5h-8z", fill: "currentColor", stroke: "currentColor" })))
    : "";

const yearsCell = (person) => {
  if (person.years === null) return person.outcome === "unreadable" ? [] : [h("span", { class: "soft" }, "undated")];
  const open = person.low !== null && person.high !== null && person.low !== person.high;
  return [h("b", {}, years(person.years)), open ? h("small", {}, `${years(person.low)} – ${years(person.high)}`) : ""];
};

const degreeCell = (person) => {
  const more = [person.field, person.related === "no" ? "not related" : "", person.studying ? `studying for ${person.studying}` : ""].filter(Boolean).join(", ");
  return [person.degree, more ? h("small", { title: more }, more) : ""];
};

const rowOf = (person, place, current, onOpen) => {
  const row = h(
    "tr",
    { "data-id": person.id, "aria-rowindex": place + 2, "aria-current": current ? "true" : null, click: () => onOpen(person) },
    h("td", { class: "who" },
      button({ class: "name", title: nameOf(person) }, nameOf(person)),
      h("span", { class: "file", title: person.file }, person.name ? person.file : "no name found")),
    h("td", { class: "outcome" }, pill(person.outcome), flagOf(person)),
    h("td", { class: "number" }, person.score === null ? "" : h("b", {}, String(person.score))),
    h("td", { class: "strip wide" }, stripOf(person)),
    h("td", { class: "degree wide" }, degreeCell(person)),
    h("td", { class: "number wide" }, yearsCell(person)),
    h("td", { class: "reason wide" }, h("span", { class: "lines", title: person.reason }, person.reason)),
  );
  return row;
};

/** A list that draws what is in sight. `show` takes the people and begins at the top, `mark` takes the one who is current. */
const peopleList = (onOpen) => {
  const [table, body] = [find("table"), find("rows")];
  const space = (height) => h("tr", { class: "space", "aria-hidden": "true" }, placed(h("td"), { height: `${height}px` }));
  let [people, current, drawn, printing] = [[], "", "", false];

  const inSight = () => {
    if (printing) return [0, people.length];
    const above = -body.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(above / ROW_HEIGHT) - SPARE_ROWS);
    return [Math.min(first, people.length), Math.min(people.length, Math.ceil((above + innerHeight) / ROW_HEIGHT) + SPARE_ROWS)];
  };
  const draw = ({ force = false } = {}) => {
    const [from, to] = inSight();
    const key = `${from} ${to}`;
    if (key === drawn && !force) return;
    drawn = key;
    const focused = body.contains(document.activeElement) ? document.activeElement.closest("tr").dataset.id : "";
    const rows = people.slice(from, to).map((person, place) => rowOf(person, from + place, person.id === current, onOpen));
    body.replaceChildren(space(from * ROW_HEIGHT), ...rows, space((people.length - to) * ROW_HEIGHT));
    if (focused) rows.find((row) => row.dataset.id === focused)?.querySelector("button").focus({ preventScroll: true });
  };
  addEventListener("scroll", () => draw(), { passive: true });
  addEventListener("resize", () => draw(), { passive: true });
  // What is unfolded or hidden above the list moves it without any scrolling.
  new ResizeObserver(() => draw()).observe(document.body);
  const print = (now) => () => {
    printing = now;
    draw({ force: true });
  };
  addEventListener("beforeprint", print(true));
  addEventListener("afterprint", print(false));

  const reveal = (place) => {
    const top = body.getBoundingClientRect().top + place * ROW_HEIGHT;
    const ceiling = table.tHead.getBoundingClientRect().bottom;
    if (top < ceiling) scrollBy(0, top - ceiling);
    else if (top + ROW_HEIGHT > innerHeight) scrollBy(0, top + ROW_HEIGHT - innerHeight + 8);
    draw();
  };
  return {
    show(list) {
      people = list;
      table.setAttribute("aria-rowcount", people.length + 1);
      find("nobody").hidden = people.length > 0;
      draw({ force: true });
      if (body.getBoundingClientRect().top < 0) reveal(0);
    },
    mark(id) {
      current = id;
      draw({ force: true });
    },
    reveal(id) {
      const place = people.findIndex((person) => person.id === id);
      if (place >= 0) reveal(place);
    },
    focus: (id) => body.querySelector(`tr[data-id="${CSS.escape(id)}"] button`)?.focus({ preventScroll: true }),
    /** The person so many places further than `id`; from nobody, the first. */
    beside(id, step) {
      const place = people.findIndex((person) => person.id === id);
      return place < 0 ? people[0] : people[Math.max(0, Math.min(people.length - 1, place + step))];
    },
  };
};
