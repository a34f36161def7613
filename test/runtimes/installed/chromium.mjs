/**
 * `node chromium.mjs <program> [--console]`, in the consumer's folder: opens page.html from a server whose policy is
 * `script-src 'self'` and prints the answers, or opens console.html and prints what its console shows. It fails where anything
 * is reported, and where the policy does not forbid what it should.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";

const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
};

const [, , program, showsConsole] = process.argv;

const server = createServer(async ({ url = "/" }, response) => {
  const text = await readFile(`.${url}`).catch(() => undefined);
  response.writeHead(text === undefined ? 404 : 200, {
    "Content-Type": `${types[path.extname(url)]}; charset=utf-8`,
    "Content-Security-Policy": "script-src 'self'",
  });
  response.end(text);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

// Root, as CI often is, has no sandbox to run in.
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: program, args });
try {
  const forbidden = await visit("eval.html");
  if (forbidden.answers !== "EvalError" || !forbidden.reported.includes("violation: eval")) {
    throw new Error(`the policy is not in force: ${JSON.stringify(forbidden)}`);
  }
  const { answers, reported, shown } = await visit(showsConsole === "--console" ? "console.html" : "page.html");
  if (reported.length > 0) throw new Error(reported.join("\n"));
  process.stdout.write(showsConsole === "--console" ? shown.join("\n") : answers);
} finally {
  await browser.close();
  server.close();
}

/**
 * What a page answers, what its console shows, and what was reported meanwhile: violations of the policy, errors, files that
 * are not there.
 */
async function visit(file) {
  const page = await browser.newPage();
  const reported = [];
  const shown = [];
  page.on("console", (message) => shown.push(message.text()));
  page.on("pageerror", (error) => reported.push(String(error)));
  page.on("requestfailed", (request) => reported.push(`failed: ${request.url()}`));
  page.on("response", (response) => response.status() < 400 || reported.push(`missing: ${response.url()}`));
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", ({ blockedURI }) => globalThis.violations.push(blockedURI));
  });
  const { port } = server.address();
  await page.goto(`http://127.0.0.1:${port}/${file}`, { waitUntil: "load" });
  const answers = await page.evaluate(() => globalThis.answers);
  const lines = [...shown];
  const violations = await page.evaluate(() => {
    // They are told in tasks of their own, one after the other: when this one is, all are.
    const last = document.createElement("script");
    last.textContent = "forbidden";
    const told = new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", ({ target }) => target === last && resolve());
    });
    document.head.append(last);
    return told.then(() => globalThis.violations.slice(0, -1));
  });
  await page.close();
  return { answers, reported: [...reported, ...violations.map((blocked) => `violation: ${blocked}`)], shown: lines };
}
