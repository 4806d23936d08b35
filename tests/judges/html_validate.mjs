// Asks html-validate about the files named on standard input; prints a line of JSON for each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.argv[2], "package.json"));
const { HtmlValidate, StaticConfigLoader } = require("html-validate");

const config = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "heading-level": "error",
    // HTML allows both `<!doctype html>` and `<!DOCTYPE html>`; the lower case is a matter of taste.
    "doctype-style": "off",
    // One self-contained file: widths of columns and alignments of cells differ in every document.
    "no-inline-style": "off",
    // Seventy letters are what a search engine shows; a formal document has the title that it has.
    "long-title": "off",
    // Check boxes of one name are how a form sends a list; the square brackets it asks for are PHP's.
    "form-dup-name": ["error", { shared: ["radio", "button", "reset", "submit", "checkbox"] }],
  },
};

const validator = new HtmlValidate(new StaticConfigLoader(config));
for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const report = await validator.validateString(readFileSync(file, "utf8"), file);
  const messages = report.results.flatMap((result) => result.messages);
  const faults = messages.map((one) => `${one.line}:${one.column} ${one.message} (${one.ruleId})`);
  console.log(JSON.stringify({ file, faults }));
}
