// Runs axe-core in Chromium on the files named on standard input; prints a line of JSON for each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [home, browserPath] = process.argv.slice(2);
const require = createRequire(join(home, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const SCREENS = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } };
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

function sentences(screen, violations) {
  return violations.flatMap((one) =>
    one.nodes.map((node) => `${screen}: ${one.id}: ${one.help}, at ${node.html.slice(0, 120)}`),
  );
}

async function faults(browser, file) {
  const found = [];
  const page = await browser.newPage();
  page.on("request", (request) => {
    if (/^(https?|wss?|ftp):/.test(request.url())) found.push(`asks the network for ${request.url()}`);
  });
  await page.route(/^https?:/, (route) => route.abort());
  for (const [screen, size] of Object.entries(SCREENS)) {
    await page.setViewportSize(size);
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
    found.push(...sentences(screen, result.violations));
  }
  await page.close();
  return found;
}

const browser = await chromium.launch({ executablePath: browserPath, args: FLAGS });
try {
  for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    console.log(JSON.stringify({ file, faults: await faults(browser, file) }));
  }
} finally {
  await browser.close();
}
