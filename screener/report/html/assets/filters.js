// The controls above the list and in the overview: they show the state and ask for another.

const FIELDS = ["q", "degree", "min", "max"];

const connectFilters = (get, set) => {
  const form = find("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const id of FIELDS) find(id).addEventListener("input", (event) => set({ [id]: event.target.value.trim() }));
  find("flag").addEventListener("change", (event) => set({ flag: event.target.value ? toggled(get().flag, event.target.value) : [] }));
  find("skill").addEventListener("change", (event) => {
    const known = PEOPLE.flatMap((person) => person.skills).find((skill) => skill.toLowerCase() === event.target.value.trim().toLowerCase());
    if (!known) return;
    event.target.value = "";
    if (!get().skill.includes(known)) set({ skill: [...get().skill, known] });
  });
  find("reset").addEventListener("click", () => { set(withoutFilters(get())); find("candidates").focus({ preventScroll: true }); });
  document.addEventListener("click", (event) => {
    const data = event.target.closest("button")?.dataset || {};
    if (data.filterOutcome) set({ outcome: toggled(get().outcome, data.filterOutcome) });
    if (data.filterFlag) set({ flag: toggled(get().flag, data.filterFlag) });
    if (data.filterVerdict) set({ verdict: get().verdict === data.filterVerdict ? "" : data.filterVerdict });
  });
  for (const head of document.querySelectorAll("th[data-sort]")) {
    head.querySelector("button").addEventListener("click", () => set({ sort: nextSort(get().sort, head.dataset.sort) }));
  }
};

const chosenChip = (text, remove) => button({ class: "chip", "aria-label": `Remove the filter ${text}`, click: remove }, text, h("span", { "aria-hidden": "true" }, "×"));

const verdictText = (code) => {
  const asked = ASKED[parseInt(code, 10)];
  return asked ? `${asked.name}: ${words(VERDICTS[code.slice(-1)] || "")}` : code;
};

const showFilters = (state, count, set) => {
  for (const id of FIELDS) if (find(id) !== document.activeElement) find(id).value = state[id];
  find("flag").value = state.flag.length === 1 ? state.flag[0] : "";
  find("shown").value = `${count} of ${PEOPLE.length}`;
  find("reset").hidden = !isFiltered(state);
  const chips = [
    ...state.outcome.map((each) => chosenChip(words(each), () => set({ outcome: toggled(state.outcome, each) }))),
    ...state.skill.map((each) => chosenChip(each, () => set({ skill: toggled(state.skill, each) }))),
    ...state.flag.map((each) => chosenChip(each, () => set({ flag: toggled(state.flag, each) }))),
    ...(state.verdict ? [chosenChip(verdictText(state.verdict), () => set({ verdict: "" }))] : []),
  ];
  find("chosen").replaceChildren(...chips);
  find("chosen").hidden = !chips.length;
  const pressed = (selector, test) => document.querySelectorAll(selector).forEach((each) => each.setAttribute("aria-pressed", test(each.dataset)));
  pressed("[data-filter-outcome]", (data) => state.outcome.includes(data.filterOutcome));
  pressed("[data-filter-flag]", (data) => state.flag.includes(data.filterFlag));
  pressed("[data-filter-verdict]", (data) => state.verdict === data.filterVerdict);
  for (const head of document.querySelectorAll("th[data-sort]")) {
    const order = { [head.dataset.sort]: "ascending", [`-${head.dataset.sort}`]: "descending" }[state.sort];
    head.setAttribute("aria-sort", order || "none");
  }
  document.documentElement.style.setProperty("--filters-height", `${find("filters").offsetHeight}px`);
};
