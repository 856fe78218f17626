// Jobs and skills on one line of years.

/** A scale from the first job to the day of the report, with a mark at round years. */
const scaleOf = (jobs) => {
  const starts = jobs.filter((job) => job.extent).map((job) => job.extent[0]);
  if (!starts.length) return null;
  const from = Math.floor(Math.min(...starts));
  const to = Math.max(AS_OF, ...jobs.filter((job) => job.extent).map((job) => job.extent[1]));
  const x = (year) => (100 * (year - from)) / Math.max(to - from, 0.5);
  const step = [1, 2, 5, 10, 20].find((each) => (to - from) / each <= 6) || 20;
  const ticks = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
  return { x, ticks };
};

const axisOf = ({ x, ticks }) =>
  h("div", { class: "axis-row" }, h("span"),
    svg("svg", { height: 16, "aria-hidden": "true" },
      ticks.map((year) => svg("text", { x: `${x(year)}%`, y: 11, "text-anchor": x(year) > 96 ? "end" : x(year) < 4 ? "start" : "middle" }, String(year)))));

/** Periods as bars in a lane. periods: {extent, counts, vague}. */
const laneOf = (scale, periods, label) =>
  svg("svg", { height: 10, role: "img", "aria-label": label },
    svg("rect", { class: "lane", x: 0, y: 2, width: "100%", height: 6, rx: 2 }),
    periods.filter((period) => period.extent).map((period) => {
      const [from, to] = period.extent.map(scale.x);
      return svg("rect", { class: `period ${period.counts}${period.vague ? " vague" : ""}`, x: `${from}%`, y: 1, width: `${Math.max(to - from, 0.7)}%`, height: 8, rx: 2 });
    }));

const duration = (months) => [months >= 12 ? `${Math.floor(months / 12)} y` : "", months % 12 ? `${months % 12} m` : ""].filter(Boolean).join(" ");

/** Until when a skill was used, as far as its jobs tell. */
const lastUse = (skill, jobs) => {
  const used = skill.jobs.map((index) => jobs[index]).filter((job) => job.extent);
  return Math.max(0, ...used.map((job) => (job.current ? AS_OF : job.extent[1])));
};
const byRecency = (jobs) => (a, b) => lastUse(b, jobs) - lastUse(a, jobs) || b.jobs.length - a.jobs.length || b.at.length - a.at.length;
