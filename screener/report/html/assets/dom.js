// Elements are made from parts and text alone: there is no way from a text to markup.

const SVG = "http://www.w3.org/2000/svg";

/** Fill in an element. properties: attributes, and functions under the names of events; null and false leave one out. */
const filled = (element, properties, children) => {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== "" && child !== undefined));
  return element;
};

const h = (tag, properties = {}, ...children) => filled(document.createElement(tag), properties, children);
const svg = (tag, properties = {}, ...children) => filled(document.createElementNS(SVG, tag), properties, children);
const find = (id) => document.getElementById(id);

/** Lengths go through the object model: the page's policy allows no style attribute. */
const placed = (element, lengths) => {
  for (const [name, value] of Object.entries(lengths)) element.style.setProperty(name, value);
  return element;
};

const words = (code) => code.replaceAll("_", " ");
const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const button = (properties, ...children) => h("button", { type: "button", ...properties }, ...children);
const pill = (code) => h("span", { class: `pill ${code}` }, words(code));
