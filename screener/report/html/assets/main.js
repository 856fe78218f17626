// The page: one state, shown by the list, the filters and the panel.

const panel = find("panel");
let state = readState(location.hash);
let layout = "pages";
let cursor = "";
let scrolled = 0;

const replaceAddress = () => history.replaceState(null, "", stateAsHash(state));
const pushAddress = () => history.pushState(null, "", stateAsHash(state));

// On paper nothing can be unfolded. The list comes after this: it looks at where it stands.
const unfolded = [];
addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((each) => { each.open = true; unfolded.push(each); }));
addEventListener("afterprint", () => unfolded.splice(0).forEach((each) => { each.open = false; }));

const list = peopleList((person) => openPerson(person));

const setFilters = (change) => {
  state = { ...state, ...change };
  replaceAddress();
  showList();
};

const showList = () => {
  const people = shownPeople(state);
  showFilters(state, people.length, setFilters);
  list.show(people);
};

const moveCursor = (id) => {
  cursor = id;
  list.mark(id);
  list.reveal(id);
};

const showPanel = (keepPlace) => {
  const person = PERSON_OF.get(state.p);
  const wasOpen = !panel.hidden;
  if (!wasOpen && person) scrolled = scrollY;
  panel.hidden = !person;
  document.body.classList.toggle("reading", Boolean(person));
  if (!person) {
    panel.replaceChildren();
    if (wasOpen) scrollTo(0, scrolled);
    moveCursor(cursor);
    return;
  }
  const details = detailsOf(person);
  if (details === null) {
    addEventListener("DOMContentLoaded", () => showPanel(false), { once: true });
    return;
  }
  const place = keepPlace ? panel.querySelector(".facts")?.scrollTop : 0;
  const focused = panel.contains(document.activeElement) ? document.activeElement.dataset.quote : null;
  showPerson(panel, person, details, {
    quote: state.e,
    layout,
    onQuote: (code) => { state = { ...state, e: code }; replaceAddress(); showPanel(true); },
    onView: (name) => { layout = name; showPanel(true); },
    onOpen: (other) => openPerson(other),
    onStep: step,
    onClose: closePerson,
  });
  if (place) panel.querySelector(".facts").scrollTop = place;
  if (focused) panel.querySelector(`[data-quote="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  showMark(panel);
  moveCursor(person.id);
};

const openPerson = (person, how = pushAddress) => {
  if (!person) return;
  const wasOpen = !panel.hidden;
  state = { ...state, p: person.id, e: "" };
  (wasOpen ? replaceAddress : how)();
  showPanel(false);
  panel.focus({ preventScroll: true });
  find("announce").textContent = `${nameOf(person)}: ${words(person.outcome)}`;
};

const closePerson = () => {
  const id = state.p;
  state = { ...state, p: "", e: "" };
  pushAddress();
  showPanel(false);
  list.reveal(id);
  list.focus(id);
};

const step = (places) => {
  const person = list.beside(cursor, places);
  if (!person) return;
  if (!panel.hidden) openPerson(person);
  else {
    moveCursor(person.id);
    list.focus(person.id);
  }
};

const leave = () => {
  if (isTyping(document.activeElement)) document.activeElement.blur();
  else if (!panel.hidden) closePerson();
};

const showHelp = () => find("help").showModal();

addEventListener("popstate", () => {
  state = readState(location.hash);
  showList();
  showPanel(false);
});
addEventListener("resize", () => document.documentElement.style.setProperty("--filters-height", `${find("filters").offsetHeight}px`));
find("help-button").addEventListener("click", showHelp);
connectTheme(find("theme"));
connectFilters(() => state, setFilters);
connectKeys({ step, open: () => panel.hidden && openPerson(PERSON_OF.get(cursor)), search: () => find("q").focus(), help: showHelp, leave });
showList();
showPanel(false);
const searchTexts = () => readTexts(() => {
  document.body.classList.add("searchable");
  if (state.q) showList();
});
if (document.readyState === "loading") addEventListener("DOMContentLoaded", searchTexts, { once: true });
else searchTexts();
