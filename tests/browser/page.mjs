// What a browser makes of pages of reports: `node page.mjs CHROMIUM FOLDER WHAT PAGE...`, one line a check, exit code 1 where one fails.
// WHAT is `page` (a page with charts over time), `mirrored` (one that runs from right to left) or `attack` (a page whose names are markup). FOLDER takes screenshots of failures.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, folder, what, ...pages] = process.argv.slice(2);

const must = (truth, says) => {
  if (!truth) throw new Error(says);
};

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-color-profile=srgb"],
});

let failed = 0;
// Opens the page as a reader would; a message on the console, a request or a dialog fails the check.
const check = async (name, address, options, body) => {
  const began = Date.now();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(5000);
  const page = await context.newPage();
  const seen = [];
  page.on("console", (message) => seen.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => seen.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { seen.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("popup", () => seen.push("a window was opened"));
  page.on("request", (request) => {
    const asked = request.url();
    if (asked.split("#")[0] !== address && !asked.startsWith("data:")) seen.push(`request: ${asked.slice(0, 200)}`);
  });
  try {
    await page.goto(address, { timeout: 30000 });
    await body(page, context);
    must(seen.length === 0, `${seen.length} times, first ${(seen[0] || "").slice(0, 400)}`);
    console.log(`ok ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}: ${error.message}`);
    const picture = join(folder, `${basename(dirname(decodeURI(address)))}-${name.replace(/\W+/g, "-")}.png`);
    await page.screenshot({ path: picture }).catch(() => {});
  }
  await context.close();
};

const clean = async (page) => {
  // The page's policy lets no script in; the test bench is no part of the page.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const options = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] };
    const { violations } = await globalThis.axe.run({ exclude: [[".picture svg"], [".spark svg"]] }, options);
    return violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0].target} ${v.nodes[0].failureSummary}`);
  });
  must(found.length === 0, found.join("\n  "));
};

const noSideways = async (page) => {
  const [whole, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  must(whole <= seen, `the page is ${whole} pixels wide in a window of ${seen}`);
};

const phone = { viewport: { width: 390, height: 844 } };
const reading = (page) => page.locator(".reader").first();
const readout = (page) => page.locator(".readout").first();
const value = (page) => reading(page).getAttribute("aria-valuetext");

const common = async (name, address) => {
  await check(`${name}: axe, wide, light`, address, { colorScheme: "light" }, clean);
  await check(`${name}: axe, phone, dark`, address, { ...phone, colorScheme: "dark" }, clean);
  await check(`${name}: no sideways scroll at 360 pixels`, address, { viewport: { width: 360, height: 740 } }, noSideways);
  await check(`${name}: no sideways scroll at 820 pixels`, address, { viewport: { width: 820, height: 1180 } }, noSideways);
};

const whole = async (name, address) => {
  await check(`${name}: a chart by keyboard`, address, {}, async (page) => {
    await reading(page).focus();
    await page.keyboard.press("End");
    const last = await value(page);
    must(await readout(page).isVisible(), "a read-out is shown");
    await page.keyboard.press("ArrowLeft");
    const before = await value(page);
    must(before !== last && before.length > 5, `left of '${last}' is '${before}'`);
    must((await readout(page).innerText()).startsWith(before.split(";")[0]), "the box shows what is said");
    await page.keyboard.press("Home");
    must((await reading(page).getAttribute("aria-valuenow")) === (await reading(page).getAttribute("aria-valuemin")), "Home is the first");
    await page.keyboard.press("Escape");
    must(!(await readout(page).isVisible()), "Escape closes it");
  });
  await check(`${name}: reading starts where something was counted`, address, {}, async (page) => {
    const empty = await page.locator(".reader").evaluateAll((readers) =>
      readers.map((one) => one.getAttribute("aria-valuetext")).filter((text) => !/;.*\p{N}/u.test(text)));
    must(empty.length === 0, empty.join(" | "));
  });
  await check(`${name}: a chart by pointer`, address, {}, async (page) => {
    await reading(page).scrollIntoViewIfNeeded();
    const box = await reading(page).boundingBox();
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
    must(await readout(page).isVisible(), "a read-out is shown");
    const left = await value(page);
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.5);
    must(left !== (await value(page)), `it follows the pointer: '${left}'`);
    await page.mouse.move(5, 5);
    must(!(await readout(page).isVisible()), "it goes with the pointer");
  });
  await check(`${name}: a chart by touch`, address, { ...phone, hasTouch: true, isMobile: true }, async (page) => {
    await reading(page).scrollIntoViewIfNeeded();
    const box = await reading(page).boundingBox();
    await page.touchscreen.tap(box.x + box.width * 0.5, box.y + box.height * 0.5);
    must(await readout(page).isVisible(), "a read-out is shown and stays");
    must((await page.locator(".phone.picture").first().isVisible()) && !(await page.locator(".desk.picture").first().isVisible()),
      "the picture is the one for a phone");
    await noSideways(page);
  });
  await check(`${name}: one series alone`, address, {}, async (page) => {
    const button = page.locator(".isolate button").first();
    if ((await button.count()) === 0) return;
    const figure = page.locator("figure.chart", { has: button }).first();
    await button.click();
    must((await figure.locator(".faint").count()) > 0, "the others are faint");
    must((await button.getAttribute("aria-pressed")) === "true", "the button says so");
    await button.click();
    await page.mouse.move(5, 5);
    must((await figure.locator(".faint").count()) === 0, "none is faint");
  });
  await check(`${name}: contents follow`, address, {}, async (page) => {
    const link = page.locator("nav a").nth(3);
    await link.click();
    await page.waitForTimeout(900);
    const marked = await page.locator("nav a[aria-current]").count();
    must(marked === 1, `${marked} entries are marked`);
  });
  await check(`${name}: skip link first`, address, {}, async (page) => {
    await page.keyboard.press("Tab");
    must(await page.locator(".skip").evaluate((skip) => skip === document.activeElement), "the first stop skips to the report");
    await page.keyboard.press("Enter");
    must(await page.evaluate(() => document.activeElement.tagName === "MAIN"), "it leads to the report");
  });
  await check(`${name}: print`, address, { colorScheme: "dark" }, async (page) => {
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const count = sheets.split(/\/Type\s*\/Page\b/).length - 1;
    must(count > 2 && count < 250, `${count} printed pages`);
    must(sheets.includes("/ToUnicode"), "text is printed as text");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    must(ground === "rgb(255, 255, 255)", `printed on ${ground}`);
    const hidden = await page.locator("details.more > :not(summary)").evaluateAll((all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length);
    must(hidden === 0, `${hidden} parts to open are not printed`);
  });
  await check(`${name}: with scripts off`, address, { javaScriptEnabled: false }, async (page) => {
    must(await page.locator("h1").isVisible(), "the title is shown");
    must(await page.locator(".desk.picture svg").first().isVisible(), "charts are shown");
    must(await page.locator("nav a").first().isVisible(), "the contents are shown");
    await page.locator("details.numbers > summary").first().click();
    must(await page.locator("details.numbers table").first().isVisible(), "tables open");
    must((await page.locator(".reader, .isolate").count()) === 0, "nothing is there that needs a script");
  });
};

// A picture opened by itself: it is read as what it is, and nothing in it runs.
const picture = async (path) => {
  await check(`picture ${basename(path)}`, pathToFileURL(path).href, {}, async (page) => {
    const root = await page.evaluate(() => `${document.documentElement.tagName} ${document.querySelectorAll("parsererror, script").length}`);
    must(root === "svg 0", root);
  });
};

const mirrored = async (name, address) => {
  await check(`${name}: runs from right to left`, address, {}, async (page) => {
    const [contents, text] = await page.evaluate(() => ["nav", "main"].map((what) => document.querySelector(what).getBoundingClientRect().left));
    must(contents > text, "the contents stand at the right");
    must((await page.evaluate(() => getComputedStyle(document.querySelector("h1")).direction)) === "rtl", "the title runs from the right");
    await reading(page).focus();
    await page.keyboard.press("Home");
    const first = await page.locator(".line:visible").first().boundingBox();
    await page.keyboard.press("ArrowRight");
    const second = await page.locator(".line:visible").first().boundingBox();
    must(second.x > first.x, "time still runs to the right, as it is drawn");
  });
};

// Every event that a name could hang itself onto.
const poked = async (name, address) => {
  await check(`${name}: nothing runs`, address, {}, async (page) => {
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("*"))
        for (const event of ["load", "error", "mouseover", "focus", "click"])
          if (event !== "click" || !one.closest("a, button, summary")) one.dispatchEvent(new Event(event));
    });
    const stray = await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]
      .filter((a) => /^on/i.test(a.name) || /^\s*javascript:/i.test(a.value)).map((a) => `${one.tagName} ${a.name}`)));
    must(stray.length === 0, stray.join(", "));
    must((await page.locator("script").count()) === 1 && (await page.locator("style").count()) === 1, "one script, one style");
  });
};

for (const path of pages) {
  if (path.endsWith(".svg")) {
    await picture(path);
    continue;
  }
  const address = pathToFileURL(path).href;
  const name = basename(dirname(path));
  await common(name, address);
  if (what === "page") await whole(name, address);
  else if (what === "mirrored") await mirrored(name, address);
  else await poked(name, address);
}
await browser.close();
process.exit(failed ? 1 : 0);
