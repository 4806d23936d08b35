// Docxtemplater in a process of its own: a line of JSON is a call, as in worker.py. The lean template.
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

// The simple parser that Docxtemplater's manual gives: a path, or "." for the item itself.
const parser = (tag) => ({
  get: (scope) => (tag === "." ? scope : tag.split(".").reduce((value, name) => value?.[name], scope)),
});

function ready(trip) {
  const file = join(dirname(dirname(trip)), "fields", `${basename(trip)}.json`);
  const fields = JSON.parse(readFileSync(file, "utf8"));
  const photos = readdirSync(trip).filter((name) => name.startsWith("photo-")).sort();
  return [fields, photos.map((name) => join(trip, name))];
}

// What the template names one by one.
function flat(fields) {
  const data = { ...fields, signer: fields.signers[0], accountant: fields.annex.signers[1], preparer: fields.preparers[0] };
  fields.priorities.forEach(([name, text], at) => Object.assign(data, { [`priority${at}`]: name, [`contribution${at}`]: text }));
  fields.photos.forEach((text, at) => (data[`caption${at}`] = text));
  for (const name of ["sources", "budget", "costs", "documents"])
    fields.annex[`${name}_total`].forEach((sum, at) => (data[`${name}_total${at}`] = sum));
  return data;
}

function write([fields, photos]) {
  const zip = new PizZip(readFileSync(join(home, "templates", `docxtemplater-lean-${photos.length}.docx`)));
  const modules = photos.length
    ? [new ImageModule({ fileType: "docx", centered: true, getImage: (path) => readFileSync(path), getSize: () => PHOTO })]
    : [];
  const document = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, parser, modules });
  const data = flat(fields);
  photos.forEach((path, at) => (data[`photo${at}`] = path));
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
    writeFileSync(join(call.to, "trip.docx"), made);
  }
  const status = Object.fromEntries(readFileSync("/proc/self/status", "utf8").split("\n").map((line) => line.split(":\t")));
  const megabytes = (name) => (parseInt(status[name]) * 1024) / 1e6;
  return { seconds, size: made.length, peak: megabytes("VmHWM"), now: megabytes("VmRSS") };
}

if (process.argv[3] === "once") {
  const [, , , , trip, to] = process.argv;
  writeFileSync(to, write(ready(trip)));
} else {
  createInterface({ input: process.stdin }).on("line", (line) => console.log(JSON.stringify(answer(JSON.parse(line)))));
}
