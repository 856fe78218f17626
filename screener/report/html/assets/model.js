// The data blocks as objects: all people at once, the details of one when they are asked for.

const DATA = JSON.parse(find("report-data").textContent);
const OUTCOMES = ["meets", "review", "does_not_meet", "unreadable"];
const DEGREES = ["none", "associate", "bachelor", "master", "doctorate"];
const VERDICTS = { m: "met", u: "unclear", n: "not_met" };
const AS_OF = DATA.asOf[0] + (DATA.asOf[1] - 1) / 12;

const PEOPLE = DATA.rows.map((row, index) => {
  const person = { index };
  DATA.fields.forEach((field, place) => { person[field] = row[place]; });
  person.rank = OUTCOMES.indexOf(person.outcome);
  person.skillKeys = person.skills.map((skill) => skill.toLowerCase());
  person.haystack = [person.name, person.file, person.reason, person.field, ...person.skills, ...person.flags].join("\n").toLowerCase();
  return person;
});
const PERSON_OF = new Map(PEOPLE.map((person) => [person.id, person]));

/** The requirements with their place in the role, the required ones first. */
const ASKED = DATA.asked.map((asked, index) => ({ ...asked, index }));
const BY_IMPORTANCE = ["required", "preferred", "note"].flatMap((importance) => ASKED.filter((asked) => asked.importance === importance));

/** The details of a person; null while the browser is still reading the page, an empty object where there are none. */
const detailsOf = (person) => {
  const block = find(`person-${person.index}`);
  if (block) {
    const details = JSON.parse(block.textContent);
    details.findingOf = new Map((details.findings || []).map((finding) => [finding.id, finding]));
    return details;
  }
  return person.index < DATA.detailed && document.readyState === "loading" ? null : {};
};

/** Have the words of all résumés searched as well, a few people at a time when the browser has nothing else to do. */
const readTexts = (onDone) => {
  const idle = window.requestIdleCallback || requestAnimationFrame;
  const from = (index) => {
    for (const person of PEOPLE.slice(index, index + 50)) person.haystack += `\n${(detailsOf(person)?.text || "").toLowerCase()}`;
    if (index + 50 < PEOPLE.length) idle(() => from(index + 50));
    else onDone();
  };
  idle(() => from(0));
};

const FLAGS = new Map(Object.entries(DATA.flags));
const flagMeaning = (flag) => FLAGS.get(flag) || (flag.startsWith("language-") && FLAGS.get("language-XX")) || "";
const nameOf = (person) => person.name || person.file;
const years = (value) => (value === null ? "" : value.toFixed(1));
