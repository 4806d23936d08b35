// Docxtemplater in a process of its own: a line of JSON is a call, as in worker.py. Lean templates.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const home = process.argv[2];
const require = createRequire(join(home, "node_modules", "x.js"));
const Docxtemplater = require("docxtemplater");
const ImageModule = require("docxtemplater-image-module-free");
const PizZip = require("pizzip");

const MM = 96 / 25.4; // pixels a millimetre, which is what the image module counts in
const PHOTO = [150 * MM, 112.5 * MM];
const REPORT = "aktivitates-parskats";
const ANNEX = "finansejuma-pielikums";

// The simple parser that Docxtemplater's manual gives: a path, or "." for the item itself.
const parser = (tag) => ({
  get: (scope) => (tag === "." ? scope : tag.split(".").reduce((value, name) => value?.[name], scope)),
});

function ready(trip) {
  const folder = join(dirname(dirname(trip)), "fields", basename(trip));
  const fields = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  const photos = readdirSync(trip).filter((name) => name.startsWith("photo-")).sort();
  return { report: fields(REPORT), annex: fields(ANNEX), photos: photos.map((name) => join(trip, name)) };
}

// The texts with names for what the template of a report names one by one.
function flatReport(fields) {
  const data = { ...fields, signer: fields.signers[0], preparer: fields.preparers[0] };
  fields.priorities.forEach(([name, text], at) => Object.assign(data, { [`priority${at}`]: name, [`contribution${at}`]: text }));
  fields.photos.forEach((text, at) => (data[`caption${at}`] = text));
  return data;
}

// The same for an annex.
function flatAnnex(fields) {
  const [signer, accountant] = fields.signers;
  const data = { ...fields, signer, accountant, preparer: fields.preparers[0] };
  for (const name of ["sources", "budget", "costs", "documents"])
    fields[`${name}_total`].forEach((sum, at) => (data[`${name}_total${at}`] = sum));
  return data;
}

function write(given) {
  return { [`${REPORT}.docx`]: report(given), [`${ANNEX}.docx`]: annex(given) };
}

function report({ report, photos }) {
  const images = { fileType: "docx", centered: true, getImage: (path) => readFileSync(path), getSize: () => PHOTO };
  const data = flatReport(report);
  photos.forEach((path, at) => (data[`photo${at}`] = path));
  return filled(`report-${photos.length}`, data, photos.length ? [new ImageModule(images)] : []);
}

function annex({ annex }) {
  return filled("annex", flatAnnex(annex));
}

function filled(template, data, modules = []) {
  const zip = new PizZip(readFileSync(join(home, "templates", `docxtemplater-lean-${template}.docx`)));
  const document = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, parser, modules });
  document.render(data);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

function answer(call) {
  const given = ready(call.case);
  const start = process.hrtime.bigint();
  let made;
  try {
    made = write(given);
  } catch (error) {
    return { error: `${error.name}: ${error.message}` };
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (call.to) {
    mkdirSync(call.to, { recursive: true });
    for (const [name, content] of Object.entries(made)) writeFileSync(join(call.to, name), content);
  }
  const status = Object.fromEntries(readFileSync("/proc/self/status", "utf8").split("\n").map((line) => line.split(":\t")));
  const megabytes = (name) => (parseInt(status[name]) * 1024) / 1e6;
  const size = Object.values(made).reduce((sum, content) => sum + content.length, 0);
  return { seconds, size, peak: megabytes("VmHWM"), now: megabytes("VmRSS") };
}

if (process.argv[3] === "once") {
  const [, , , , trip, to] = process.argv;
  writeFileSync(to, report(ready(trip)));
} else {
  createInterface({ input: process.stdin }).on("line", (line) => console.log(JSON.stringify(answer(JSON.parse(line)))));
}
