// What the page shows, kept in the address: filters, order, the person who is open, the quote that is marked.

const LISTS = ["outcome", "skill", "flag"];
const TEXTS = ["q", "degree", "min", "max", "verdict", "sort", "p", "e"];

const readState = (hash) => {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const state = {};
  for (const key of LISTS) state[key] = values.getAll(key).filter(Boolean);
  for (const key of TEXTS) state[key] = values.get(key) || "";
  return state;
};

const stateAsHash = (state) => {
  const values = new URLSearchParams();
  for (const key of TEXTS.slice(0, -2)) if (state[key]) values.set(key, state[key]);
  for (const key of LISTS) for (const value of state[key]) values.append(key, value);
  for (const key of TEXTS.slice(-2)) if (state[key]) values.set(key, state[key]);
  return values.size ? `#${values}` : "#";
};

const isFiltered = (state) => LISTS.some((key) => state[key].length) || ["q", "degree", "min", "max", "verdict"].some((key) => state[key]);
const withoutFilters = (state) => ({ ...readState(""), sort: state.sort, p: state.p, e: state.e });
const toggled = (list, value) => (list.includes(value) ? list.filter((each) => each !== value) : [...list, value]);

/** The test that the filters of a state make. */
const filterOf = (state) => {
  const sought = state.q.toLowerCase().split(/\s+/).filter(Boolean);
  const skills = state.skill.map((skill) => skill.toLowerCase());
  const lowest = DEGREES.indexOf(state.degree || "none");
  const [least, most] = [state.min, state.max].map((value) => (value === "" ? null : Number(value)));
  const [place, letter] = state.verdict ? [parseInt(state.verdict, 10), state.verdict.slice(-1)] : [-1, ""];
  return (person) =>
    (!state.outcome.length || state.outcome.includes(person.outcome)) &&
    skills.every((skill) => person.skillKeys.includes(skill)) &&
    state.flag.every((flag) => person.flags.includes(flag)) &&
    (!state.degree || DEGREES.indexOf(person.degree) >= lowest) &&
    (least === null || (person.years !== null && person.years >= least)) &&
    (most === null || (person.years !== null && person.years <= most)) &&
    (place < 0 || person.verdicts[place] === letter) &&
    sought.every((word) => person.haystack.includes(word));
};

const TEXT_ORDER = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const SORTS = {
  name: (a, b) => (!a.name - !b.name) || TEXT_ORDER.compare(a.name || a.file, b.name || b.file),
  outcome: (a, b) => a.rank - b.rank,
  score: (a, b) => (a.score ?? -1) - (b.score ?? -1),
  degree: (a, b) => DEGREES.indexOf(a.degree) - DEGREES.indexOf(b.degree),
  years: (a, b) => (a.years ?? -1) - (b.years ?? -1),
};
/** What the first click on a head gives: the best first where more is better. */
const DESCENDING_FIRST = ["score", "degree", "years"];

/** The people whom a state shows, in its order; those who are equal stay in the order of the report. */
const shownPeople = (state) => {
  const shown = PEOPLE.filter(filterOf(state));
  const key = state.sort.replace("-", "");
  if (!Object.hasOwn(SORTS, key)) return shown;
  const compare = SORTS[key];
  const sign = state.sort.startsWith("-") ? -1 : 1;
  return shown.sort((a, b) => sign * compare(a, b) || a.index - b.index);
};

const nextSort = (current, key) => {
  const [first, second] = DESCENDING_FIRST.includes(key) ? [`-${key}`, key] : [key, `-${key}`];
  return current === first ? second : current === second ? "" : first;
};
