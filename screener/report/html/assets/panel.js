// One person: requirement by requirement, jobs, skills, figures, and the document beside them.

const MOST_QUOTES = 3;

/** A piece of the text as a button that shows where it stands. */
const quoteOf = (details, piece, code, active, onQuote) =>
  button({ class: "quote", "data-quote": code, "aria-pressed": String(same(piece, active)), click: () => onQuote(code) },
    `“${wordsAt(details, piece)}” `, details.pages > 1 ? h("small", {}, `page ${pageOf(details, piece)}`) : "");

const findingOf = (person, details, asked, view) => {
  const [finding, kind] = [details.findingOf.get(asked.id), VERDICTS[person.verdicts[asked.index]]];
  const quotes = finding.at.map((piece, place) => quoteOf(details, piece, `${asked.id}.${place}`, view.active, view.onQuote));
  const more = quotes.splice(MOST_QUOTES);
  return h("div", { class: "finding", "data-requirement": asked.id },
    asked.importance === "note" ? h("span", { class: "pill silent" }, kind === "met" ? "noted" : "–") : pill(kind),
    h("div", {},
      h("div", { class: "asked", title: asked.text }, asked.name),
      h("div", { class: "why" }, finding.reason),
      quotes.length ? h("div", { class: "quotes" }, quotes) : "",
      more.length ? h("details", { open: more.some((each) => each.getAttribute("aria-pressed") === "true") },
        h("summary", {}, `${more.length} more`), h("div", { class: "quotes" }, more)) : ""));
};

const FINDING_TITLES = { required: "Required", preferred: "Preferred", note: "To know" };

/** The findings of one importance. A point that matters less and has nothing to show is only named. */
const findingsSection = (person, details, importance, view) => {
  const all = ASKED.filter((asked) => asked.importance === importance && details.findingOf.has(asked.id));
  if (!all.length) return "";
  const verdict = (asked) => person.verdicts[asked.index];
  const silent = (asked) => importance !== "required" && !details.findingOf.get(asked.id).at.length && verdict(asked) !== "u";
  const rest = all.filter(silent);
  const met = importance === "note" ? "" : `: ${all.filter((asked) => verdict(asked) === "m").length} of ${all.length} met`;
  return h("section", { class: "findings" }, h("h3", {}, FINDING_TITLES[importance] + met),
    all.filter((asked) => !silent(asked)).map((asked) => findingOf(person, details, asked, view)),
    rest.length ? [h("h4", {}, "Not mentioned"), h("ul", { class: "brief" }, rest.map((asked) => h("li", { class: "chip", title: asked.text }, asked.name)))] : "");
};

const jobsSection = (details, scale, view) => {
  if (!details.jobs.length) return "";
  const tone = { yes: "met", unclear: "unclear", no: "silent" };
  return h("section", { "aria-label": "Jobs" }, h("h3", {}, "Jobs, and what counts for this role"), scale ? axisOf(scale) : "",
    details.jobs.map((job, index) => h("div", { class: `job ${tone[job.counts]}` },
      h("div", {},
        button({ class: "title", "data-quote": `job.${index}`, "aria-pressed": String(same(job.at, view.active)), click: () => view.onQuote(`job.${index}`) }, job.title),
        h("div", { class: "sub" }, [job.employer, job.dates || "no dates", job.months ? duration(job.months) : ""].filter(Boolean).join(" · ")),
        h("div", { class: "verdict" }, job.reason)),
      scale ? laneOf(scale, [job], job.dates || "no dates") : "")));
};

const skillLine = (details, scale, view) => (skill) => {
  const periods = skill.jobs.map((index) => ({ ...details.jobs[index], counts: "yes" }));
  const until = lastUse(skill, details.jobs);
  const told = [skill.jobs.length > 1 ? counted(skill.jobs.length, "job") : "", until >= AS_OF ? "until now" : until ? `until ${Math.ceil(until) - 1}` : ""].filter(Boolean).join(", ");
  const code = `skill.${details.skills.indexOf(skill)}`;
  return h("div", { class: "skill" },
    h("div", {}, button({ class: "title", "data-quote": code, "aria-pressed": String(same(skill.at[0], view.active)), click: () => view.onQuote(code) }, skill.name), " ", h("small", {}, told)),
    scale ? laneOf(scale, periods, told) : "");
};

const skillsSection = (details, scale, view) => {
  const used = details.skills.filter((skill) => skill.scope === "held" && skill.jobs.length).sort(byRecency(details.jobs));
  const listed = details.skills.filter((skill) => skill.scope === "held" && !skill.jobs.length);
  const others = details.skills.filter((skill) => !["held", "other"].includes(skill.scope));
  const unknown = details.skills.filter((skill) => skill.scope === "other");
  const chip = (skill) => h("li", {}, button({ class: "chip", "data-quote": `skill.${details.skills.indexOf(skill)}`, "aria-pressed": String(same(skill.at[0], view.active)), click: () => view.onQuote(`skill.${details.skills.indexOf(skill)}`) },
    skill.name, ["held", "other"].includes(skill.scope) ? "" : h("span", { class: "soft" }, skill.scope)));
  if (!details.skills.length) return "";
  return h("section", { "aria-label": "Skills" }, h("h3", {}, "Skills"),
    used.length ? [h("h4", {}, "Named in jobs, latest use first"), scale ? axisOf(scale) : "", used.map(skillLine(details, scale, view))] : "",
    listed.length ? [h("h4", {}, "Named elsewhere only"), h("ul", { class: "brief" }, listed.map(chip))] : "",
    others.length ? [h("h4", {}, "Mentioned, not counted"), h("ul", { class: "brief" }, others.map(chip))] : "",
    unknown.length ? [h("h4", {}, "Listed, but not known to the program"), h("ul", { class: "brief" }, unknown.map(chip))] : "");
};

const degreesSection = (details, view) =>
  details.degrees.length
    ? h("section", { "aria-label": "Education" }, h("h3", {}, "Education"),
      details.degrees.map((degree, index) => h("div", { class: "quotes" },
        h("div", { class: "why" }, [degree.level, words(degree.status), degree.note].filter(Boolean).join(", ")),
        quoteOf(details, degree.at, `degree-entry.${index}`, view.active, view.onQuote))))
    : "";

/** Claims against dates: what the text says of itself beside what its dates add up to. */
const yearsSection = (person, details, view) => {
  const figure = (value, meaning) => (value === null ? [] : [h("dt", {}, years(value)), h("dd", {}, meaning)]);
  const range = person.low !== null && person.low !== person.high ? `count for this role (${years(person.low)} to ${years(person.high)}, as dates leave room)` : "count for this role";
  const figures = [...figure(person.years, range), ...figure(person.total, "in all dated jobs"), ...figure(person.claimed, "claimed by the text")];
  if (!figures.length) return "";
  return h("section", { "aria-label": "Years" }, h("h3", {}, details.claims.length ? "Years: dates against claims" : "Years by the dates"), h("dl", { class: "figures" }, figures),
    details.claims.length ? h("div", { class: "quotes" }, details.claims.map((claim, index) => quoteOf(details, claim.at, `claim.${index}`, view.active, view.onQuote))) : "");
};

const HIDDEN_WAYS = { colour: "in the colour of its ground", tiny: "too small to read", "off-page": "off the page", invisible: "set invisible", vanish: "marked as hidden" };
const hiddenSection = (details) =>
  details.hidden.length
    ? h("section", { class: "alarm", "aria-label": "Hidden text" }, h("h3", {}, "Text that a reader of the page does not see"),
      "It was not used. Programs that read résumés do see it.",
      details.hidden.map((piece) => h("q", {}, piece.text, h("small", {}, ` (page ${piece.page}, ${HIDDEN_WAYS[piece.why] || piece.why})`))))
    : "";

const LIKENESS = { "same-bytes": "the very same file", "same-text": "the same text", "similar-text": "nearly the same text", "same-person": "the same person, by address or telephone" };

const readingSection = (person, details, view) => {
  const twins = (details.twins || []).map(({ file, likeness }) => {
    const other = PEOPLE.find((each) => each.file === file);
    return h("p", { class: "soft" }, other ? button({ class: "more", click: () => view.onOpen(other) }, file) : file, `: ${LIKENESS[likeness] || likeness}`);
  });
  const flags = person.flags.map((flag) => h("li", { class: "chip", title: flagMeaning(flag) }, flag));
  const made = (details.made || []).map(([what, value]) => [h("dt", {}, what), h("dd", {}, value)]);
  if (!flags.length && !details.doubts.length && !made.length) return "";
  return h("section", { "aria-label": "Reading" }, h("h3", {}, "About the file"),
    made.length ? h("dl", { class: "figures made" }, made) : "",
    flags.length ? h("ul", { class: "brief" }, flags) : "",
    person.flags.map((flag) => flagMeaning(flag)).filter(Boolean).map((meaning) => h("p", { class: "soft" }, meaning)),
    twins,
    details.doubts.map((doubt) => h("p", { class: "soft" }, doubt)));
};

/** Copy a text; the second way is for pages that may not use the first. */
const copyText = async (text, back) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { /* as below */ }
  const area = h("textarea", { class: "unseen", readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  back.focus({ preventScroll: true });
  return done;
};

/** What to ask the person, ready for a mail. */
const askSection = (details) => {
  const asked = details.ask || [];
  if (!asked.length) return "";
  const copy = button({ class: "chip", id: "copy-questions", click: async () => {
    const done = await copyText(asked.map((each) => `- ${each}`).join("\n"), copy);
    copy.textContent = done ? "Copied" : "Could not be copied: mark the text and copy it";
    find("announce").textContent = copy.textContent;
  } }, "Copy the questions");
  return h("section", { "aria-label": "To ask" }, h("h3", {}, "To ask"), h("ul", { class: "ask" }, asked.map((each) => h("li", {}, each))), copy);
};

const headOf = (person, details, view) =>
  h("div", { class: "panel-head" },
    h("div", {}, h("h2", { id: "panel-name" }, nameOf(person)), pill(person.outcome),
      person.score === null ? "" : h("span", { class: "score" }, `score ${person.score}`)),
    h("div", { class: "tools panel-tools" },
      button({ class: "tool", "aria-label": "Previous person", title: "Previous (k)", click: () => view.onStep(-1) }, "↑"),
      button({ class: "tool", "aria-label": "Next person", title: "Next (j)", click: () => view.onStep(1) }, "↓"),
      button({ class: "tool", "aria-label": "Close", title: "Close (Esc)", click: view.onClose }, "×")),
    h("p", { class: "reason" }, person.reason),
    h("div", { class: "meta" },
      person.link ? h("a", { href: person.link, target: "_blank", rel: "noopener noreferrer" }, person.file) : h("span", {}, person.file),
      (details.contact || []).map((each) => h("span", {}, each))));

/** The pieces that quotes stand for, by the code that the address keeps. */
const piecesByCode = (details) => {
  const pieces = new Map();
  if (!details.text) return pieces;
  for (const { id, at } of details.findings) at.forEach((piece, place) => pieces.set(`${id}.${place}`, piece));
  details.jobs.forEach((job, place) => pieces.set(`job.${place}`, job.at));
  details.skills.forEach((skill, place) => pieces.set(`skill.${place}`, skill.at[0]));
  details.claims.forEach((claim, place) => pieces.set(`claim.${place}`, claim.at));
  details.degrees.forEach((degree, place) => pieces.set(`degree-entry.${place}`, degree.at));
  return pieces;
};

/** Fill the panel with a person. view: {quote, layout, onQuote, onView, onOpen, onStep, onClose}. */
const showPerson = (panel, person, details, view) => {
  const pieces = piecesByCode(details);
  const shown = { ...view, active: pieces.get(view.quote) };
  const scale = details.text ? scaleOf(details.jobs) : null;
  const evidence = details.text ? details.findings.flatMap((finding) => finding.at) : [];
  const facts = details.text
    ? [hiddenSection(details), findingsSection(person, details, "required", shown), askSection(details), yearsSection(person, details, shown), jobsSection(details, scale, shown),
      findingsSection(person, details, "preferred", shown), findingsSection(person, details, "note", shown), skillsSection(details, scale, shown),
      degreesSection(details, shown), readingSection(person, details, shown)]
    : [readingSection(person, { doubts: [], ...details }, shown), h("section", {}, h("p", { class: "soft" }, person.outcome === "unreadable" ? "Nobody was judged: open the file itself." : "The details of this person are in results.jsonl."))];
  panel.setAttribute("aria-labelledby", "panel-name");
  panel.replaceChildren(
    headOf(person, details, shown),
    h("div", { class: "panel-body" },
      h("div", { class: "facts", tabindex: "0", role: "region", "aria-label": "What the document says" }, facts.flat().filter(Boolean)),
      details.text ? documentView(person, details, evidence, shown.active, view.layout, view.onView) : ""));
};

/** Bring the marked quote into view. */
const showMark = (panel) => panel.querySelector(".mark.active, mark.active")?.scrollIntoView({ block: "center" });
