// Keys for those who go through a list: j, k, o, /, Esc, ?

const isTyping = (element) => element.matches("input, select, textarea");

const connectKeys = (actions) => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || find("help").open) return;
    if (event.key === "Escape") {
      actions.leave();
      return;
    }
    if (isTyping(event.target)) return;
    const action = { j: () => actions.step(1), k: () => actions.step(-1), o: actions.open, "/": actions.search, "?": actions.help }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
};

/** Light, dark, or as the system has it; kept where the browser lets a page keep something. */
const THEMES = ["", "light", "dark"];
const connectTheme = (button) => {
  const show = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    button.setAttribute("aria-label", `Colours: ${theme || "as the system has them"}`);
    button.textContent = { "": "◐", light: "☀", dark: "☾" }[theme];
  };
  let theme = "";
  try { theme = localStorage.getItem("theme") || ""; } catch { /* a page from a share may have no storage */ }
  show(THEMES.includes(theme) ? theme : "");
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme || "") + 1) % THEMES.length];
    show(theme);
    try { localStorage.setItem("theme", theme); } catch { /* as above */ }
  });
};
